/** Who is told of changes, and how: webhooks, e-mail, and those who wait on the line. */
import type { FilteredSubscription, Push, Store } from '#db';
import type { Cadence } from '#domain/subscription.ts';
import { AppError } from '#errors';
import { type Fetcher, webUrl } from '#ingest';
import { nextDigest, sendDigest } from './digests.ts';
import { confirmationLetter } from './mail.ts';
import type { Mailer } from './mailer.ts';
import { deliverTo, fanOutTo } from './webhooks.ts';

export { createLookout, type Lookout } from './lookout.ts';
export { createMailer, type Mailer } from './mailer.ts';
export { describe } from './message.ts';
export { fittingNews } from './select.ts';
export { signingSecret } from './sign.ts';

interface MessengerParts {
  readonly store: Store;
  readonly push: Push;
  /** With a time-out of its own, and no gap between two messages to one host. */
  readonly fetcher: Pick<Fetcher, 'post'>;
  /** Origins that may be sent to without TLS, and on networks that are not public. */
  readonly allowOrigins: readonly string[];
  readonly mailer?: Mailer;
  readonly site: string;
  readonly demo: boolean;
  readonly now: () => Date;
  readonly random: () => number;
}

/** Most time for one round of one subscriber. */
const ROUND_MS = 60_000;

const notSetUp = (): AppError =>
  new AppError('config', 'This server sends no e-mail: RECEIPTS_SMTP_URL and RECEIPTS_PUBLIC_URL are not both set.');

/** Tells subscribers what is new. */
export const createMessenger = (parts: MessengerParts) => {
  const { push, mailer, site, demo, allowOrigins, now } = parts;
  const tellOne = async (known: FilteredSubscription): Promise<void> => {
    if (known.subscription.channel === 'webhook') {
      await fanOutTo(parts, known);
      await deliverTo(parts, known.subscription.id, now().getTime() + ROUND_MS);
    } else if (mailer !== undefined) await sendDigest({ ...parts, mailer }, known);
  };
  return {
    mails: mailer !== undefined,
    /** Throws AppError `invalid-parameter` where a webhook cannot be there. */
    checkTarget(target: string): void {
      const url = webUrl(target);
      if (url.protocol === 'https:' || allowOrigins.includes(url.origin)) return;
      throw new AppError('invalid-parameter', 'A webhook is called over https only.', {
        subject: 'url',
        hint: 'The operator can allow single origins of the own network: RECEIPTS_WEBHOOK_ORIGINS.',
        data: { allowed: ['an address that begins with https://'] },
      });
    },
    /** When a digest is first looked for. */
    firstDigest: (cadence: Cadence): string => nextDigest(cadence, now()),
    /** Throws AppError `config` where no e-mail can be sent. */
    async askToConfirm({ target, secret, query }: { target: string; secret: string; query: string }): Promise<void> {
      if (mailer === undefined) throw notSetUp();
      await mailer.send(confirmationLetter({ to: target, secret, query }, { site, demo }));
    },
    /** Does what is due for one subscriber. Throws where the database or the mail server does not answer. */
    async tell(subscription: string): Promise<void> {
      const known = await push.getSubscription(subscription);
      if (known?.subscription.state === 'active') await tellOne(known);
    },
  };
};

export type Messenger = ReturnType<typeof createMessenger>;
