import { generateAtomFeed } from 'feedsmith';
import { feedContent } from './feed-items.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';

const TYPE = 'application/atom+xml';

const write = (subject: ExportSubject, context: ExportContext): string => {
  const feed = feedContent(subject, context);
  return generateAtomFeed({
    id: feed.id,
    title: { value: feed.title },
    subtitle: { value: feed.about },
    updated: feed.updated,
    authors: [{ name: 'Receipts', uri: context.site }],
    links: [
      { href: feed.page, rel: 'alternate', type: 'text/html' },
      ...(feed.self === undefined ? [] : [{ href: feed.self, rel: 'self', type: TYPE }]),
    ],
    entries: feed.items.map(item => ({
      id: item.id,
      title: { value: item.title },
      links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
      published: item.published,
      updated: item.updated,
      categories: item.tags.map(term => ({ term })),
      content: { type: 'html', value: item.html },
    })),
  });
};

/** One entry per event (RFC 4287). An entry keeps its id, and is `updated` when something about it changes. */
export const atom: ExportFormat = {
  suffix: 'atom',
  mediaType: `${TYPE}; charset=utf-8`,
  accepts: [TYPE],
  download: false,
  write,
};
