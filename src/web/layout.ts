import { ICON, STYLESHEET } from './assets.ts';
import type { Html, Part } from './html.ts';
import { html, toText } from './html.ts';

/** What every page shows of the installation. */
export interface Site {
  readonly demo: boolean;
  readonly version: string;
  /** Under which readers reach it, e.g. `https://receipts.example`; absent: pages name no address of their own. */
  readonly origin?: string;
}

interface PageParts {
  /** Of the document, without the site's name. */
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** Path of the same content as JSON. */
  readonly data?: string;
  /** Feeds of the same content, which feed readers look for in the head. */
  readonly feeds?: { readonly atom: string; readonly json: string };
  /** Paths of further stylesheets, and of scripts, which run when the page is there. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Path and query under which the page is to be known, whatever it was asked for with. */
  readonly path?: string;
  /** What machines read of it: JSON-LD, other forms of the page. */
  readonly head?: Part;
  /** Entry of the navigation under which the page stands. */
  readonly section?: Section;
}

const SECTIONS = {
  incidents: ['/', 'Incidents'],
  compare: ['/compare', 'Compare'],
  retailers: ['/retailers', 'Retailers'],
  actors: ['/actors', 'Attackers'],
  sources: ['/sources', 'Sources'],
  about: ['/about', 'About'],
} as const;
type Section = keyof typeof SECTIONS;

const DEMO = html`<aside class="demo" aria-label="Demonstration">
  <strong>DEMO.</strong> The outlets and articles on these pages were written for a demonstration. Do not cite them.
</aside>`;

const alternate = (data: string | undefined): Part =>
  data !== undefined && html`<link rel="alternate" type="application/json" href="${data}">`;

const feeds = ({ feeds: addresses, title }: PageParts): Part =>
  addresses !== undefined &&
  html`
<link rel="alternate" type="application/atom+xml" title="${title} (Atom)" href="${addresses.atom}">
<link rel="alternate" type="application/feed+json" title="${title} (JSON Feed)" href="${addresses.json}">`;

const loaded = ({ styles = [], scripts = [] }: PageParts): Part => [
  styles.map(path => html`<link rel="stylesheet" href="${path}">\n`),
  scripts.map(path => html`<script defer src="${path}"></script>\n`),
];

/** How other sites show a link to the page (Open Graph), and its one address. */
const identity = ({ title, description, path }: PageParts, { origin }: Site): Part => [
  html`<meta property="og:site_name" content="Receipts">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta name="twitter:card" content="summary">
`,
  origin !== undefined &&
    path !== undefined &&
    html`<link rel="canonical" href="${origin}${path}">
<meta property="og:url" content="${origin}${path}">
`,
];

const navigation = ({ section }: PageParts): Html =>
  html`<nav class="sections" aria-label="Sections"><ul>${Object.entries(SECTIONS).map(
    ([name, [path, label]]) =>
      html`<li><a href="${path}"${name === section && html` aria-current="true"`}>${label}</a></li>`,
  )}</ul></nav>`;

const footer = ({ data }: PageParts, { version }: Site): Html => html`<footer class="foot">
  <p class="creed">A claim is what an article says, not what is true.</p>
  <p>
    Receipts reads news feeds, takes articles apart into claims, each with the words that make it, and merges them into
    one timeline per incident. “Said not to be taken” means that somebody says so; what no article speaks of is
    “not mentioned”.
  </p>
  <p>
    ${data !== undefined && html`<a href="${data}">This page as JSON</a> · `}<a href="/about">About</a> · <a href="/docs">API</a> ·
    Receipts ${version}
  </p>
</footer>`;

/** A whole HTML document around a page's own part. */
export const layout = (page: PageParts, site: Site): string =>
  toText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site.demo && 'DEMO: '}${page.title} · Receipts</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${STYLESHEET.path}">
<link rel="icon" type="image/svg+xml" href="${ICON.path}">
${identity(page, site)}${alternate(page.data)}${feeds(page)}${loaded(page)}${page.head}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${site.demo && DEMO}
<header class="masthead">
  <a class="brand" href="/">Receipts</a>
  <p>Who said what, and when, about cyber incidents at retailers</p>
  ${navigation(page)}
</header>
<main id="content" tabindex="-1">
${page.main}
</main>
${footer(page, site)}
</body>
</html>
`);
