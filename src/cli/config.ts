import { describeConfig } from '#config';
import { print, table } from './terminal.ts';

/** `receipts config`: every setting with its value, its default and what it does. */
export const showConfig = (options: { json?: boolean }): number => {
  const settings = describeConfig();
  if (options.json) print(JSON.stringify({ settings }, null, 2));
  else
    print(
      table([
        ['NAME', 'VALUE', 'DEFAULT', 'WHAT IT DOES'],
        ...settings.map(row => [row.name, row.value || '(empty)', row.default || '(empty)', row.help]),
      ]),
    );
  return 0;
};
