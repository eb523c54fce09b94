import { describe, expect, test } from 'vitest';
import { renderProblem } from '#web';

const page = (status: number): string =>
  renderProblem(
    { status, title: 'A title', detail: 'What is wrong.', requestId: 'r-17' },
    { demo: false, version: '0.0.0' },
  );

describe('the page of a problem', () => {
  test.each([400, 404, 410, 500, 503])('says what is wrong, with the status (%i)', status => {
    expect(page(status)).toContain('What is wrong.');
    expect(page(status)).toContain(String(status));
  });

  test('speaks of incidents only where one was looked for', () => {
    expect(page(404)).toContain('mistyped');
    expect(page(400)).not.toContain('mistyped');
  });

  test('gives the number for the log only where the fault is ours', () => {
    expect(page(500)).toContain('r-17');
    expect(page(404)).not.toContain('r-17');
  });
});
