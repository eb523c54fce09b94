import { randomBytes } from 'node:crypto';
import { createFetcher } from '#ingest';
import { createActions } from '#pipeline';
import { createLookout, createMailer, createMessenger, describe, fittingNews, type Messenger } from '#push';
import type { Program } from './compose.ts';
import { userAgent } from './compose.ts';
import type { Config } from './config.ts';
import type { Desk } from './http/desk.ts';
import { createLimiter } from './http/limits.ts';

/** A receiver that has not answered after so long has failed (Standard Webhooks: 15 to 30 s). */
const WEBHOOK_TIMEOUT_MS = 15_000;

/** The desk of a running server, and what tells its subscribers. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly messenger: Messenger;
  /** Lets those go who wait on the line; ends what is being sent. */
  close(): Promise<void>;
}

const mailerOf = ({ smtpUrl, mailFrom, publicUrl }: Config) => {
  if (smtpUrl === undefined || publicUrl === undefined) return undefined;
  return createMailer(smtpUrl, mailFrom ?? `Receipts <receipts@${new URL(publicUrl).hostname}>`);
};

/** Puts keys, writes and push together. `site`: the address under which subscribers reach this server. */
export const openDesk = (
  config: Config,
  { store, database: { access, push, requests }, stages }: Program,
  { site, demo }: { readonly site: string; readonly demo: boolean },
): OpenDesk => {
  const allowOrigins = config.webhookOrigins;
  // Of its own: messages to one receiver need no gap between them, as requests to a publisher do.
  const fetcher = createFetcher({
    userAgent: userAgent(config),
    allowOrigins,
    timeoutMs: WEBHOOK_TIMEOUT_MS,
    ...(config.fetchProxy === undefined ? {} : { proxy: config.fetchProxy }),
    perHost: 4,
    gapMs: 0,
  });
  const mailer = mailerOf(config);
  const messenger = createMessenger({
    store,
    push,
    fetcher,
    allowOrigins,
    ...(mailer === undefined ? {} : { mailer }),
    site,
    demo,
    now: stages.now,
    random: stages.random,
  });
  const lookout = createLookout(push);
  const desk: Desk = {
    access,
    push,
    requests,
    asking: createLimiter(),
    actions: createActions(stages),
    messenger,
    sessionSecret: config.sessionSecret ?? randomBytes(32).toString('base64url'),
    quotas: { open: config.rateLimit, key: config.keyRateLimit },
    describe: (news, origin) => describe(store, news, origin),
    fitting: (filter, news, told) => fittingNews(push, filter, news, told),
    closing: lookout.closed,
    waitForNews: lookout.waitFor,
  };
  return {
    desk,
    messenger,
    async close() {
      lookout.close();
      mailer?.close();
      await fetcher.close();
    },
  };
};
