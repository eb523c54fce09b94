import { PAGE_ROUTES } from '../../src/http/pages/index.ts';
import { DESK_PAGES } from '../../src/http/routes/desk.ts';
import { METHODS as ROUTE_METHODS } from '../../src/http/routes/route.ts';
import { TAXII_ROUTES } from '../../src/http/routes/taxii.ts';
import { contract } from './contract-document.ts';

/** Who asks. The last two ask as a browser does, with the cookie of the desk and a form of its pages. */
export const ROLES = ['nobody', 'wrong key', 'revoked key', 'read', 'write', 'admin', 'desk', 'desk admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whom something is for: everybody, holders of a key of a scope or more, or who has opened the desk. */
type Rule = 'all' | 'read' | 'write' | 'admin' | 'desk' | 'desk admin';

/** A server whose doors are tried. */
export interface Doors {
  readonly origin: string;
  /** Tokens of the roles that have one. */
  readonly tokens: Readonly<Record<'wrong key' | 'revoked key' | 'read' | 'write' | 'admin', string>>;
  /** Numbers of all that a write could change. */
  readonly counts: () => Promise<string>;
}

interface Endpoint {
  readonly path: string;
  readonly methods: ReadonlyMap<string, Rule>;
  readonly door: 'api' | 'page';
}

export interface AccessRow {
  readonly endpoint: string;
  readonly rule: Rule;
  /** Status by role. */
  readonly answers: ReadonlyMap<Role, number>;
}

export interface AccessReport {
  readonly rows: readonly AccessRow[];
  readonly requests: number;
  /** Pairs of path and method that there are not. */
  readonly absent: number;
  /** What somebody got who may not, or did not get who may, as sentences. */
  readonly faults: readonly string[];
}

const ALL_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const SCOPES: readonly string[] = ['read', 'write', 'admin'];
/** What monitors ask: no key is looked at. */
const UNGATED = ['/healthz', '/readyz', '/assets/:name'];

/** The scope that the contract asks for, as `security: [{ key: [write] }]`. */
const ruleOf = (security: readonly unknown[] | undefined): Rule => {
  const [first] = (security ?? []) as readonly { readonly key?: readonly string[] }[];
  if (first === undefined) return 'all';
  const scope = first.key?.[0];
  if (scope === undefined || !SCOPES.includes(scope)) throw new Error(`the contract names no scope: ${scope}`);
  return scope as Rule;
};

const withHead = (methods: Map<string, Rule>): ReadonlyMap<string, Rule> => {
  const get = methods.get('GET');
  if (get !== undefined) methods.set('HEAD', get);
  return methods;
};

const apiEndpoints = (): readonly Endpoint[] =>
  Object.entries(contract.paths).map(([path, item]) => {
    const methods = new Map<string, Rule>();
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const)
      if (item[method] !== undefined) methods.set(method.toUpperCase(), ruleOf(item[method].security));
    return { path: path.replace(/\{(\w+)\}/g, ':$1'), methods: withHead(methods), door: 'api' };
  });

/** Which pages are for whom stands here and not in the program, so that one can be held against the other. */
const pageRule = (path: string): Rule => {
  if (path === '/desk/sign-in' || !path.startsWith('/desk')) return 'all';
  return path.startsWith('/desk/keys') ? 'desk admin' : 'desk';
};

const pageEndpoints = (): readonly Endpoint[] =>
  [...PAGE_ROUTES, ...DESK_PAGES, ...TAXII_ROUTES].map(route => {
    const methods = ROUTE_METHODS.filter(method => route[method] !== undefined).map(
      method => [method.toUpperCase(), pageRule(route.path)] as const,
    );
    return { path: route.path, methods: withHead(new Map(methods)), door: 'page' };
  });

const HEX = '0123456789abcdef0123';

const filled = (path: string): string =>
  path
    .replace('/webhooks/:id', `/webhooks/whk_${HEX}`)
    .replace('/emails/:id', `/emails/eml_${HEX}`)
    .replace('/articles/:id', `/articles/art_${HEX}`)
    .replace('/keys/:id', '/keys/key_0123456789ab')
    .replace(':format', 'json')
    .replaceAll(/:\w+/g, 'nobody-2031-03');

