import type { ActorClaim } from '#domain/claim.ts';
import type { ActorRole, Certainty } from '#domain/vocabulary.ts';
import { actorRow } from '../entities.ts';
import { plain } from '../scope/plain.ts';
import type { Extractor, Mention, Reading, Sentence } from '../types.ts';
import { clauseQuote } from './clause.ts';

const CLAIMS =
  /\b(?:claim(?:s|ed|ing)?|taking credit|took credit|takes? credit|shared news|add(?:s|ed) (?:[\w'’&-]+ ){1,5}to its|list(?:s|ed) (?:[\w'’&-]+ ){1,5}(?:on|as)|(?:says|said|boasts?) (?:it|they) (?:stole|hacked|has|have|had|breached)|who confirmed they were behind|claim credit|threaten\w*|posted)\b/;
const OPERATED =
  /\b(?:deploy(?:ed|ing|s)?|used|using|use of|with|via|encrypt(?:or|er)|decryptor|locker|ransomware(?: attack)? that hit|service called|affiliates?|payload)\b/;
const TOOL_AFTER = /^['"’”]?s? (?:ransomware|encryptor|decryptor|locker|malware|payload|encryptors)\b/;
const DID =
  /\b(?:behind|link(?:ed|s|ing)|attribut\w+|blam\w+|carried out|conducted|perpetrat\w+|launched|responsible|suspect\w*|believed|thought|tied|connected|targeted by|hit by|breached by|hacked by|attack(?:s|ed)? by|belong\w+ to|stole|breached|hacked|infiltrated|orchestrated|work of|associated|campaign|same (?:hackers|group|gang|crew)|targeted by|tactics|hallmarks|has been doing|reportedly)\b/;
const ONLY_LIKE =
  /\b(?:tactics|techniques|ttps|methods|hallmarks|similar|resembl\w+|suspect\w*|consistent with|believed|may|might|could|possibl[ey]|likely|thought|speculat\w+|appears?)\b/;
/** The name stands for a way of working, or for gangs in general. */
const TECHNIQUE_AFTER = /^['’]?s?[- ](?:style|type|groups|(?:web |card |credit card )?skimm\w+|attacks?\b)/;
const UNTIED =
  /\b(?:not been (?:linked|attributed|tied)|no (?:evidence|indication|link)|nothing to (?:link|suggest)|denied|unrelated|not behind)\b/;

interface Part {
  readonly role: ActorRole;
  readonly certainty: Certainty;
  readonly by?: 'attacker';
}

const partOf = (reading: Reading, sentence: Sentence, mention: Mention, text: string): Part | undefined => {
  const from = mention.start - sentence.start;
  const to = mention.end - sentence.start;
  const before = text.slice(Math.max(0, from - 110), from);
  const after = text.slice(to, to + 110);
  const near = `${before}§${after}`;
  if (actorRow(mention.id)?.kind === 'collective' && TECHNIQUE_AFTER.test(after)) return undefined;
  if (UNTIED.test(near)) return { role: 'perpetrator', certainty: 'denied' };
  const claims =
    CLAIMS.test(after) ||
    /\bclaimed by (?:the |a )?(?:[\w-]+ ){0,2}$/.test(before) ||
    /\bclaims? (?:of|by) (?:the )?$/.test(before);
  if (claims) return { role: 'claimant', certainty: 'claimed', by: 'attacker' };
  const tool =
    TOOL_AFTER.test(after) ||
    /\b(?:service|ransomware) (?:called|named|known as|operation) $/.test(before) ||
    actorRow(mention.id)?.kind === 'ransomware';
  const certainty = reading.certaintyAt(sentence, mention.start, mention.end);
  if (tool && OPERATED.test(near)) return { role: 'ransomware-operator', certainty };
  if (!DID.test(near)) return undefined;
  return {
    role: 'perpetrator',
    certainty: ONLY_LIKE.test(before.slice(-70)) || ONLY_LIKE.test(after.slice(0, 30)) ? 'possible' : certainty,
  };
};

const claimsOf = (reading: Reading, mention: Mention): readonly ActorClaim[] => {
  const sentence = reading.sentences[mention.sentence];
  if (!sentence || actorRow(mention.id)?.kind === 'malware' || actorRow(mention.id)?.kind === 'marketplace') return [];
  const scope = reading.scopeAt(sentence, mention.start, mention.end);
  if (scope.conditional || scope.generic) return [];
  const part = partOf(reading, sentence, mention, plain(sentence.text));
  if (!part) return [];
  const attribution = reading.attributionAt(sentence, mention.start, mention.end);
  return reading.incidentsAt(sentence, mention.start, mention.end).map(incident => ({
    kind: 'actor',
    incident,
    value: { name: mention.name, role: part.role },
    certainty: part.certainty,
    ...attribution,
    ...(part.by ? { by: part.by } : {}),
    ...(sentence.block.noted === undefined ? {} : { noted: sentence.block.noted }),
    ...clauseQuote(reading, sentence, mention.start, mention.end),
    rule: 'actor/named-with-part',
    confidence: part.certainty === 'possible' ? 0.6 : 0.8,
  }));
};

/** Who is said to have done it, to have lent the tools, or to claim it: named actors with a part in a local incident. */
export const actorClaims: Extractor<ActorClaim> = reading =>
  reading.mentions.filter(({ kind }) => kind === 'actor').flatMap(mention => claimsOf(reading, mention));
