import { styleText } from 'node:util';
import type { Analysis, Claim, LocalIncident } from '#domain/claim.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import { type ArticleText, analyse, buildReading } from '#nlp';

type Reading = ReturnType<typeof buildReading>;
type Sentence = Reading['sentences'][number];
type Block = Reading['blocks'][number];
type Format = Parameters<typeof styleText>[0];
type Colour = Extract<Format, string>;

/** Colours words for a terminal, or leaves them as they are. */
export type Paint = (format: Format, text: string) => string;

/** Colours where standard output is a terminal that wants them (`NO_COLOR`, `FORCE_COLOR`). */
const terminalPaint: Paint = (format, text) => styleText(format, text, { stream: process.stdout });

const COLOUR: Readonly<Record<ClaimKind, Colour>> = {
  attack: 'red',
  actor: 'magenta',
  data: 'yellow',
  people: 'cyan',
  service: 'blue',
  money: 'green',
  response: 'cyanBright',
  leak: 'redBright',
  legal: 'magentaBright',
  date: 'blueBright',
};

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** A claim's value in words: its fields, and the date where it has one. */
const valueInWords = ({ value, date }: Claim): string =>
  [...Object.entries(value).map(([name, field]) => `${name} ${field}`), ...(date ? [`on ${date.edtf}`] : [])].join(
    ', ',
  );

const scopeOf = (reading: Reading, sentence: Sentence, { start, end }: Claim): string => {
  const scope = reading.scopeAt(sentence, start, end);
  const named = (['negated', 'hedged', 'conditional', 'generic'] as const).filter(name => scope[name]);
  return named.length === 0 ? 'stated' : named.join(', ');
};

/** A sentence on one line, the words of each claim in the colour of its kind; of claims that overlap the first counts. */
const colouredSentence = (sentence: Sentence, claims: readonly Claim[], paint: Paint): string => {
  let text = '';
  let at = sentence.start;
  const slice = (from: number, to: number) => flat(sentence.text.slice(from - sentence.start, to - sentence.start));
  for (const { kind, start, end } of claims.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const [from, to] = [Math.max(start, at), Math.min(end, sentence.end)];
    if (to <= from) continue;
    text += slice(at, from) + paint([COLOUR[kind], 'underline'], slice(from, to));
    at = to;
  }
  return (text + slice(at, sentence.end)).trim();
};

const INDENT = ' '.repeat(6);

const claimLines = (
  claim: Claim,
  incidents: readonly LocalIncident[],
  scope: string,
  paint: Paint,
): readonly string[] => {
  const { kind, rule, certainty, by, speaker, confidence, sharedWith, noted, quote } = claim;
  const victim = incidents[claim.incident]?.victim ?? '?';
  const joint = sharedWith === undefined ? '' : ` (jointly with ${sharedWith.join(', ')})`;
  const details = [
    `rule ${rule}`,
    `scope ${scope}`,
    `${certainty} by ${by}${speaker === undefined ? '' : ` (${speaker})`}`,
    `confidence ${confidence.toFixed(2)}`,
    ...(noted === undefined ? [] : [`in the note of ${noted}`]),
  ];
  return [
    `${INDENT}${paint(COLOUR[kind], kind)} [${claim.incident}] ${victim}${joint}: ${valueInWords(claim)}`,
    `${INDENT}  “${flat(quote)}”`,
    `${INDENT}  ${paint('dim', details.join(' · '))}`,
  ];
};

const sentenceLines = (reading: Reading, sentence: Sentence, analysis: Analysis, paint: Paint): readonly string[] => {
  const starting = analysis.claims.filter(({ start }) => start >= sentence.start && start < sentence.end);
  const number = String(sentence.index + 1).padStart(4);
  const { kind, noted } = sentence.block;
  const label = kind === 'paragraph' ? '' : `[${kind}${noted === undefined ? '' : ` ${noted}`}] `;
  return [
    `${number}  ${paint('dim', label)}${colouredSentence(sentence, starting, paint)}`,
    ...starting.flatMap(claim => claimLines(claim, analysis.incidents, scopeOf(reading, sentence, claim), paint)),
  ];
};

const furnitureLine = (reading: Reading, { start, end }: Block, paint: Paint): string =>
  paint('dim', `   –  [furniture] ${flat(reading.text.slice(start, end)).trim()}`);

const verdictLines = (reading: Reading, analysis: Analysis, paint: Paint): readonly string[] => {
  const { language, status, genre, relevant, incidents, claims, extractor } = analysis;
  return [
    paint('bold', flat(reading.article.title)),
    `published ${reading.publishedDay ?? 'at an unknown time'} · language ${language} · genre ${genre} · ${extractor}`,
    status === 'not-analysed'
      ? 'NOT ANALYSED: the rules do not read this language.'
      : relevant
        ? `RELEVANT: ${incidents.length} local incidents, ${claims.length} claims.`
        : 'NOT RELEVANT: no actual incident at a retailer is read in it.',
    ...incidents.map(
      ({ victim, name, role, known }, index) =>
        `  [${index}] ${name} (${victim}), ${role}, became known ${known}, ${claims.filter(({ incident }) => incident === index).length} claims`,
    ),
    '',
  ];
};

/**
 * Explains what is read in an article, as lines for a terminal: the verdict and the local incidents, then every sentence
 * with its claims (rule, victim, value, scope, speaker, certainty, confidence). Furniture is dimmed.
 */
export const explain = (article: ArticleText, paint: Paint = terminalPaint): readonly string[] => {
  const [reading, analysis] = [buildReading(article), analyse(article)];
  const parts = [
    ...reading.sentences.map(sentence => ({
      start: sentence.start,
      lines: sentenceLines(reading, sentence, analysis, paint),
    })),
    ...reading.blocks
      .filter(({ kind }) => kind === 'furniture')
      .map(block => ({ start: block.start, lines: [furnitureLine(reading, block, paint)] })),
  ];
  return [
    ...verdictLines(reading, analysis, paint),
    ...parts.toSorted((a, b) => a.start - b.start).flatMap(({ lines }) => lines),
  ];
};
