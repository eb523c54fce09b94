import type { Command } from 'commander';
import type { Config } from '#config';
import type { Signed } from '../corrections.ts';
import { type AddCommands, DRY_RUN, JSON_OPTION, withExamples } from './command.ts';

type Corrections = typeof import('../corrections.ts');

/** What people decide over the machine. */
export const addDeciding: AddCommands = (program, run) => {
  const corrections = program
    .command('corrections')
    .description('what people decided over the machine: listed publicly, kept for good, taken back by undo');
  withExamples(
    corrections
      .command('list')
      .description('list them, newest first')
      .option('--incident <id>', 'only those about this incident and its articles')
      .option('--unmatched', 'only those that mean nothing that is held any more')
      .option(...JSON_OPTION)
      .action(options => run(async config => (await import('../corrections.ts')).listCorrections(config, options))),
    ['corrections list --unmatched', 'what is for the desk'],
  );
  const correction = (usage: string, description: string): Command =>
    corrections
      .command(usage)
      .description(description)
      .requiredOption('--who <name>', 'who decides; listed publicly')
      .requiredOption('--why <text>', 'why; listed publicly')
      .option(...DRY_RUN);
  const act = (task: (corrections: Corrections, config: Config) => Promise<number>): Promise<void> =>
    run(async config => task(await import('../corrections.ts'), config));
  withExamples(
    correction('merge <from> <into>', 'two incidents are one; the first id leads to the second').action(
      (from: string, into: string, by: Signed) => act((room, config) => room.mergeIncidents(config, from, into, by)),
    ),
    [`corrections merge co-op-2025-05 co-op-2025-04 --who 'A. Desk' --why 'One attack.'`, ''],
  );
  withExamples(
    correction('split <incident> <articles...>', 'these articles (ids or addresses) tell of another incident').action(
      (incident: string, articles: readonly string[], by: Signed) =>
        act((room, config) => room.splitIncident(config, incident, articles, by)),
    ),
    [`corrections split harrods-2025-05 https://news.example/september --who 'A. Desk' --why 'The supplier.'`, ''],
  );
  withExamples(
    correction('dismiss <claim>', 'a claim (clm_…) was misread').action((claim: string, by: Signed) =>
      act((room, config) => room.dismissClaim(config, claim, by)),
    ),
    [`corrections dismiss clm_0123456789abcdef0123 --who 'A. Desk' --why 'It speaks of another firm.'`, ''],
  );
  withExamples(
    correction('pin <incident> <claim>', 'of several values the one of this claim leads').action(
      (incident: string, claim: string, by: Signed) =>
        act((room, config) => room.pinClaim(config, incident, claim, by)),
    ),
    [`corrections pin co-op-2025-04 clm_0123456789abcdef0123 --who 'A. Desk' --why 'The regulator says so.'`, ''],
  );
  withExamples(
    correction('retitle <incident> <title>', 'give an incident another title').action(
      (incident: string, title: string, by: Signed) =>
        act((room, config) => room.retitleIncident(config, incident, title, by)),
    ),
    [`corrections retitle harrods-2025-09 'Harrods, by its supplier' --who 'A. Desk' --why 'Clearer.'`, ''],
  );
  withExamples(
    correction('not-an-incident <article>', 'the article (id or address) tells of no incident at a retailer').action(
      (article: string, by: Signed) => act((room, config) => room.markNoIncident(config, article, by)),
    ),
    [`corrections not-an-incident https://news.example/advice --who 'A. Desk' --why 'Advice only.'`, ''],
  );
  withExamples(
    correction('takedown <article>', 'show nothing of the article (id or address) any more, at no time')
      .requiredOption('--note <text>', 'what stands in its place, publicly')
      .action((article: string, by: Signed & { readonly note: string }) =>
        act((room, config) => room.takeDown(config, article, by)),
      ),
    [
      `corrections takedown https://news.example/x --note 'By court order.' --who 'A. Desk' --why 'Court order 12/26.'`,
      '',
    ],
  );
  withExamples(
    correction('undo <decision>', 'take a decision (dec_…) back').action((decision: string, by: Signed) =>
      act((room, config) => room.undoDecision(config, decision, by)),
    ),
    [`corrections undo dec_0123456789abcdef0123 --who 'A. Desk' --why 'Overruled.'`, ''],
  );
};
