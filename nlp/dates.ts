import type { DateMention, Sentence } from './types.ts';

/** Dates stated in a sentence; relative ones are resolved against `anchorDay` (UTC `YYYY-MM-DD`). */
export const datesIn = (_sentence: Sentence, _anchorDay?: string): readonly DateMention[] => [];
