/**
 * Opens the database of the data directory given, writes a source of the name given, says which server it is on, and
 * leaves when its input ends.
 */
import { openDatabase } from '../../db/open.ts';
import { postmasterOf } from './archive.ts';

const [dataDir = '', id = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
await database.store.addSource({
  id,
  publisher: 'Harbour Post',
  country: 'GB',
  kind: 'news',
  feedUrl: `https://harbour.example/${id}`,
  language: 'en',
  why: 'A feed of the fault loop.',
  confirmed: true,
});
console.log(`on ${await postmasterOf(dataDir)}`);
for await (const _ of process.stdin);
await database.close();
