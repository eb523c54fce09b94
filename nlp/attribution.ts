import type { Frame } from './attribution/documents.ts';
import { framesIn, speakersIn } from './attribution/frames.ts';
import { type Ground, groundOf, onGround } from './attribution/ground.ts';
import { attributionOf, namedSpeakers, suppliesOthers } from './attribution/named.ts';
import { type Quotation, quotationsIn, withoutQuotations } from './attribution/quotations.ts';
import { OWN_DEED } from './attribution/saying.ts';
import type { SpeakerNoun } from './attribution/speakers.ts';
import { gated } from './gate/index.ts';
import type { Attribution, Block, IncidentDraft, Mention, Sentence } from './types.ts';

/** What attribution needs of a document. */
export interface AttributionSource {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly incidents?: readonly IncidentDraft[];
}

interface Hearing extends AttributionSource {
  readonly quotations: readonly Quotation[];
  /** Who speaks outside quotations, sentence by sentence. */
  readonly frames: readonly (readonly Frame[])[];
  /** Who is named in a sentence as one who may speak, documents under those who wrote them. */
  readonly nouns: (index: number) => readonly SpeakerNoun[];
  /** The sentences of each block. */
  readonly paragraphs: ReadonlyMap<number, readonly Sentence[]>;
  /** On whose word the story stands where nobody else is heard. */
  readonly ground?: Ground;
}

