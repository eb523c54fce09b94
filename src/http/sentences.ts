import { MAX_QUOTE } from '#domain/claim.ts';

/** What stands around a quote in its paragraph. */
export interface Surroundings {
  /** What comes before the quote: the beginning of its sentence, and the sentence before. */
  readonly before?: string;
  readonly after?: string;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The words before and after a stretch of a text, within its paragraph, up to the end of the neighbouring sentence; as
 * far as all of it together is no longer than the longest quote. Whole sentences or nothing: half of one may mislead.
 *
 * @param start UTF-16 offset of the quote, `end` that after it
 */
export const surroundings = (text: string, start: number, end: number): Surroundings => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const paragraph = text.slice(from, stop === -1 ? undefined : stop);
  const sentences = [...SEGMENTER.segment(paragraph)].map(({ index, segment }) => ({
    from: from + index,
    to: from + index + segment.length,
  }));
  const first = sentences.findIndex(({ to }) => to > start);
  const last = sentences.findLastIndex(sentence => sentence.from < end);
  const room = MAX_QUOTE - (end - start);
  const [whole] = [
    { begin: sentences[first - 1]?.from, finish: sentences[last + 1]?.to },
    { begin: sentences[first - 1]?.from, finish: sentences[last]?.to },
    { begin: sentences[first]?.from, finish: sentences[last + 1]?.to },
    { begin: sentences[first]?.from, finish: sentences[last]?.to },
  ].filter(({ begin, finish }) => {
    if (begin === undefined || finish === undefined) return false;
    return start - begin + (finish - end) <= room;
  });
  const before = text.slice(whole?.begin ?? start, start).trim();
  const after = text.slice(end, whole?.finish ?? end).trim();
  return { ...(before === '' ? {} : { before }), ...(after === '' ? {} : { after }) };
};
