const LINK = /<(?:\w{1,20}:)?link\b([^>]{0,1000})>/gi;
const REL = /\brel\s*=\s*["'](?:next|prev-archive)["']/i;
const HREF = /\bhref\s*=\s*["']([^"']+)["']/i;
const FIRST_ITEM = /<(?:\w{1,20}:)?(?:item|entry)[\s>]/i;
/** JSON Feed 1.1, `next_url`. */
const NEXT_URL = /"next_url"\s*:\s*"((?:[^"\\]|\\.){1,2000})"/;

const addressIn = (text: string): string | undefined => {
  if (text.startsWith('{')) {
    const written = NEXT_URL.exec(text)?.[1];
    return written === undefined ? undefined : String(JSON.parse(`"${written}"`));
  }
  const head = text.slice(0, Math.min(FIRST_ITEM.exec(text)?.index ?? text.length, 100_000));
  const next = [...head.matchAll(LINK)].map(([, attributes = '']) => attributes).find(one => REL.test(one));
  return HREF.exec(next ?? '')?.[1]?.replaceAll('&amp;', '&');
};

/** The page of a feed that holds what is older (RFC 5005: `next`, `prev-archive`), where the feed names one. */
export const nextPageOf = (text: string, base: string): string | undefined => {
  try {
    const url = URL.parse(addressIn(text) ?? '', base);
    return url === null || url.href === base || !/^https?:$/.test(url.protocol) ? undefined : url.href;
  } catch {
    return undefined;
  }
};
