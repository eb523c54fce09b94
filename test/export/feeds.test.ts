import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { atom } from '#export/atom.ts';
import { feedContent } from '#export/feed-items.ts';
import { jsonFeed } from '#export/json-feed.ts';
import { rss } from '#export/rss.ts';
import { context, incident, list, SUBJECTS } from './subjects.ts';

describe('the feeds', () => {
  test.each(SUBJECTS)('of %s parse back to the same items', (_name, subject) => {
    const { items } = feedContent(subject, context);
    const plainOf = (id?: string, url?: string, title?: string, html?: string, published?: string) => ({
      id,
      url,
      title,
      html,
      published,
    });
    const expected = items.map(item => plainOf(item.id, item.url, item.title, item.html, item.published));
    const fromAtom = (parseAtomFeed(atom.write(subject, context)).entries ?? []).map(entry =>
      plainOf(entry.id, entry.links?.[0]?.href, entry.title?.value, entry.content?.value, entry.published),
    );
    expect(fromAtom).toEqual(expected);
    const fromJson = (parseJsonFeed(JSON.parse(jsonFeed.write(subject, context))).items ?? []).map(item =>
      plainOf(item.id, item.url, item.title, item.content_html, item.date_published),
    );
    expect(fromJson).toEqual(expected);
    const fromRss = (parseRssFeed(rss.write(subject, context)).items ?? []).map(item =>
      plainOf(item.guid?.value, item.link, item.title, item.description, item.pubDate),
    );
    expect(fromRss).toEqual(expected.map(item => ({ ...item, published: new Date(item.published!).toUTCString() })));
  });

  test('keep an event’s id and show it as updated when a further report comes in', () => {
    const [timeline] = incident.timelines;
    const [event] = timeline!.events;
    const late = { ...event!.sources[0]!, claimId: 'clm_late', articleId: 'art_late', publishedAt: '2031-03-02' };
    const grown = {
      ...timeline!,
      events: [{ ...event!, sources: [...event!.sources, late] }, ...timeline!.events.slice(1)],
      articles: [
        ...timeline!.articles,
        { ...timeline!.articles[0]!, articleId: 'art_late', fetchedAt: '2031-05-01T00:00:00.000Z' },
      ],
    };
    const before = feedContent(incident, context).items;
    const after = feedContent({ ...incident, kind: 'list', timelines: [grown] }, context).items;
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    const changed = after.filter(item => before.some(old => old.id === item.id && old.updated !== item.updated));
    expect(changed.map(({ url, updated }) => [url.split('#')[1], updated])).toEqual([
      [event!.id, '2031-05-01T00:00:00.000Z'],
    ]);
    expect(after[0]?.id).toBe(changed[0]?.id);
  });

  test('show nothing of a page as markup', () => {
    for (const { html, title } of feedContent(list, context).items) {
      expect(html).not.toContain('<script');
      expect(html).not.toContain('javascript:');
      expect(title).not.toContain('\n');
    }
  });

  test('have ids that do not depend on the site', () => {
    const ids = (site: string) => feedContent(list, { ...context, site }).items.map(({ id }) => id);
    expect(ids('https://a.example')).toEqual(ids('https://b.example'));
  });
});
