// Tries every door of a server in every role, and writes who may do what into docs/reliability.md.
//   npm run access
import { sql } from 'drizzle-orm';
import { openClient } from '../db/client.ts';
import { attachEmbedded } from '../db/embedded.ts';
import { ACCESS_COUNTS, accessMarkdown, tryAllDoors } from '../test/support/access-table.ts';
import { writeSection } from './section.ts';
import { openServing } from './serving.ts';

const PAGE = new URL('../docs/reliability.md', import.meta.url);

await using serving = await openServing({
  RECEIPTS_RATE_LIMIT: '0',
  RECEIPTS_KEY_RATE_LIMIT: '0',
  RECEIPTS_PROXIES: '1',
});
const own = await attachEmbedded({ dataDir: serving.dataDir });
const client = openClient(own.endpoint, 1);
try {
  const [read, write, admin, revoked] = await Promise.all(
    (['read', 'write', 'admin', 'admin'] as const).map(scope => serving.key(scope)),
  );
  if (!read || !write || !admin || !revoked) throw new Error('a key is missing');
  await serving.desk.desk.access.revokeKey(`key_${revoked.slice(4, 16)}`, new Date().toISOString());
  const report = await tryAllDoors({
    origin: serving.origin,
    tokens: { 'wrong key': write.replace(/.$/, '_'), 'revoked key': revoked, read, write, admin },
    counts: async () => JSON.stringify(await client.rows(sql.raw(ACCESS_COUNTS))),
  });
  const text = `## Who may do what

\`npm run access\`, ${new Date().toISOString().slice(0, 10)}. What is right is read from \`security\` in openapi.yaml, and
for the pages from \`test/support/access-table.ts\`; \`npm test\` tries the same.

${accessMarkdown(report)}`;
  await writeSection(PAGE, 'access', text);
  for (const fault of report.faults) console.log(`FAULT ${fault}`);
  console.log(
    `access: ${report.requests} requests, ${report.rows.length} endpoints by role, ${report.faults.length} faults`,
  );
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} finally {
  await client.close();
  await own.release();
}
