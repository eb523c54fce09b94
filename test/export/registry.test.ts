import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, formatOf } from '#export/registry.ts';
import { context, incident, list, SUBJECTS } from './subjects.ts';

const DATA_FORMATS = EXPORT_FORMATS.filter(({ suffix }) => !['bib'].includes(suffix));

describe('the registry of exports', () => {
  test('has the formats that were promised, each with a suffix and media types of its own', () => {
    expect(EXPORT_FORMATS.map(({ suffix }) => suffix)).toEqual(
      'json ndjson csv atom rss jsonfeed timelinejs.json stix.json misp.json ics md bib'.split(' '),
    );
    const types = EXPORT_FORMATS.flatMap(({ accepts }) => accepts);
    expect(new Set(types).size).toBe(types.length);
    for (const { accepts, mediaType } of EXPORT_FORMATS) expect(mediaType.split(';')[0]).toBe(accepts[0]);
  });

  test('finds a format by its suffix only', () => {
    expect(formatOf('stix.json')?.accepts).toEqual(['application/stix+json']);
    expect(formatOf('xlsx')).toBeUndefined();
    expect(formatOf('toString')).toBeUndefined();
  });

  describe.each(EXPORT_FORMATS.map(format => [format.suffix, format] as const))('%s', (_suffix, format) => {
    test.each(SUBJECTS)('writes %s, the same each time and well-formed', (_name, subject) => {
      const text = format.write(subject, context);
      expect(format.write(subject, context)).toBe(text);
      expect(text.isWellFormed()).toBe(true);
      if (format.accepts[0]?.endsWith('json') && format.suffix !== 'ndjson') JSON.parse(text);
    });

    test('says of made-up news that it is made up', () => {
      expect(format.write(incident, { ...context, demo: true })).not.toBe(format.write(incident, context));
    });

    test('names the source of every line', () => {
      const text = format.write(incident, context);
      for (const { publisher } of incident.timelines[0]!.events.flatMap(({ sources }) => sources.slice(0, 1)))
        expect(text).toContain(publisher);
    });
  });

  test.each(DATA_FORMATS.map(format => [format.suffix, format] as const))('%s has the words', (suffix, format) => {
    const text = format.write(incident, context);
    for (const { sources } of incident.timelines[0]!.events) {
      const word = sources[0]!.quote.split(/[^a-z]+/i).toSorted((a, b) => b.length - a.length)[0]!;
      expect(suffix === 'ics' ? text.replaceAll('\r\n ', '') : text).toContain(word);
    }
  });

  test('gives no address that is not of the web', () => {
    for (const { suffix, write } of EXPORT_FORMATS)
      if (!suffix.endsWith('json') || suffix.includes('.')) expect(write(list, context)).not.toContain('javascript:');
  });
});