/** Bodies that would be taken from whoever may send them. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /v1/sources': { feedUrl: 'https://answers.example/rss' },
  'POST /v1/articles': {
    url: 'https://outlet.example/harrods-1',
    source: 'outlet.example',
    title: 'Harrods confirms customer data theft after cyber attack',
    published: '2025-09-27',
    text: 'Harrods has confirmed that hackers stole customer names in a cyber attack on a supplier.',
  },
  'POST /v1/webhooks': { url: 'https://receiver.example/' },
  'POST /v1/emails': { address: 'ada@desk.example', cadence: 'day' },
  'POST /desk/sources': { feedUrl: 'https://answers.example/rss' },
  'POST /desk/webhooks': { url: 'https://receiver.example/' },
  'POST /desk/keys': { name: 'Mallory', scope: 'admin' },
};

const reaches = (role: Role, rule: Rule): boolean => {
  if (rule === 'all') return role !== 'wrong key' && role !== 'revoked key';
  if (rule === 'desk' || rule === 'desk admin') return role === 'desk admin' || role === rule;
  return SCOPES.includes(role) && SCOPES.indexOf(role) >= SCOPES.indexOf(rule);
};

/** In place of the status of a page of the desk that shows where to open it. */
export const CLOSED = 0;
const SIGN_IN = 'action="/desk/sign-in"';
const isDesk = (path: string): boolean => path === '/desk' || path.startsWith('/desk/');
const isRefusal = (status: number): boolean => status === 401 || status === 403 || status === CLOSED;

interface DeskVisit {
  readonly cookie: string;
  readonly csrf: string;
}

