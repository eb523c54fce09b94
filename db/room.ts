import { statfs } from 'node:fs/promises';

/**
 * Least room on the disk of the own server, in bytes, with which new work is begun: four steps of Postgres' journal. A
 * server that cannot write its journal goes down, and with it all reading.
 */
const LEAST = 64 * 2 ** 20;

/**
 * Why nothing more should be written into a data directory, as a sentence; undefined while there is room, and where
 * `dataDir` is undefined because somebody else keeps the server.
 */
export const shortOfRoom = async (dataDir: string | undefined): Promise<string | undefined> => {
  if (dataDir === undefined) return undefined;
  const { bavail, bsize } = await statfs(dataDir);
  if (bavail * bsize >= LEAST) return undefined;
  const left = Math.floor((bavail * bsize) / 2 ** 20);
  return `The disk of ${dataDir} is full (${left} MB left, ${LEAST / 2 ** 20} needed): what is held is served, nothing new is taken in until there is room.`;
};
