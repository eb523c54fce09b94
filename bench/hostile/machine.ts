import { cpus, totalmem } from 'node:os';

/** The day, the machine and Node's version, for the head of a table of figures. */
export const machine = (): string =>
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version.slice(1)}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
