import type { NewsMessage } from '#domain/news.ts';
import type { Cadence } from '#domain/subscription.ts';

/** A letter; `html` is left out on purpose: plain text reads everywhere, and nothing in it is loaded. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const RHYTHM: Readonly<Record<Cadence, string>> = { alert: 'as it happens', day: 'once a day', week: 'once a week' };
/** Events told of one incident. */
const MOST_EVENTS = 10;

/** What a letter says of where it comes from. */
export interface MailSite {
  readonly site: string;
  readonly demo: boolean;
}

const signed = (name: string, { demo }: MailSite): string => `${demo ? '[DEMO] ' : ''}${name}`;

const about = (query: string): string =>
  query === '' ? 'every incident' : `incidents with ${query.replaceAll('&', ', ')}`;

/** Asks the owner of an address whether he wants letters. */
export const confirmationLetter = (
  { to, secret, query }: { readonly to: string; readonly secret: string; readonly query: string },
  place: MailSite,
): Letter => ({
  to,
  subject: signed('Confirm your subscription to Receipts', place),
  text: `Somebody, hopefully you, asked Receipts to write to this address about ${about(query)}.

Confirm it here:
${place.site}/mail/confirm/${secret}

If it was not you, do nothing: without a confirmation nothing more is sent.
`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

const VERBS = { appeared: 'New', changed: 'Changed', retracted: 'Withdrawn' } as const;

const paragraph = ({ type, data }: NewsMessage): string => {
  const { incident, events, movedTo, more = 0 } = data;
  const title = incident.title ?? incident.id;
  if (type === 'incident.gone') return `${title}\nShown no more: ${incident.page}`;
  if (type === 'incident.moved') return `${title}\nNow told as one with ${movedTo ?? 'another'}: ${incident.page}`;
  const lines = events.slice(0, MOST_EVENTS).map(event => {
    const verb = `${VERBS[event.change]} (${event.causes.join(', ')})`;
    if (event.summary === undefined) return `- ${verb}: an event that is not there any more`;
    const { source } = event;
    return `- ${verb}: ${event.summary}${source ? `\n  “${source.quote}”\n  ${source.publisher}, ${source.url}` : ''}`;
  });
  const rest = Math.max(0, events.length - MOST_EVENTS) + more;
  return [title, incident.page, ...lines, ...(rest === 0 ? [] : [`- and ${rest} more`])].join('\n');
};

/** What is new, as one letter, with the headers by which a mail program unsubscribes in one click (RFC 8058). */
export const digestLetter = (
  given: {
    readonly to: string;
    readonly secret: string;
    readonly query: string;
    readonly cadence: Cadence;
    readonly news: readonly NewsMessage[];
  },
  place: MailSite,
): Letter => {
  const { to, secret, query, cadence, news } = given;
  const unsubscribe = `${place.site}/mail/unsubscribe/${secret}`;
  const titles = [...new Set(news.map(({ data }) => data.incident.title ?? data.incident.id))];
  const [first = 'What is new', ...others] = titles;
  return {
    to,
    subject: signed(others.length === 0 ? first : `${first}, and ${others.length} more`, place).slice(0, 200),
    text: `${news.map(paragraph).join('\n\n')}

--
A claim is what an article says, not what is true.
You get this ${RHYTHM[cadence]} about ${about(query)}.
Unsubscribe: ${unsubscribe}
`,
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
};
