import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Runs in the page. */
const openAll = (): void => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};

/** Runs in the page, after axe-core: what it finds wrong, with where. All its rules, best practices among them. */
const violations = async (): Promise<string[]> => {
  const { axe } = globalThis as unknown as {
    axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
  };
  const found = await axe.run();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary.slice(0, 300)}`),
  );
};

/** What axe-core has to say against a page, folded parts unfolded: one sentence per element. */
export const axeViolations = async (page: Page): Promise<string[]> => {
  await page.evaluate(openAll);
  await page.evaluate(AXE);
  return page.evaluate(violations);
};
