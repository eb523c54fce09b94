import type { Speaker } from '#domain/vocabulary.ts';
import { gated } from '../gate/index.ts';
import { organisations } from '../gazetteer/index.ts';
import type { OrganisationKind } from '../gazetteer/types.ts';
import { plain } from '../scope/plain.ts';
import { matches } from '../scope/reach.ts';
import type { Attribution, IncidentDraft, Mention, Sentence } from '../types.ts';
import type { SpeakerNoun } from './speakers.ts';

/** Whose voice an organisation's is; the others are hit elsewhere, and heard as nobody's. */
const VOICES: { readonly [K in OrganisationKind]?: Speaker } = {
  supplier: 'supplier',
  software: 'supplier',
  'security-firm': 'expert',
  analyst: 'expert',
  insurer: 'expert',
  'trade-body': 'expert',
  media: 'media',
  regulator: 'authority',
  'law-enforcement': 'authority',
  government: 'authority',
};
const VOICE_OF = new Map(organisations.map(({ slug, kind }) => [slug, VOICES[kind]]));

interface Named {
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly incidents?: readonly IncidentDraft[];
}

interface Person extends Attribution {
  readonly speaker: string;
  readonly surname: string;
}

const NAME = "(?:\\p{Lu}[\\p{L}'’-]+ ){1,2}\\p{Lu}[\\p{L}'’-]+";
const VICTIM_ROLE =
  '(?:spokes(?:person|man|woman)|chief [\\w ,&]{0,40}?officer|chief executive|CEO|CFO|CIO|CISO|chair(?:man|woman)?|managing director|boss|president)';
const AUTHORITY_ROLE =
  '(?:[Aa]ttorney [Gg]eneral|[Dd]etective [\\w ]{0,20}|[Cc]ommissioner|[Mm]inister|[Pp]rosecutor|[Ss]ecretary|NCSC [\\w ]{0,30}|NCA [\\w ]{0,30}|[Dd]eputy [Dd]irector)';
const EXPERT_ROLE =
  '(?:(?:security |threat |principal |senior |intelligence |cybersecurity |independent )*(?:researcher|analyst|evangelist|strategist|consultant|expert|advocate)|[Pp]rofessor|[Dd]irector of [Tt]hreat [Ii]ntelligence)';
const ROLES: readonly (readonly [Speaker, string])[] = [
  ['authority', AUTHORITY_ROLE],
  ['expert', EXPERT_ROLE],
  ['victim', VICTIM_ROLE],
];
const PERSONS = ROLES.flatMap(([by, role]) => [
  { by, pattern: gated(new RegExp(`\\b${role},? (?<name>${NAME})`, 'gu')) },
  {
    by,
    pattern: gated(new RegExp(`(?<name>${NAME}),? (?:(?:the|a|an|its) )?(?:[\\p{L}&'’.-]+ ){0,4}?${role}\\b`, 'gu')),
  },
]);

/** People whom the document introduces by name and office, unless the name is a firm's. */
const personsIn = ({ sentences, mentions }: Named): readonly Person[] =>
  sentences.flatMap(sentence =>
    PERSONS.flatMap(({ by, pattern }) =>
      pattern.all(sentence.text, sentence.letters).flatMap(hit => {
        const speaker = hit.groups?.['name'] ?? '';
        const start = sentence.start + hit.index + hit[0].indexOf(speaker);
        const end = start + speaker.length;
        const surname = speaker.split(' ').at(-1) ?? '';
        return mentions.some(mention => mention.start < end && start < mention.end) ? [] : [{ by, speaker, surname }];
      }),
    ),
  );

