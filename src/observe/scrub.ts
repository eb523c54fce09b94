/** What may stand in a message by accident and must stand in no log, and what stands there instead. */
const SECRETS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // Our own: API keys, secrets of webhooks, the tokens in the links of letters.
  [/\brcp_[0-9a-f]{12}_[\w-]{43}/g, 'rcp_(hidden)'],
  [/\bwhsec_[\w+/=-]+/g, 'whsec_(hidden)'],
  [/(\/mail\/(?:confirm|unsubscribe)\/)[\w-]+/g, '$1(hidden)'],
  // User and password of an address: databases, mail servers, feeds.
  [/:\/\/[^\s/@"'\\]{1,400}@/g, '://(hidden)@'],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 (hidden)'],
  // `token=…` of an address, `"password":"…"` of JSON, also of JSON inside of JSON.
  [
    /((?:passw(?:or)?d|secret|token|api[-_]?key|access[-_]?key|authorization|cookie|signature|csrf)(?:\\?["'])?\s?[=:]\s?(?:\\?["'])?)[^\s"'&,;}\\]+/gi,
    '$1(hidden)',
  ],
];

/** A line of a log without keys, passwords, cookies and tokens; JSON stays JSON. */
export const scrub = (line: string): string =>
  SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
