import { retailerRow } from '../entities.ts';
import { gated } from '../gate/index.ts';
import type { Mention, Sentence } from '../types.ts';
import { candidateTest, isSupplier, partInStory } from './candidates.ts';
import { evidenceOf } from './evidence.ts';
import { asideIn, mainOnes, type Suspect } from './main.ts';
import { type Relations, relationsIn } from './relations.ts';
import { onlyResearch } from './research.ts';
import { type Part, type Skeleton, skeletonOf } from './skeleton.ts';
import { weigh } from './weigh.ts';

/** A firm that the article makes a victim. */
export interface Victim {
  readonly id: string;
  readonly name: string;
  readonly main: boolean;
  /** The headline names it only to say whom it speaks of: "X hackers claim to be behind the raid on Y". */
  readonly aside: boolean;
  /** The sentences (indexes, in order) that make it one. */
  readonly sentences: readonly number[];
}

/** Who is a victim in an article, and what each sentence says of them. */
export interface Cast {
  readonly victims: readonly Victim[];
  /** By sentence index. */
  readonly skeletons: readonly Skeleton[];
  readonly relations: readonly Relations[];
  /** Mention indexes (into the mentions given) that can be victims. */
  readonly candidates: ReadonlySet<number>;
  /** False where the article tells only of a weakness found: then nobody is a victim. */
  readonly open: boolean;
}

type Scene = Omit<Cast, 'victims' | 'open'> & { readonly sentences: readonly Sentence[] };

const LEAD_SENTENCES = 3;
/** Logits above which the whole article makes a firm its victim, though no sentence says so in a known way. */
const BELIEVED = -0.2;
/** Logits below which a single sentence that says so is taken for a misreading. */
const DISBELIEVED = -4.5;

/** A supplier is the victim only of a story of its own: told in headline or lead, with no retailer as the headline's victim. */
const withoutBystanders = (victims: readonly Suspect[], mentions: readonly Mention[]): readonly Suspect[] => {
  const suppliers = new Set(mentions.filter(isSupplier).map(({ id }) => id));
  const supplier = ({ id }: Suspect): boolean => suppliers.has(id);
  const retailerLeads = victims.some(victim => !supplier(victim) && victim.sentences[0] === 0);
  return victims.filter(
    victim => !supplier(victim) || (!retailerLeads && (victim.sentences[0] ?? LEAD_SENTENCES) < LEAD_SENTENCES),
  );
};

/** "an attack on their parent company, X": the owner was hit, whichever of its chains felt it. */
const UPON_PARENT = gated(
  /\b(?:attacks?|cyber-?attacks?|breach(?:es)?|incident|hack|intrusion) (?:on|against|at|affecting|targeting) (?:the |its |their )?parent(?: company| firm| group)?,? §(\d+)/,
);

/** The owner that was hit and of which several chains are victims with it. */
const hitParent = (victims: readonly Suspect[], skeletons: readonly Skeleton[], mentions: readonly Mention[]) => {
  const marks = skeletons.flatMap(({ text }) => UPON_PARENT.exec(text)?.[1] ?? []);
  const owners = new Set(marks.flatMap(mark => mentions[Number(mark)]?.id ?? []));
  const chains = victims.filter(({ id }) => owners.has(retailerRow(id)?.parent ?? ''));
  const owner = victims.find(({ id }) => owners.has(id));
  return chains.length > 1 && owner ? { owner, chains } : undefined;
};

/**
 * A holding company is a victim only where none of its shops is one, or where the headline names it beside them; where it
 * was hit itself and with it several of its chains, it stands for them.
 */
const withoutParents = (
  victims: readonly Suspect[],
  skeletons: readonly Skeleton[],
  mentions: readonly Mention[],
): readonly Suspect[] => {
  const hit = hitParent(victims, skeletons, mentions);
  if (hit) {
    const sentences = [...new Set([...hit.owner.sentences, ...hit.chains.flatMap(chain => chain.sentences)])];
    const stands = { ...hit.owner, sentences: sentences.toSorted((a, b) => a - b) };
    return [...victims.filter(victim => victim !== hit.owner && !hit.chains.includes(victim)), stands];
  }
  const parents = new Set(victims.map(({ id }) => retailerRow(id)?.parent));
  return victims.filter(
    ({ id, sentences }) => !parents.has(id) || (retailerRow(id)?.kind !== 'group' && sentences[0] === 0),
  );
};

