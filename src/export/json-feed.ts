import { generateJsonFeed } from 'feedsmith';
import { feedContent } from './feed-items.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';

const write = (subject: ExportSubject, context: ExportContext): string => {
  const feed = feedContent(subject, context);
  const made = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.page,
    ...(feed.self === undefined ? {} : { feed_url: feed.self }),
    description: feed.about,
    language: 'en',
    authors: [{ name: 'Receipts', url: context.site }],
    items: feed.items.map(item => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      date_published: item.published,
      date_modified: item.updated,
      tags: [...item.tags],
    })),
  });
  // JSON Feed demands the member; feedsmith leaves an empty one out.
  return JSON.stringify({ items: [], ...(made as object) });
};

/** One item per event (JSON Feed 1.1). */
export const jsonFeed: ExportFormat = {
  suffix: 'jsonfeed',
  mediaType: 'application/feed+json',
  accepts: ['application/feed+json'],
  download: false,
  write,
};
