import { describe, expect, test } from 'vitest';
import { report } from '../support/story.ts';
import { actor, byAttacker, byVictim, data, eventOf, people, service, tell } from './tell.ts';

describe('the line of an incident', () => {
  test('tells the data with who says so, what is hedged, and what was not taken', () => {
    const { incident } = tell([
      report('a', '2025-05-13', '2025-04', [
        data('names', 'taken', { by: 'victim', certainty: 'possible' }),
        data('physical-addresses', 'taken', { by: 'victim', certainty: 'possible' }),
        data('passwords', 'not-taken', byVictim),
      ]),
    ]);
    expect(incident.summary).toMatch(
      /^Marks & Spencer said that (names and postal addresses|postal addresses and names) of customers may have been taken, and that passwords of customers were not taken\.$/,
    );
  });

  test('leaves out what its speaker took back, and marks what is disputed', () => {
    const { incident } = tell([
      report('a', '2025-04-30', '2025-04', [data('personal-data', 'not-taken', byVictim)]),
      report('b', '2025-05-02', '2025-04', [data('names', 'taken', byVictim), people(20e6, 'exact', byAttacker)]),
      report('c', '2025-07-16', '2025-04', [people(6.5e6, 'exact', byVictim)]),
    ]);
    expect(incident.summary).toContain('Marks & Spencer said that names of customers were taken.');
    expect(incident.summary).not.toContain('personal data');
    expect(incident.summary).toContain('6.5 million customers are affected, according to Marks & Spencer (disputed).');
  });

  test('gives to the attackers what is their word', () => {
    const { incident } = tell([report('a', '2025-05-02', '2025-04', [data('names', 'taken', byAttacker)])]);
    expect(incident.summary).toBe('The attackers said that names of customers were taken.');
  });

  test('is empty where nothing is claimed', () => {
    expect(tell([report('a', '2025-05-02', '2025-04')]).incident).toMatchObject({
      summary: '',
      status: { state: 'suspected' },
    });
  });
});

describe('a figure in words', () => {
  test('loses no digit that was said', () => {
    const told = tell([report('a', '2025-05-02', '2025-04', [people(6_512_345)])]);
    expect(told.events[0]?.summary).toMatch(/^6,512,345 customers/);
  });
});

describe('the first report', () => {
  test('of an event stands first, and copies say of what they are copies', () => {
    const lines = ['one line of the agency text', 'another line of the agency text', 'a third line of it as well'];
    const wire = (id: string, at: string, publisher: string) =>
      report(
        id,
        at,
        '2025-04',
        lines.map((quote, i) => data((['names', 'passwords', 'photos'] as const)[i]!, 'taken', { quote })),
        { publisher },
      );
    const told = tell([
      wire('copy', '2025-05-02T09:00:00Z', 'Harbour Post'),
      wire('wire', '2025-05-02T08:00:00Z', 'North Ferry Wire'),
      report('own', '2025-05-03', '2025-04', [data('names', 'taken')]),
    ]);
    const names = eventOf(told, 'Names');
    expect(names).toMatchObject({ reports: 3, independent: 2, firstReportedAt: '2025-05-02T08:00:00Z' });
    expect(names.sources.map(source => [source.articleId, source.copyOf])).toEqual([
      ['wire', undefined],
      ['copy', 'wire'],
      ['own', undefined],
    ]);
  });
});

describe('importance', () => {
  test('marks ten events and prefers the theft over the apology', () => {
    const types = ['names', 'passwords', 'photos', 'genders', 'usernames', 'purchases', 'biometrics'] as const;
    const services = ['website', 'app', 'stores', 'returns', 'stock', 'payroll'] as const;
    const told = tell([
      report('a', '2025-05-02', '2025-04', [
        ...types.map(type => data(type, 'taken')),
        ...services.map(name => service(name, 'suspended')),
        people(6.5e6),
        actor('DragonForce'),
        { kind: 'response', value: { action: 'apology' } },
      ]),
    ]);
    const important = told.events.filter(event => event.important);
    expect(important).toHaveLength(10);
    expect(important.map(event => event.kind)).toEqual(expect.arrayContaining(['people', 'actor', 'data', 'service']));
    expect(important.map(event => event.kind)).not.toContain('response');
    for (const event of told.events) {
      expect(event.importance).toBeGreaterThan(0);
      expect(event.importance).toBeLessThanOrEqual(1);
    }
  });

  test('grows with independent reports, not with copies of one', () => {
    const once = [report('a', '2025-05-02', '2025-04', [people(6.5e6)])];
    const twice = [...once, report('b', '2025-05-03', '2025-04', [people(6.5e6)])];
    expect(tell(twice).events[0]!.importance).toBeGreaterThan(tell(once).events[0]!.importance);
  });
});
