import { reading } from '#compose';
import type { AppDependencies } from '../../../src/http/app.ts';

/** A server to which nothing is missing: it analyses, and believes that it can send e-mail, but sends none. */
export const fullyEquipped = (dependencies: AppDependencies): AppDependencies => {
  const { desk } = dependencies;
  if (desk === undefined) return { ...dependencies, reading };
  const messenger = { ...desk.messenger, mails: true, askToConfirm: async () => {} };
  return { ...dependencies, reading, desk: { ...desk, messenger } };
};