/** A sentence that goes on telling what was just said: "The stolen information includes …". */
const GOES_ON =
  /^["' -]*(?:the (?:[\w-]+ ){0,3}(?:data|information|info|details|records|types|following|database|file|files)|this (?:includes|included|data|information)|these (?:include|included|details)|it (?:is noted|does|did|includes|included|may|might|could|was|also|has|mainly|is)(?! (?:believed|thought|understood|alleged|reported|rumou?red|unclear|unknown|not (?:yet )?(?:clear|known)))|they (?:include|included|may)|that (?:data|information|includes|included)|among|based on|additionally|furthermore|those|affected|in some cases)\b/;

const HOW_FAR_BACK = 3;
const LONGEST_LIST = 40;
/** UTF-16 units; a longer "sentence" is a table or a dump: nobody is heard behind this. */
const LONGEST_SENTENCE = 3000;
const MEDIA: Attribution = { by: 'media' };
const ATTACKER: Attribution = { by: 'attacker' };
const VICTIM: Attribution = { by: 'victim' };
const AUTHORITY: Attribution = { by: 'authority' };

/** What only a court, the police or a regulator does: told by nobody in particular, it is their word. */
const OFFICIAL_ACT =
  /\b(?:fine[sd]?|arrest(?:s|ed|ing)?|detain(?:s|ed)|(?:been|was|were) charged|charges|plead(?:s|ed)?|pled|pleas?|convict(?:s|ed|ion)|sentenc(?:es?|ed)|jailed|imprisoned|indict(?:s|ed|ment)|(?:initial|first|court) appearance|penalt(?:y|ies)|extradit(?:ed|ion))\b/;

/** UTF-16 units before a bare sum: "was fined €1m". */
const BEFORE_SUM = 40;

const isOfficial = (sentence: Sentence, start: number, end: number): boolean => {
  const text = sentence.letters;
  const from = start - sentence.start;
  const sum = /^[£$€\d]/.test(text.slice(from, from + 1));
  return OFFICIAL_ACT.test(text.slice(Math.max(0, from - (sum ? BEFORE_SUM : 0)), end - sentence.start));
};

/**
 * Makes the function that says who is heard at a span of a document (UTF-16 offsets): the speaker of the quotation
 * or of the said-clause around it, the speaker who introduced the list, or the one whose account the sentence goes on
 * with; the outlet itself where nobody is heard.
 */
export const createAttribution = (
  source: AttributionSource,
): ((sentence: Sentence, start: number, end: number) => Attribution) => {
  const quotations = quotationsIn(source.text, source.blocks);
  const named = namedSpeakers(source);
  const unquoted = source.sentences.map(sentence =>
    withoutQuotations(sentence.letters.slice(0, LONGEST_SENTENCE), sentence.start, quotations),
  );
  const frames = source.sentences.map((sentence, at) => framesIn(unquoted[at] ?? '', named(sentence)));
  const paragraphs = Map.groupBy(source.sentences, sentence => sentence.blockIndex);
  const nouns = (index: number): readonly SpeakerNoun[] => {
    const sentence = source.sentences[index];
    return sentence === undefined ? [] : speakersIn(unquoted[index] ?? '', named(sentence));
  };
  const heard: Hearing = { ...source, quotations, frames, nouns, paragraphs };
  const ground = groundOf({
    sentences: source.sentences,
    frames,
    unquoted,
    resolve: (index, frame) => resolve(heard, index, frame),
  });
  const hearing: Hearing = ground === undefined ? heard : { ...heard, ground };
  const supplierHit = suppliesOthers(source);
  return (sentence, start, end) => {
    const found = heardAt(hearing, sentence, start, end);
    if (found === MEDIA && isOfficial(sentence, start, end)) return AUTHORITY;
    if (found.by !== 'attacker' && isAlleged(hearing, sentence, start, end)) return ATTACKER;
    if (found.by === 'victim' && namesGang(hearing, sentence, start, end)) return MEDIA;
    return supplierHit && found.by === 'supplier' ? { ...found, by: 'victim' } : found;
  };
};

/** "data allegedly stolen": what is alleged of the loot is the gang's word. */
const ALLEGED = gated(/\b(?:alleged(?:ly)?|purported(?:ly)?|supposed(?:ly)?|claimed to (?:be|have)|so-called)\b/g);
const LOOT = gated(/\b(?:stolen|stole|data|files|records|information|leaked|exfiltrated|breached|hacked|databases?)\b/);
const GANG = gated(
  /\b(?:gang|hackers?|attackers?|cyber-?criminals?|threat actors?|hacking (?:group|collective)|ransomware (?:group|operation|crew)|extortion(?:ists)?)\b/,
);
/** UTF-16 units behind "allegedly" to which it reaches. */
const ALLEGING = 90;
/** Sentences before in which a gang must have been spoken of. */
const GANG_BEFORE = 2;

/** Once loot lies open, what is in it is told by those who looked. */
const OUT_IN_PUBLIC = gated(/\b(?:leaked|released|published|dumped|posted|samples?)\b/);
/** Only by saying so does a victim name a gang. */
const NAMES_CULPRIT =
  /\b(?:attribut\w+|blam(?:es|ed|ing)|named|identif(?:ies|ied))\b|\b(?:confirm|sa[iy]|told|admit|reveal|stat|acknowledg)\w*\b.{0,40}\bthat\b[^,;]{0,60}$/;

const isAlleged = (
  { mentions, quotations, sentences }: Hearing,
  sentence: Sentence,
  start: number,
  end: number,
): boolean => {
  const text = sentence.letters;
  const at = start - sentence.start;
  const near = ALLEGED.all(text).some(({ index }) => index < end - sentence.start && at - index < ALLEGING);
  if (!near || !LOOT.test(text)) return false;
  if (quotations.some(quote => quote.start <= start && quote.end > start)) return false;
  const before = sentences.slice(Math.max(0, sentence.index - GANG_BEFORE), sentence.index + 1);
  return before.some(
    ({ letters, index }) =>
      GANG.test(letters) || mentions.some(({ kind, sentence: at }) => kind === 'actor' && at === index),
  );
};

/** Outside quotations victims name no gangs: the outlet does, in a sentence in which they speak of the attack. */
const namesGang = ({ mentions, quotations }: Hearing, sentence: Sentence, start: number, end: number): boolean =>
  !NAMES_CULPRIT.test(sentence.letters.slice(0, start - sentence.start)) &&
  mentions.some(mention => mention.kind === 'actor' && mention.start <= start && end <= mention.end) &&
  !quotations.some(quote => quote.start <= start && quote.end >= end);

const heardAt = (hearing: Hearing, sentence: Sentence, start: number, end: number): Attribution =>
  hearing.quotations.some(quote => quote.start <= start && quote.end >= end)
    ? quoted(hearing, sentence)
    : narrated(hearing, sentence, start);

/** The frame's speaker; of "he said" the speaker of the sentences before. */
const resolve = ({ frames, sentences }: Hearing, index: number, frame: Frame): Attribution => {
  if (!frame.pronoun) return attributionOf(frame.noun);
  if (OWN_DEED.test(sentences[index]?.letters.slice(frame.verb.end) ?? '')) return ATTACKER;
  for (let i = index; i >= Math.max(0, index - HOW_FAR_BACK); i--) {
    const before = frames[i]?.findLast(other => !other.pronoun && (i < index || other.noun.end <= frame.noun.start));
    if (before !== undefined) return attributionOf(before.noun);
  }
  return VICTIM;
};

/** "is investigating claims of a breach": what is claimed is not the word of whoever looks into it. */
const LOOKED_INTO =
  /\b(?:investigat\w+|aware of|look(?:s|ed|ing)? into|prob(?:es?|ed|ing)|evaluat\w+|assess\w+|verif(?:y|ying)) (?:the |these |those |recent |any |some |online |potential )*(?<what>claims?|allegations?|reports?|rumou?rs)\b[^.;]*$/;

/** "the sample includes names", "screenshots show": what lies open is told by whoever looked. */
const IN_VIEW =
  /\b(?:samples?|screenshots?|screen captures|(?:review|analysis|look|glance) (?:of|at) (?:the |this |some )?(?:[\w-]+ ){0,2}?(?:data|files|archive|dump|leak|database|records))\b[^.;]{0,80}\b(?:includ|contain|show|list|referenc|appear|reveal|confirm|suggest|match|consist|hold|feature)\w*|^["']?(?:from|in|among|judging by|based on) (?:the |these |those |some )?(?:[\w-]+ ){0,2}?(?:samples?|screenshots?)\b/;

const narrated = (hearing: Hearing, sentence: Sentence, start: number): Attribution => {
  const at = start - sentence.start;
  const what = LOOKED_INTO.exec(sentence.letters.slice(0, at))?.groups?.['what'];
  if (what !== undefined) return /^(?:claim|alleg)/.test(what) ? ATTACKER : MEDIA;
  const own = (hearing.frames[sentence.index] ?? [])
    .filter(frame => frame.over.start <= at && frame.over.end > at)
    .toSorted((a, b) => b.over.start - a.over.start)[0];
  if (own !== undefined) return resolve(hearing, sentence.index, own);
  if (IN_VIEW.test(sentence.letters)) return MEDIA;
  const listed = sentence.block.kind === 'list-item';
  const goes = listed || GOES_ON.test(sentence.letters) ? goingOn(hearing, sentence, listed) : undefined;
  return goes ?? grounded(hearing, sentence);
};

const grounded = (hearing: Hearing, sentence: Sentence): Attribution =>
  onGround(sentence, ofOthers(hearing, sentence) ? undefined : hearing.ground) ?? MEDIA;

/** Whether the only victims named in a sentence are others than the story's own. */
const ofOthers = ({ mentions, incidents }: Hearing, { index }: Sentence): boolean => {
  const mains = incidents?.filter(({ role }) => role === 'main').map(({ victim }) => victim) ?? [];
  const named = mentions.filter(({ sentence, kind }) => sentence === index && kind === 'retailer');
  return mains.length > 0 && named.length > 0 && !named.some(({ id }) => mains.includes(id));
};

/** The speaker of the sentences before one that only goes on with what they told; of a list, who introduced it. */
const goingOn = (hearing: Hearing, sentence: Sentence, listed: boolean): Attribution | undefined => {
  const farthest = sentence.index - (listed ? LONGEST_LIST : HOW_FAR_BACK);
  for (let i = sentence.index - 1; i >= Math.max(0, farthest); i--) {
    const before = hearing.sentences[i];
    if (before === undefined || before.block.kind === 'headline') break;
    if (listed && before.block.kind === 'list-item') continue;
    const own = hearing.frames[i]?.at(-1);
    if (own !== undefined) return resolve(hearing, i, own);
    if (isAlleged(hearing, before, before.end - 1, before.end) && !OUT_IN_PUBLIC.test(sentence.letters))
      return ATTACKER;
    const last = lastLetter(before);
    if (hearing.quotations.some(quote => quote.start <= last && quote.end > last)) return quoted(hearing, before);
    if (listed) return GOES_ON.test(before.letters) ? goingOn(hearing, before, false) : undefined;
  }
  return undefined;
};

const lastLetter = (sentence: Sentence): number => sentence.end - 2;

/** "Here is the email from the shop:", before a quotation: who or what is named there speaks. */
const introducer = (hearing: Hearing, index: number): Attribution | undefined => {
  const before = hearing.sentences[index];
  if (before === undefined || !/:["'*_\s]*$/.test(before.text)) return undefined;
  const last = hearing.frames[index]?.at(-1);
  if (last !== undefined) return resolve(hearing, index, last);
  const [noun] = hearing.nouns(index);
  return noun === undefined ? undefined : attributionOf(noun);
};

/** In a quotation: the shop's own people, systems and doings. */
const OUR_SHOP =
  /\b(?:our (?:\w+ ){0,2}(?:customers?|guests?|members?|shoppers|stores?|shops|staff|colleagues|employees|team members|associates|services|pharmac\w+|systems|operations|website)|we (?:have|are|will|continue|apologi[sz]e|sincerely|deeply|immediately|took|regret|value|understand))\b/;

/** The speaker of a quotation: named in its sentence, else nearest in its paragraph, else before it. */
const quoted = (hearing: Hearing, sentence: Sentence): Attribution => {
  const paragraph = hearing.paragraphs.get(sentence.blockIndex) ?? [];
  const nearestFirst = paragraph.toSorted(
    (a, b) => Math.abs(a.index - sentence.index) - Math.abs(b.index - sentence.index),
  );
  const ours = OUR_SHOP.test(sentence.letters);
  const own = (found: Attribution): Attribution =>
    ours && (found.by === 'supplier' || found.by === 'media') ? VICTIM : found;
  const of = (index: number, heard: Frame): Attribution => own(resolve(hearing, index, heard));
  for (const { index } of nearestFirst) {
    const heard = hearing.frames[index]?.at(-1);
    if (heard !== undefined) return of(index, heard);
  }
  const first = paragraph[0]?.index ?? sentence.index;
  const introduced = introducer(hearing, first - 1);
  if (introduced !== undefined) return own(introduced);
  for (let i = first - 1; i >= Math.max(0, first - 10); i--) {
    const heard = hearing.frames[i]?.at(-1);
    if (heard !== undefined) return of(i, heard);
  }
  return /\b(?:we|our|us)\b/.test(sentence.letters) ? VICTIM : MEDIA;
};
