import { generateRssFeed } from 'feedsmith';
import { feedContent } from './feed-items.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';

const TYPE = 'application/rss+xml';

const write = (subject: ExportSubject, context: ExportContext): string => {
  const feed = feedContent(subject, context);
  return generateRssFeed({
    title: feed.title,
    link: feed.page,
    description: feed.about,
    language: 'en',
    lastBuildDate: new Date(feed.updated),
    ...(feed.self === undefined ? {} : { atom: { links: [{ href: feed.self, rel: 'self', type: TYPE }] } }),
    items: feed.items.map(item => ({
      title: item.title,
      link: item.url,
      description: item.html,
      guid: { value: item.id, isPermaLink: false },
      pubDate: new Date(item.published),
      atom: { updated: item.updated },
      categories: item.tags.map(name => ({ name })),
    })),
  });
};

/** One item per event (RSS 2.0); `atom:updated` says when it changed last. */
export const rss: ExportFormat = {
  suffix: 'rss',
  mediaType: `${TYPE}; charset=utf-8`,
  accepts: [TYPE],
  download: false,
  write,
};
