import { describe, expect, test } from 'vitest';
import type { Decision } from '#domain/decision.ts';
import { report } from '../support/story.ts';
import { about, byAttacker, byVictim, data, eventOf, people, tell } from './tell.ts';

const INCIDENT = 'marks-and-spencer-2025-04';
const decided = { id: 'dec_1', who: 'the desk', why: 'read again', at: '2025-08-01T10:00:00.000Z' };

describe('a claim that a person dismissed', () => {
  const wrong = report('a', '2025-05-01', '2025-04', [data('passwords', 'taken'), data('names', 'taken')]);
  const right = report('b', '2025-05-02', '2025-04', [data('passwords', 'not-taken', byVictim)]);
  const dismissal: Decision = { kind: 'dismiss', claim: about(wrong), ...decided };

  test('is gone with its event and its contradictions', () => {
    const before = tell([wrong, right]);
    expect(eventOf(before, 'Passwords of customers were not taken').status).toBe('disputed');
    const after = tell([wrong, right], [dismissal]);
    expect(after.events.map(event => event.summary)).not.toContain(
      eventOf(before, 'Passwords of customers were taken').summary,
    );
    expect(eventOf(after, 'Passwords').status).toBe('confirmed');
    expect(after.articles.find(article => article.articleId === 'a')?.claims).toBe(1);
  });

  test('leaves the same claim of another article', () => {
    const same = report('c', '2025-05-03', '2025-04', [data('passwords', 'taken')]);
    expect(eventOf(tell([wrong, same], [dismissal]), 'Passwords').reports).toBe(1);
  });
});

describe('a value that a person pinned', () => {
  const records = [
    report('a', '2025-07-16', '2025-04', [people(6.5e6)]),
    report('b', '2025-07-16', '2025-04', [people(6.5e6)]),
    report('c', '2025-07-17', '2025-04', [people(6e6, 'at-least')]),
    report('d', '2025-05-02', '2025-04', [people(20e6, 'exact', byAttacker)]),
  ];
  const pin: Decision = { kind: 'pin', incident: INCIDENT, claim: about(records[2]!), ...decided };

  test('leads whatever the majority says, and shows who fixed it and why', () => {
    const event = eventOf(tell(records, [pin]), 'At least 6 million');
    expect(event).toMatchObject({ reports: 3, value: { count: 6e6 } });
    expect(event.pinned).toEqual({ decision: 'dec_1', who: 'the desk', why: 'read again', at: decided.at });
    expect(event.variants?.map(({ reports }) => reports)).toEqual([2]);
  });

  test('is not disputed', () => {
    expect(eventOf(tell(records), '6.5 million').status).toBe('disputed');
    expect(eventOf(tell(records, [pin]), 'At least 6 million').status).toBe('reported');
  });

  test('keeps the id of its event', () => {
    expect(eventOf(tell(records, [pin]), 'At least 6 million').id).toBe(eventOf(tell(records), '6.5 million').id);
  });

  test('counts only for its incident, or one that had its id before', () => {
    const elsewhere: Decision = { ...pin, incident: 'marks-and-spencer-2019-01' };
    expect(tell(records, [elsewhere])).toEqual(tell(records));
  });
});

test('a title that a person gave stands until a later one', () => {
  const records = [report('a', '2025-05-01', '2025-04', [data('names', 'taken')])];
  const title = (text: string, id: string): Decision => ({
    ...decided,
    kind: 'retitle',
    incident: INCIDENT,
    title: text,
    id,
  });
  expect(tell(records, [title('The Easter attack', 'dec_1')]).incident.title).toBe('The Easter attack');
  expect(tell(records, [title('One', 'dec_1'), title('Two', 'dec_2')]).incident.title).toBe('Two');
  expect(tell(records).incident.title).toBe('Marks & Spencer, April 2025');
});
