import type { ActorClaim } from '#domain/claim.ts';
import type { ActorRole, Certainty } from '#domain/vocabulary.ts';
import { actorRow } from '../entities.ts';
import type { Extractor, Mention, Reading, Sentence } from '../types.ts';
import { didIt, KIN, ownedByVictim, REFERRED } from './actor/deeds.ts';
import { clauseQuote } from './clause.ts';
import { speaksOfAnother } from './place.ts';

const CLAIMS =
  /\b(?:claim(?:s|ed|ing)?(?! credit card)|taking credit|took credit|takes? credit|(?:took|taken|takes|taking|assumed) (?:full )?responsibility|is (?:now )?(?:selling|offering)|(?:put|offered|offers|advertis\w+) (?:[\w'’&-]+ ){0,6}(?:for sale|up for)|offer(?:ed|s|ing) [^.;]{3,60} for (?:just |only |about )?(?:[$£€]|[\d,.]+ (?:dollars|euros|pounds|bitcoins?|btc))|boast(?:s|ed|ing)?|brag(?:s|ged)|(?:wrote|writing|writes) that|shared news|add(?:s|ed) (?:[\w'’&-]+ ){1,5}to its|(?:list|plac|nam|featur|includ|show)(?:s|ed|ing) (?:[\w'’&-]+ ){1,5}(?:on|as|to|among)|put(?:ting)? (?:[\w'’&-]+ ){1,5}on (?:its|their|the|a) (?:[\w-]+ ){0,2}(?:leak|leaks|extortion|dark|victim|data|site|portal|blog)|(?:says|said|boasts?) (?:it|they) (?:stole|hacked|has|have|had|breached)|who confirmed they were behind|claim credit|(?:list|nam|add)(?:s|ed)\b[^.;]{0,90}\bvictims?\b|threaten\w*|posted|(?:published|leaked|released|dumped|uploaded) (?:[\w,.'-]+ ){0,6}?(?:data|files|samples?|documents|dataset|database|records|screenshots))\b/;
/** "responsibility was taken by X", "claimed on Telegram by X". */
const TAKEN_BY =
  /\b(?:responsibility (?:[a-z'-]+ ){0,8}?(?:taken|claimed|assumed)|claimed(?: [a-z]+){0,3}|(?:posted|listed|offered|advertised|put up)(?: [a-z]+){0,5}) by (?:(?:the|a|an|two|both) )?(?:[\w-]+ ){0,5}['"]?$/;
/** Put on the site of a gang: "added to the X leak site", "published on the leak site of the X group". */
const ON_SITE =
  /\b(?:added|listed|published|posted|leaked|appeared|named|put|uploaded|released|showed up)\b[^.;]{0,70}\b(?:to|on|by|of) (?:the |a )?(?:[\w'-]+ ){0,4}$/;
const SITE_AFTER =
  /^['’]?s? (?:[\w-]+ ){0,6}?(?:leak|leaks|extortion|dark ?web|onion|tor|blog|portal|site|website|group|gang)\b/;
/** The name is told for its history or its kind: other names of a gang, whom it follows, who spoke with it. */
const HISTORY_BEFORE =
  /\b(?:spoke (?:with|to)|interview\w*|closure of|rebrand\w*(?: itself)?(?: as| of| from)?|successor\w* (?:to|of)|offshoot\w* of|spin-?offs?|evolved (?:from|into)|formerly|previously|members (?:have |had |later )?(?:reform\w+|regroup\w+|join\w+)|reformed|(?:under )?(?:a |the )?new name|consist(?:s|ing)? of|made up of|composed of|drawn from|remnants? of|such as|reminiscent of|now|became|turned into|shut down|takedown of|dismantl\w+|disrupt\w+)[^.;]{0,45}$/;
const PROFILE_AFTER =
  /^(?: \([^)]*\))?(?:,[^,]{0,100},)? (?:is|was|are|were|has been|first|emerged|appeared|launched|started|began|operates?|surfaced|came)(?: (?!behind|responsible|linked|suspected|believed|thought|attributed)[\w-]+){0,3}? (?:known|notorious|infamous|famous|an?|the|one of|considered|in|as|active|operating|emerged|onto)\b/;
const OPERATED =
  /\b(?:(?:hit|struck|infected|crippled|compromised) (?:with|by)|strain|deploy(?:ed|ing|s)?|used|using|use of|with|via|encrypt(?:or|er)|decryptor|locker|ransomware(?: attack)? that hit|service called|affiliates?|payload)\b/;
const TOOL_AFTER = /^['"’”]?s? (?:ransomware|encryptor|decryptor|locker|malware|payload|encryptors)\b/;
const DID =
  /\b(?:behind|link(?:ed|s|ing)|attribut\w+|blam\w+|carried out|conducted|perpetrat\w+|launched|responsible|suspect\w*|believed|thought|tied|connected|targeted by|hit by|breached by|hacked by|attack(?:s|ed)? by|belong\w+ to|stole|breached|hacked|infiltrated|orchestrated|work of|handiwork|doing of|associated|campaign|same (?:hackers|group|gang|crew)|targeted by|tactics|hallmarks|has been doing|reportedly)\b/;
const ONLY_LIKE =
  /\b(?:tactics|techniques|ttps|methods|hallmarks|similar|resembl\w+|suspect\w*|consistent with|believed|may|might|could|possibl[ey]|likely|thought|speculat\w+|appears?)\b/;
/** A gang that did it, in person. */
const GANG_AFTER =
  /^['’]?s? (?:ransomware |extortion |hacking |cybercrime ){0,2}(?:gang|group|crew|hackers|collective|cartel)\b/;
/** The name stands for a way of working, or for gangs in general. */
const TECHNIQUE_AFTER = /^['’]?s?[- ](?:style|type|groups|(?:web |card |credit card )?skimm\w+|attacks?\b)/;
const UNTIED =
  /\b(?:not (?:yet )?been (?:linked|attributed|tied)|no (?:evidence|indication|link)|nothing to (?:link|suggest)|denied|not behind|(?:is|are|was|were)(?: not|n't) (?:linked|related|connected|tied|part|behind|the (?:result|work))|(?:not|n't) (?:the )?(?:result|work) of|unrelated to)\b/;

/** "A technique used by X", "an attack vector that X is known for": how it works, not what it did here. */
const WAY_OF =
  /\b(?:vectors?|techniques?|tactics?|methods?|playbook|modus operandi|tools?|trick|tradecraft) (?:that (?:is|was|has been) )?(?:[a-z]+ly )?(?:used|employed|favou?red|preferred|abused|adopted|popular) (?:by|with|among) (?:the )?(?:[\w-]+ ){0,2}['"]?$/;
/** "The data is listed on a dark web portal called X": the seller, where it stands for a gang. */
const SOLD_ON =
  /\b(?:listed|posted|published|offered|advertised|put up|leaked|auctioned|for sale) (?:for sale )?(?:on|at|by) (?:the |a |an )?(?:(?:data|dark|web|leak|extortion|underground|online|new) ?){0,4}(?:(?:portal|site|marketplace|market|forum|blog|shop)(?: \w+)? (?:named|called|known as|dubbed) )?['"]?$/;

interface Part {
  readonly role: ActorRole;
  readonly certainty: Certainty;
  readonly by?: 'attacker';
}

/** Three gangs in a row are a gang's kin or a survey of the scene. */
const CROWD = 3;

/** Whether the sentence tells what an actor is, or names many, and no shop. */
const ofItself = (reading: Reading, sentence: Sentence, mention: Mention): boolean => {
  const here = reading.mentions.filter(({ sentence: index }) => index === sentence.index);
  if (here.some(({ kind }) => kind === 'retailer')) return false;
  const names = new Set(here.filter(({ kind }) => kind === 'actor').map(({ id }) => id));
  return names.size >= CROWD || PROFILE_AFTER.test(sentence.letters.slice(mention.end - sentence.start));
};

const partOf = (reading: Reading, sentence: Sentence, mention: Mention, text: string): Part | undefined => {
  const from = mention.start - sentence.start;
  const to = mention.end - sentence.start;
  const before = text.slice(Math.max(0, from - 110), from);
  const after = text.slice(to, to + 110);
  const near = `${before}§${after}`;
  if (actorRow(mention.id)?.kind === 'collective' && TECHNIQUE_AFTER.test(after)) return undefined;
  if (KIN.test(before)) return undefined;
  if (WAY_OF.test(before)) return undefined;
  const sold = SOLD_ON.test(before);
  if (sold && UNTIED.test(near)) return undefined;
  if (UNTIED.test(near) && speaksOfAnother(reading, sentence)) return undefined;
  if (UNTIED.test(near)) return { role: 'perpetrator', certainty: 'denied' };
  const claims =
    CLAIMS.test(after) ||
    /\bclaimed by (?:the |a )?(?:[\w-]+ ){0,2}$/.test(before) ||
    /\bclaims? (?:of|by) (?:the )?$/.test(before) ||
    TAKEN_BY.test(before) ||
    sold ||
    (ON_SITE.test(before) && SITE_AFTER.test(after));
  if (claims) return { role: 'claimant', certainty: 'claimed', by: 'attacker' };
  if (HISTORY_BEFORE.test(before) || ofItself(reading, sentence, mention)) return undefined;
  const tool =
    TOOL_AFTER.test(after) ||
    /\b(?:service|ransomware|strain|variant|family|malware) (?:called|named|known as|dubbed|operation) ['"]?$/.test(
      before,
    ) ||
    actorRow(mention.id)?.kind === 'ransomware';
  const certainty = reading.certaintyAt(sentence, mention.start, mention.end);
  const inPerson = GANG_AFTER.test(after) && /\b(?:hit|struck|compromised|crippled) by (?:the )?$/.test(before);
  if (tool && !inPerson && OPERATED.test(near)) return { role: 'ransomware-operator', certainty };
  if (!DID.test(near) && !(didIt(before, after) && ownedByVictim(reading, sentence))) return undefined;
  return {
    role: 'perpetrator',
    certainty: ONLY_LIKE.test(before.slice(-70)) || ONLY_LIKE.test(after.slice(0, 30)) ? 'possible' : certainty,
  };
};

/** "had breached over 200 organisations", "has made $100 million": a gang's record, told of no victim. */
const RECORD =
  /^[^.;]{0,80}(?:[$£€] ?[\d.,]+ ?(?:million|billion|m|bn)\b[^.;]{0,40}\b(?:in (?:just |less than |only |about |under )?(?:[\d-]+|a|one|two|three|six|twelve|eighteen) (?:months?|years?)|from (?:more than |over |at least |some |about |around |nearly )?[\d,]{3,} |since )|\b(?:more than |over |at least |some |about |around |nearly )?(?:hundreds|dozens|thousands|scores|[\d,]{2,}) (?:of )?(?:[a-z-]+ ){0,3}(?:organi[sz]ations|victims|companies|entities|businesses|firms)\b)/;

const isActor = ({ id }: Mention): boolean => !['malware', 'marketplace'].includes(actorRow(id)?.kind ?? 'group');

const claimed = (
  reading: Reading,
  sentence: Sentence,
  mention: Mention,
  part: Part,
  span: readonly [number, number],
  rule: string,
): readonly ActorClaim[] => {
  const attribution = reading.attributionAt(sentence, span[0], span[1]);
  return reading.incidentsAt(sentence, span[0], span[1]).map(incident => ({
    kind: 'actor',
    incident,
    value: { name: mention.name, role: part.role },
    certainty: part.certainty,
    ...attribution,
    ...(part.by ? { by: part.by } : {}),
    ...(sentence.block.noted === undefined ? {} : { noted: sentence.block.noted }),
    ...clauseQuote(reading, sentence, span[0], span[1]),
    rule,
    confidence: part.certainty === 'possible' ? 0.6 : 0.8,
  }));
};

const claimsOf = (reading: Reading, mention: Mention): readonly ActorClaim[] => {
  const sentence = reading.sentences[mention.sentence];
  if (!sentence || !isActor(mention)) return [];
  const scope = reading.scopeAt(sentence, mention.start, mention.end);
  if (scope.conditional || scope.generic) return [];
  const { letters } = sentence;
  const named = reading.mentions.some(({ kind, sentence: at }) => kind === 'retailer' && at === sentence.index);
  if (!named && RECORD.test(letters.slice(mention.end - sentence.start))) return [];
  const part = partOf(reading, sentence, mention, letters);
  return part ? claimed(reading, sentence, mention, part, [mention.start, mention.end], 'actor/named-with-part') : [];
};

/** How many sentences back "the gang" may have been named. */
const NAMED_BEFORE = 3;

/** "The gang claims to have stolen …", where one actor and no other was named just before. */
const byReference = (reading: Reading, sentence: Sentence): readonly ActorClaim[] => {
  const found = REFERRED.all(sentence.letters)[0];
  if (!found) return [];
  const actors = reading.mentions.filter(({ kind }) => kind === 'actor');
  if (actors.some(({ sentence: index }) => index === sentence.index)) return [];
  const before = actors.filter(
    mention =>
      isActor(mention) && mention.sentence < sentence.index && mention.sentence >= sentence.index - NAMED_BEFORE,
  );
  const mention = before.at(-1);
  if (!mention || before.some(({ id }) => id !== mention.id)) return [];
  const [start, end] = [sentence.start + found.index, sentence.start + found.index + found[0].length];
  const scope = reading.scopeAt(sentence, start, end);
  if (scope.conditional || scope.generic || scope.negated) return [];
  return claimed(
    reading,
    sentence,
    mention,
    { role: 'claimant', certainty: 'claimed', by: 'attacker' },
    [start, end],
    'actor/referred-to',
  );
};

/** Who is said to have done it, to have lent the tools, or to claim it: named actors with a part in a local incident. */
export const actorClaims: Extractor<ActorClaim> = reading => [
  ...reading.mentions.filter(({ kind }) => kind === 'actor').flatMap(mention => claimsOf(reading, mention)),
  ...reading.sentences.flatMap(sentence => byReference(reading, sentence)),
];
