import type { LegalAction } from '#domain/vocabulary.ts';
import type { Gated } from '../../gate/index.ts';

/** How a legal step is told. */
export interface LegalRow {
  readonly action: LegalAction;
  readonly pattern: Gated;
  /** Must stand somewhere in the sentence. */
  readonly beside?: RegExp;
  /** What befell a person: told without the crime where the words go on with a story that names it. */
  readonly ofPerson?: true;
  /** Counts only where the sentence names a victim, ties it to an attack, or goes on with the story of one. */
  readonly ofCrime?: true;
  readonly unless?: RegExp;
}
