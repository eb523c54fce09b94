import { CHANGE_CAUSES, CHANGE_KINDS } from '#domain/changes.ts';
import * as words from '#domain/vocabulary.ts';
import { ATTACK_MEANINGS, DATA_MEANINGS, type VocabularyWord } from './vocabulary-mappings.ts';

export interface Vocabulary {
  readonly name: string;
  readonly about: string;
  readonly words: readonly VocabularyWord[];
}

const plain = <W extends string>(
  name: string,
  about: string,
  all: readonly W[],
  meanings: Partial<Record<W, string>> = {},
): Vocabulary => ({
  name,
  about,
  words: all.map(word => {
    const meaning = meanings[word];
    return meaning === undefined ? { word } : { word, about: meaning };
  }),
});

/** Every vocabulary of the domain, under the name of the parameter or member that has its words. */
export const VOCABULARIES: readonly Vocabulary[] = [
  {
    name: 'attackType',
    about: 'What kind of attack an article speaks of.',
    words: words.ATTACK_TYPES.map(word => ({ word, ...ATTACK_MEANINGS[word], stix: `attack:${word}` })),
  },
  {
    name: 'dataType',
    about: 'Kinds of data, after the data classes of Have I Been Pwned, with what the retail press adds.',
    words: words.DATA_TYPES.map(word => ({ word, ...DATA_MEANINGS[word], stix: `data-taken:${word}` })),
  },
  plain('polarity', 'What is said of data. Of what nobody speaks there is no word.', words.POLARITIES, {
    taken: 'Somebody says that it was taken.',
    'not-taken': 'Somebody says that it was not taken. Not mentioned is not “not taken”.',
  }),
  plain('certainty', 'How sure a claim is, by its own words.', words.CERTAINTIES, {
    confirmed: 'Said by the company hit or by an authority.',
    claimed: 'Said by the attackers about their own deeds; never a fact.',
    reported: 'Said by an outlet, by unnamed sources or by experts.',
    possible: 'Said with a reservation.',
    denied: 'Somebody says that it is not so.',
  }),
  plain('eventStatus', 'How an event stands: its certainty, unless others say otherwise.', words.EVENT_STATUSES, {
    disputed: 'Others say otherwise.',
    superseded: 'Everybody who is heard in it said otherwise later.',
  }),
  plain('speaker', 'Who says so.', words.SPEAKERS, {
    victim: 'The company hit.',
    attacker: 'Those who did it, or claim to.',
    authority: 'Police, a regulator, a government.',
    expert: 'An analyst, researcher, insurer or trade body.',
    media: 'The outlet itself, unnamed sources, other outlets.',
    supplier: 'A company that supplies the one hit.',
  }),
  plain('status', 'How far an incident has come, as far as the reports tell.', words.INCIDENT_STATES, {
    suspected: 'Nobody but the attackers says so, or only with a reservation.',
    ongoing: 'Confirmed or reported, and no more is known.',
    contained: 'Said to be contained, and no service is known to be down.',
    recovering: 'A service is back, others are not; or one outlet alone says that all are.',
    resolved: 'Every service that was hit is said to be back.',
  }),
  plain('kind', 'What a claim or event is about.', words.CLAIM_KINDS),
  plain('actorRole', 'What an attacker is said to have done.', words.ACTOR_ROLES, {
    perpetrator: 'Did it.',
    'ransomware-operator': 'Its tools or service were used.',
    claimant: 'Claims it.',
    'initial-access-broker': 'Sold the access.',
    'suspect-person': 'A named or described individual.',
  }),
  plain('subject', 'Whose data, or how many of whom.', words.SUBJECTS),
  plain('service', 'A part of the retailer’s business.', words.SERVICES),
  plain('serviceState', 'What is said of a service.', words.SERVICE_STATES, {
    unaffected: 'Somebody says that it works; of what nobody speaks there is no word.',
  }),
  plain('metric', 'What a sum of money or a percentage measures.', words.MONEY_METRICS),
  plain('moneyPeriod', 'The period of a rate.', words.MONEY_PERIODS),
  plain('qualifier', 'How a figure is hedged.', words.QUALIFIERS),
  plain('peopleSense', 'In what sense people are counted.', words.PEOPLE_SENSES, {
    affected: 'Their data or service is said to be hit.',
    context: 'A customer base or staff, not said to be affected.',
  }),
  plain('response', 'What the company hit or an authority did.', words.RESPONSE_ACTIONS),
  plain('leak', 'What became of stolen data.', words.LEAK_STATES),
  plain('legal', 'A step of the law.', words.LEGAL_ACTIONS),
  plain('date', 'Of which moment a date is.', words.DATE_EVENTS),
  plain('datePrecision', 'How precisely a date is known.', words.DATE_PRECISIONS),
  plain('incidentRole', 'How an article tells of an incident.', words.INCIDENT_ROLES),
  plain('publisherKind', 'What kind of publisher an article comes from.', words.PUBLISHER_KINDS),
  plain('genre', 'What kind of text an article is.', words.GENRES),
  plain('change', 'What became of an event.', CHANGE_KINDS),
  plain('cause', 'Why a timeline says something else than before.', CHANGE_CAUSES),
];
