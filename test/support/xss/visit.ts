import { parseFeed } from 'feedsmith';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { EXPORT_FORMATS } from '#export/registry.ts';

/** What came of showing everything. */
export interface XssReport {
  readonly pages: number;
  readonly exports: number;
  /** Scripts that ran, requests to others, and elements that only hostile words can have made: each with its page. */
  readonly faults: readonly string[];
}

interface Where {
  readonly origin: string;
  /** A key that opens the desk. */
  readonly token: string;
  /** Texts to search for. */
  readonly strings: readonly string[];
  /** Also asks for pages that are not by each of the texts, each in five ways. */
  readonly thorough?: boolean;
}

/** Elements that no page of ours has, and attributes that none of our elements has. Runs in the page. */
const foreignElements = (): readonly string[] => {
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const source = element.getAttribute('src');
    if (
      [
        'object',
        'embed',
        'iframe',
        'base',
        'applet',
        'marquee',
        'math',
        'video',
        'audio',
        'style',
        'template',
      ].includes(name)
    )
      found.push(name);
    if (name === 'script' && !(source?.startsWith('/') ?? element.getAttribute('type') === 'application/ld+json'))
      found.push('script');
    if (name === 'img' && !source?.startsWith('/assets/')) found.push(`img ${source}`);
    if (name === 'meta' && element.getAttribute('http-equiv') !== null) found.push('meta refresh');
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) found.push(`${name} ${attribute}`);
      if (
        ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(attribute) &&
        /^[\s\p{Cc}]*(?:javascript|data|vbscript):/iu.test(value)
      )
        found.push(`${name} ${attribute}=${value.slice(0, 40)}`);
    }
  }
  return found;
};

const watch = async (context: BrowserContext, origin: string, faults: string[]): Promise<void> => {
  await context.exposeBinding('scriptRan', ({ page }, what: string) => {
    faults.push(`a script ran on ${page.url()}: ${what}`);
  });
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt'] as const)
      Object.defineProperty(window, name, {
        value: () => (window as never as { scriptRan(what: string): void }).scriptRan(name),
      });
  });
  await context.route('**/*', route => {
    const url = route.request().url();
    if (url.startsWith(origin) || url.startsWith('about:')) return route.continue();
    faults.push(`${url.slice(0, 80)} was asked for by ${route.request().frame().url()}`);
    return route.abort();
  });
};

const look = async (page: Page, address: string, faults: string[]): Promise<void> => {
  try {
    await page.goto(address, { waitUntil: 'load' });
  } catch (error) {
    // What is to be saved is not shown.
    if (error instanceof Error && /Download is starting|ERR_ABORTED/.test(error.message)) return;
    throw error;
  }
  const isHtml = (await page.evaluate(() => document.contentType)) === 'text/html';
  if (!isHtml) return;
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const found of await page.evaluate(foreignElements)) faults.push(`<${found}> on ${address}`);
};

const everyId = async (origin: string, path: string, id: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let next: string | undefined = `${path}?limit=100`; next !== undefined; ) {
    const answer: Response = await fetch(origin + next);
    const { items } = (await answer.json()) as { items: readonly Record<string, string>[] };
    ids.push(...items.map(item => item[id] ?? ''));
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  return ids;
};

/** HTML that a feed carries, as a reader's program would show it. */
const htmlIn = (text: string): readonly string[] => {
  if (text.startsWith('{'))
    return (JSON.parse(text) as { items: readonly { content_html?: string }[] }).items.map(
      one => one.content_html ?? '',
    );
  const parsed = parseFeed(text);
  if (parsed.format === 'rss') return parsed.feed.items?.map(item => item.description ?? '') ?? [];
  if (parsed.format !== 'atom') throw new Error(`a feed in ${parsed.format}`);
  return parsed.feed.entries?.map(({ content }) => (typeof content === 'object' ? (content.value ?? '') : '')) ?? [];
};

/**
 * Shows every page, feed and export in a browser whose content security policy is switched off, so that nothing but the
 * escaping stands between the words and the reader.
 */
export const visitAll = async (
  browser: Browser,
  { origin, token, strings, thorough = false }: Where,
): Promise<XssReport> => {
  const faults: string[] = [];
  const context = await browser.newContext({ bypassCSP: true, acceptDownloads: false });
  await watch(context, origin, faults);
  const signedIn = await fetch(`${origin}/desk/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ key: token }),
    redirect: 'manual',
  });
  const [name = '', value = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';')[0]?.split(/=(.*)/) ?? [];
  await context.addCookies([{ name, value, url: `${origin}/desk` }]);
  const incidents = await everyId(origin, '/v1/incidents', 'id');
  const articles = await everyId(origin, '/v1/articles', 'articleId');
  const actors = await everyId(origin, '/v1/actors', 'slug');
  const asked = strings.map(text => encodeURIComponent(text.toWellFormed()));
  const paths = [
    '/',
    '/retailers',
    '/actors',
    '/sources',
    '/about',
    '/docs',
    '/desk',
    '/desk/review',
    '/desk/keys',
    '/desk/webhooks',
    ...incidents.flatMap(id => [`/incidents/${id}`, `/embed/${id}`, `/desk/incidents/${id}`]),
    ...articles.map(id => `/articles/${id}`),
    ...actors.map(slug => `/actors/${encodeURIComponent(slug)}`),
    `/compare?incidents=${incidents.slice(0, 3).join(',')}`,
    ...asked.flatMap(text => [
      `/?q=${text}`,
      ...(thorough ? [`/incidents/${text}`, `/compare?incidents=${text}`, `/articles/${text}`, `/no/${text}`] : []),
    ]),
  ];
  const exported = incidents.flatMap(id => EXPORT_FORMATS.map(({ suffix }) => `/v1/incidents/${id}.${suffix}`));
  const queue = [...paths, ...exported, ...asked.map(text => `/v1/incidents?colour=${text}`)];
  const visitor = async (): Promise<void> => {
    const page = await context.newPage();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await look(page, origin + path, faults);
      if (!/\.(?:atom|rss|jsonfeed)$/.test(path)) continue;
      const bodies = htmlIn(await (await fetch(origin + path)).text());
      if (bodies.length === 0) faults.push(`${path} carries no HTML`);
      await page.setContent(bodies.join('<hr>'));
      for (const found of await page.evaluate(foreignElements)) faults.push(`<${found}> in the HTML of ${path}`);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: 3 }, visitor));
  await context.close();
  return { pages: paths.length, exports: exported.length, faults };
};