/** "Hartwell officials": people of the victim, whatever their office is elsewhere. */
const OFFICE = /^(?:['’]s?)? (?:officials|executives|authorities|investigators|management|bosses|insiders|experts)\b/;
const GROUP = gated(/\b(?:the|this) (?:group|collective|outfit|team)\b|\b(?:the|these|those) screenshots\b/g);
const GANG = gated(
  /\b(?:gang|crew|hackers?|hacking|cyber-?criminals?|threat (?:actors?|group)|ransomware (?:group|operation)|extortion)\b/,
);
const SHOP_GROUP = gated(/\b(?:retail|fashion|food|luxury|parent) group\b|\bGroup\b/);
/** Where loot is hawked, "the post" and "the seller" are the thief's. */
const OFFER = gated(/\b(?:the|this|that) (?:post|posting|thread|listing|advert(?:isement)?|ad|seller)\b/g);
const HAWKED = gated(/\b(?:forum|for sale|selling|auction\w*)\b/);
const LOOK_BACK = 3;

/** "The group said", where a gang was last spoken of and no victim is called a group. */
const gangSpeakers = ({ sentences, mentions }: Named): ((sentence: Sentence) => readonly SpeakerNoun[]) => {
  const shopGroup =
    mentions.some(({ kind, name }) => kind === 'retailer' && /\bgroup\b/i.test(name)) ||
    sentences.some(({ text, letters }) => SHOP_GROUP.test(text, letters));
  return sentence => {
    const text = sentence.letters;
    const groups = matches(GROUP, text).filter(({ end }) => !shopGroup || text[end - 1] === 's');
    const offers = matches(OFFER, text);
    if (groups.length + offers.length === 0) return [];
    const before = sentences.slice(Math.max(0, sentence.index - LOOK_BACK), sentence.index + 1);
    const about = before.some(({ letters }) => GANG.test(letters));
    const actor = mentions.some(
      ({ kind, sentence: at }) => kind === 'actor' && before.some(({ index }) => index === at),
    );
    const hawked = offers.length > 0 && before.some(({ letters }) => HAWKED.test(letters));
    return [...(about || actor ? groups : []), ...(hawked && (about || actor) ? offers : [])].map(span => ({
      by: 'attacker' as const,
      ...span,
    }));
  };
};

/** Makes the function that gives the speakers named in a sentence: gazetteer names, and people introduced by office. */
export const namedSpeakers = (source: Named): ((sentence: Sentence) => readonly SpeakerNoun[]) => {
  const victims = new Set(source.incidents?.map(({ victim }) => victim));
  const persons = new Map(personsIn(source).map(person => [plain(person.surname), person]));
  const gangs = gangSpeakers(source);
  const bySentence = Map.groupBy(source.mentions, mention => mention.sentence);
  return sentence => [
    ...(bySentence.get(sentence.index) ?? []).flatMap(mention => {
      const by = voiceOf(mention, victims);
      const end = mention.end - sentence.start;
      const office = by === 'victim' ? (OFFICE.exec(sentence.text.slice(end, end + 24))?.[0].length ?? 0) : 0;
      return by === undefined ? [] : [{ by, start: mention.start - sentence.start, end: end + office }];
    }),
    ...gangs(sentence),
    ...(persons.size === 0 ? [] : sentence.tokens).flatMap(token => {
      const person = persons.get(plain(token.text));
      return person === undefined
        ? []
        : [
            {
              by: person.by,
              speaker: person.speaker,
              start: token.start - sentence.start,
              end: token.end - sentence.start,
            },
          ];
    }),
  ];
};

const voiceOf = ({ kind, id }: Mention, victims: ReadonlySet<string>): Speaker | undefined => {
  if (kind === 'actor') return 'attacker';
  return kind === 'retailer' || victims.has(id) ? 'victim' : VOICE_OF.get(id);
};

/** Whether the main victim is itself a supplier: then "the vendor said" is the victim's word. */
export const suppliesOthers = ({ incidents }: Pick<Named, 'incidents'>): boolean =>
  incidents?.some(({ role, victim }) => role === 'main' && VOICE_OF.get(victim) === 'supplier') ?? false;

/** What a speaker noun says of who speaks. */
export const attributionOf = ({ by, speaker }: SpeakerNoun): Attribution =>
  speaker === undefined ? { by } : { by, speaker };
