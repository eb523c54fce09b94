import { bootstrap } from './bootstrap.ts';
import { type Figures, scoresOf } from './figures.ts';
import { matchArticle, type Tally } from './match.ts';
import type { Case } from './shared.ts';

/** One headline with its summary: what was to be said of it, what was said. */
interface Judged {
  readonly relevant: boolean;
  readonly taken: boolean;
  readonly victims: Tally;
}

const share = (items: readonly Judged[], right: (item: Judged) => boolean): number =>
  items.length === 0 ? Number.NaN : items.filter(right).length / items.length;

const measure = (items: readonly Judged[]): Readonly<Record<string, number>> => {
  const found = share(
    items.filter(({ relevant }) => relevant),
    ({ taken }) => taken,
  );
  const passed = share(
    items.filter(({ relevant }) => !relevant),
    ({ taken }) => !taken,
  );
  const sum = (pick: (tally: Tally) => number) => items.reduce((total, { victims }) => total + pick(victims), 0);
  const { precision, recall, f1 } = scoresOf({
    hit: sum(({ hit }) => hit),
    missed: sum(({ missed }) => missed),
    extra: sum(({ extra }) => extra),
  });
  return {
    'relevant found': found,
    'irrelevant passed over': passed,
    'balanced accuracy': (found + passed) / 2,
    'victim (main) precision': precision,
    'victim (main) recall': recall,
    'victim (main) F1': f1,
  };
};

/** Relevance and main victim from headline and summary alone, with intervals. */
export const headlineFigures = (cases: readonly Case[]): Figures =>
  bootstrap(
    cases.map(({ article, label, predicted }) => ({
      relevant: label.relevant,
      taken: predicted.relevant,
      victims: matchArticle(label, predicted, article).rows['victim (main)'] ?? { hit: 0, missed: 0, extra: 0 },
    })),
    measure,
  );
