// Reads openapi.yaml by the rules of redocly.yaml; any finding, warnings too, fails.
import { readFileSync } from 'node:fs';
import { lint, loadConfig, type NormalizedProblem } from '@redocly/openapi-core';
import { parse } from 'yaml';

const CONTRACT = 'openapi.yaml';
const RULES = 'redocly.yaml';

const { rules } = parse(readFileSync(RULES, 'utf8')) as { readonly rules: Readonly<Record<string, unknown>> | null };
const off = Object.entries(rules ?? {}).filter(([, setting]) => setting === 'off');

const lineOf = ({ location, ruleId, message }: NormalizedProblem): string => {
  const [place] = location;
  return `${CONTRACT} ${place?.pointer ?? ''}: ${message} (${ruleId})`;
};

const findings = await lint({ ref: CONTRACT, config: await loadConfig({ configPath: RULES }) });
for (const finding of findings) console.error(lineOf(finding));
console.log(
  `lint:contract: ${findings.length} findings in ${CONTRACT}; switched off in ${RULES}: ${off.map(([name]) => name).join(', ')}`,
);
process.exit(findings.length === 0 ? 0 : 1);