/** The firms that a sentence makes victims, or that the article as a whole does. */
const suspectsIn = (mentions: readonly Mention[], scene: Scene): readonly Suspect[] => {
  const evidence = evidenceOf(mentions, scene);
  const own = Map.groupBy([...scene.candidates], index => mentions[index]?.id ?? '');
  return [...own].flatMap(([id, indexes]) => {
    const name = mentions[indexes[0] ?? 0]?.name ?? id;
    const said = indexes.filter(index => scene.relations[mentions[index]?.sentence ?? 0]?.victims.includes(index));
    const sentences = new Set(said.map(index => mentions[index]?.sentence ?? 0));
    const found = evidence.get(id);
    const logits = found ? weigh(found.evidence) : 0;
    if (logits > BELIEVED) for (const index of found?.sentences ?? []) sentences.add(index);
    else if (sentences.size === 1 && logits < DISBELIEVED) return [];
    if (sentences.size === 0) return [];
    return [{ id, name, sentences: [...sentences].toSorted((a, b) => a - b), mentions: indexes.length }];
  });
};

/** "Other chains hit by ransomware in the last months:" */
const ANNOUNCES =
  /\b(?:attacks?|victims|incidents|breaches|hacks|hit|attacked|breached|targeted|struck)\b[^.;]*(?::|\b(?:include|are|were|list)[^.;]{0,30})$/;
const ITEM_AHEAD = /^[^a-z§¤]*(?:[a-z'-]+ ){0,4}?§(\d+)/;

/** The firm ahead in a list item under a sentence that announces a list of attacks. */
const itemVictims = (
  index: number,
  skeletons: readonly Skeleton[],
  sentences: readonly Sentence[],
): readonly number[] => {
  if (sentences[index]?.block.kind !== 'list-item') return [];
  const mark = ITEM_AHEAD.exec(skeletons[index]?.text ?? '')?.[1];
  const opening = sentences.findLastIndex((other, at) => at < index && other.block.kind !== 'list-item');
  const announced = ANNOUNCES.test(skeletons[opening]?.text.trim() ?? '');
  return mark !== undefined && announced ? [Number(mark)] : [];
};

/** Decides which of the firms named are victims, and which of them the article is about. */
export const castOf = (text: string, sentences: readonly Sentence[], mentions: readonly Mention[]): Cast => {
  const mayBeVictim = candidateTest(sentences, mentions, text);
  const candidates = new Set(mentions.flatMap((mention, index) => (mayBeVictim(mention) ? [index] : [])));
  if (candidates.size === 0)
    return { victims: [], skeletons: [], relations: [], candidates, open: !onlyResearch(sentences) };
  const partOf = (index: number): Part => (candidates.has(index) ? 'victim' : partInStory(mentions[index]));
  const bySentence = Map.groupBy(
    mentions.map((mention, index) => ({ mention, index })),
    ({ mention }) => mention.sentence,
  );
  const skeletons = sentences.map(sentence => skeletonOf(sentence, bySentence.get(sentence.index) ?? [], partOf));
  const relations = skeletons.map((skeleton, index) => {
    const found = relationsIn(skeleton.text, sentences[index]?.block.kind === 'headline');
    return { ...found, victims: [...new Set([...found.victims, ...itemVictims(index, skeletons, sentences)])] };
  });
  const read = { skeletons, relations, candidates };
  if (onlyResearch(sentences)) return { victims: [], ...read, open: false };
  const victims = withoutBystanders(
    withoutParents(suspectsIn(mentions, { ...read, sentences }), skeletons, mentions),
    mentions,
  );
  const main = mainOnes(victims, skeletons, mentions, sentences);
  const aside = asideIn(skeletons, sentences, mentions);
  const roles = victims.map(({ id, name, sentences: from }) => ({
    id,
    name,
    main: main.has(id),
    aside: aside.has(id),
    sentences: from,
  }));
  return { victims: roles, ...read, open: true };
};
