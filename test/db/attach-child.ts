/** Attaches to the own server of the data directory given, says so, and leaves when its input ends. */
import { attachEmbedded } from '../../db/embedded.ts';

const [dataDir = ''] = process.argv.slice(2);
const attachment = await attachEmbedded({ dataDir, settings: ['fsync=off'] });
console.log('attached');
for await (const _ of process.stdin);
await attachment.release();
