import { slug } from '#domain/ids.ts';
import { webAddress } from '#domain/text-fragment.ts';
import type { IncidentArticle } from '#domain/timeline.ts';
import { momentsOf } from './moments.ts';
import { incidentPage } from './places.ts';
import { oneLine } from './plain.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';
import { DEMO_NOTE } from './wording.ts';

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Plain text inside braces, which keep its capitals. */
const tex = (text: string): string => oneLine(text).replace(/[\\~^{}$&#%_]/g, sign => TEX[sign] ?? `\\${sign}`);

/** Addresses stand as they are but for what would end the field. */
const address = (url: string): string => url.replace(/[{}\\\s]/g, sign => encodeURIComponent(sign));

type Fields = readonly (readonly [name: string, value: string | undefined])[];

const entry = (key: string, fields: Fields): string =>
  [
    `@online{${key},`,
    ...fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`  ${name} = {${value}},`])),
    '}',
    '',
  ].join('\n');

const articleEntry = (article: IncidentArticle): string => {
  const { articleId, publisher, title, publishedAt, fetchedAt, url } = article;
  const link = webAddress(url);
  return entry(`${slug(publisher) || 'article'}-${publishedAt?.slice(0, 4) ?? 'nd'}-${slug(articleId.slice(-6))}`, [
    ['author', `{${tex(publisher)}}`],
    ['title', `{${tex(title)}}`],
    ['date', publishedAt?.slice(0, 10)],
    ['url', link === undefined ? undefined : address(link)],
    ['urldate', fetchedAt.slice(0, 10)],
  ]);
};

const write = ({ timelines }: ExportSubject, context: ExportContext): string => {
  const pages = timelines.map(timeline => {
    const { id, title } = timeline.incident;
    return entry(`receipts-${id}`, [
      ['author', '{Receipts}'],
      ['title', `{${tex(title)}}`],
      ['date', momentsOf(timeline).whole().updated.slice(0, 10)],
      ['url', address(incidentPage(id, context))],
      ['note', context.demo ? DEMO_NOTE : 'Timeline of public reports'],
    ]);
  });
  const articles = new Map(timelines.flatMap(({ articles }) => articles.map(one => [one.articleId, one])));
  return [...pages, ...[...articles.values()].map(articleEntry)].join('\n');
};

/** BibTeX (entries of biblatex): the incident's page, and every article behind it. */
export const bibtex: ExportFormat = {
  suffix: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  accepts: ['application/x-bibtex', 'text/x-bibtex'],
  download: true,
  write,
};