/** Opens the desk with a key, as its form does. */
const openDesk = async (origin: string, key: string): Promise<DeskVisit> => {
  const signedIn = await fetch(`${origin}/desk/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ key }),
    redirect: 'manual',
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const html = await (await fetch(`${origin}/desk`, { headers: { cookie } })).text();
  return { cookie, csrf: /name="csrf" value="([\w-]+)"/.exec(html)?.[1] ?? '' };
};

/**
 * Asks for every path with every method in every role: first those who may not, with bodies that would be taken, after
 * which nothing may have changed; then those who may, with bodies that are refused for what they say.
 */
export const tryAllDoors = async ({ origin, tokens, counts }: Doors): Promise<AccessReport> => {
  const visits = { desk: await openDesk(origin, tokens.write), 'desk admin': await openDesk(origin, tokens.admin) };
  const faults: string[] = [];
  const answers = new Map<string, Map<Role, number>>();
  let requests = 0;

  const ask = async (role: Role, { path, door }: Endpoint, method: string, mayWrite: boolean): Promise<number> => {
    const headers: Record<string, string> = {};
    const visit = role === 'desk' || role === 'desk admin' ? visits[role] : undefined;
    if (visit !== undefined) headers['cookie'] = visit.cookie;
    else if (role !== 'nobody') headers['authorization'] = `Bearer ${tokens[role as keyof typeof tokens]}`;
    const given = mayWrite ? { nonsense: '1' } : (BODIES[`${method} ${path}`] ?? {});
    const isForm = door === 'page';
    const takesBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
    if (takesBody) headers['content-type'] = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
    const form = new URLSearchParams({ ...given, ...(visit === undefined ? {} : { csrf: visit.csrf }) } as never);
    requests += 1;
    // From an address of its own: whoever tries wrong keys is soon refused for that alone.
    headers['x-forwarded-for'] =
      `2001:db8:${Math.floor(requests / 60_000).toString(16)}:${(requests % 60_000).toString(16)}::1`;
    const controller = new AbortController();
    const answer = await fetch(origin + filled(path), {
      method,
      headers,
      redirect: 'manual',
      signal: controller.signal,
      ...(takesBody ? { body: isForm ? form.toString() : JSON.stringify(given) } : {}),
    });
    if (isDesk(path) && method === 'GET' && answer.status === 200 && (await answer.text()).includes(SIGN_IN))
      return CLOSED;
    controller.abort();
    // Without a body it says as much as the answer to GET.
    return method === 'HEAD' && answers.get(`GET ${path}`)?.get(role) === CLOSED ? CLOSED : answer.status;
  };

  const judge = (role: Role, endpoint: Endpoint, method: string, rule: Rule, status: number): void => {
    const what = `${role}: ${method} ${endpoint.path} (for ${rule}) answered ${status}`;
    const may = reaches(role, rule) || (rule === 'all' && UNGATED.includes(endpoint.path));
    if (may && isRefusal(status) && endpoint.path !== '/desk/sign-in') faults.push(what);
    if (!may && !isRefusal(status)) faults.push(what);
    if (status >= 500 && status !== 501) faults.push(what);
  };

  const endpoints = [...apiEndpoints(), ...pageEndpoints()];
  let absent = 0;
  const round = async (mayWrite: boolean): Promise<void> => {
    for (const endpoint of endpoints)
      for (const [method, rule] of endpoint.methods) {
        const ungated = rule === 'all' && UNGATED.includes(endpoint.path);
        const asking = ROLES.filter(role => (reaches(role, rule) || ungated) === mayWrite);
        await Promise.all(
          asking.map(async role => {
            const status = await ask(role, endpoint, method, mayWrite);
            const name = `${method} ${endpoint.path}`;
            answers.set(name, (answers.get(name) ?? new Map()).set(role, status));
            judge(role, endpoint, method, rule, status);
          }),
        );
      }
  };
  const absentFor = async (role: Role, endpoint: Endpoint, method: string): Promise<void> => {
    const status = await ask(role, endpoint, method, false);
    const gated = (role === 'wrong key' || role === 'revoked key') && !UNGATED.includes(endpoint.path);
    const expected = gated ? 401 : method === 'OPTIONS' ? 204 : 405;
    if (status !== expected) faults.push(`${role}: ${method} ${endpoint.path}, which is not, answered ${status}`);
  };

  const before = await counts();
  await round(false);
  for (const endpoint of endpoints)
    for (const method of ALL_METHODS) {
      if (endpoint.methods.has(method)) continue;
      absent += 1;
      await Promise.all(ROLES.map(role => absentFor(role, endpoint, method)));
    }
  const after = await counts();
  if (after !== before) faults.push(`refused requests changed something: ${before} became ${after}`);
  await round(true);

  const rows = endpoints.flatMap(({ path, methods }) =>
    [...methods].map(([method, rule]) => ({
      endpoint: `${method} ${path}`,
      rule,
      answers: answers.get(`${method} ${path}`) ?? new Map(),
    })),
  );
  return { rows, requests, absent, faults };
};

/** A statement that counts the rows of everything that a write of a stranger could change; the uses of keys and the log of attempts aside. */
export const ACCESS_COUNTS = `select ${[
  'sources',
  'items',
  'articles',
  'decisions',
  'subscriptions',
  'api_keys',
  'correction_requests',
  'idempotency',
]
  .map(table => `(select count(*)::integer from receipts.${table}) as ${table}`)
  .join(', ')}`;

const cell = (status: number | undefined): string => {
  if (status === undefined) return '';
  if (status === CLOSED) return 'closed';
  return isRefusal(status) ? String(status) : 'yes';
};

/** HEAD is not shown where it is answered as GET is. */
const shown = (rows: readonly AccessRow[]): readonly AccessRow[] => {
  const cells = new Map(
    rows.map(({ endpoint, answers }) => [endpoint, ROLES.map(role => cell(answers.get(role))).join()]),
  );
  const asGet = ({ endpoint }: AccessRow): boolean =>
    endpoint.startsWith('HEAD ') && cells.get(endpoint) === cells.get(endpoint.replace('HEAD', 'GET'));
  return rows.filter(row => !asGet(row));
};

/** The table as Markdown. */
export const accessMarkdown = ({ rows, requests, absent, faults }: AccessReport): string =>
  [
    `${requests} requests: ${rows.length} pairs of path and method × ${ROLES.length} roles, and ${absent} pairs that are not`,
    `there (405, and 204 for \`OPTIONS\`). Answers that the rule does not grant, or that it grants and were refused: ${faults.length}.`,
    'Refused requests carried what would have been taken from others; the database was the same after them.',
    '`closed`: the page shows where to open the desk. `desk`: a browser with the session of a key that allows `write`; a key in a header opens no page of the desk.',
    '`HEAD` has no row where it is answered as `GET`. Beyond the table, in `test/http/access.db.test.ts`: a takedown needs',
    '`admin`; nobody sees or changes the webhooks of another key; a session ends with its key.',
    '',
    `| Path | For | ${ROLES.join(' | ')} |`,
    `|---|---|${ROLES.map(() => '---|').join('')}`,
    ...shown(rows).map(
      ({ endpoint, rule, answers }) =>
        `| \`${endpoint}\` | ${rule} | ${ROLES.map(role => cell(answers.get(role))).join(' | ')} |`,
    ),
  ].join('\n');
