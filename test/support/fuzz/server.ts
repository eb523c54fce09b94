import { reading } from '#compose';
import type { AppDependencies } from '../../../src/http/app.ts';

/** A server to which nothing is missing: it analyses, counts, and believes that it can send e-mail, but sends none. */
export const fullyEquipped = (dependencies: AppDependencies): AppDependencies => {
  const { desk } = dependencies;
  const metrics = async (): Promise<string> => '# nothing is counted\n';
  if (desk === undefined) return { ...dependencies, reading, metrics };
  const messenger = { ...desk.messenger, mails: true, askToConfirm: async () => {} };
  return { ...dependencies, reading, metrics, desk: { ...desk, messenger } };
};
