import { createTransport } from 'nodemailer';
import type { Letter } from './mail.ts';

/** Sends letters. */
export interface Mailer {
  /** Throws where the server does not take it. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 20_000;

/** A mailer over SMTP. `url`: `smtp://user:password@host:587` or `smtps://…:465`. */
export const createMailer = (url: string, from: string): Mailer => {
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true });
  Object.assign(transport.options, {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    async send({ to, subject, text, headers }) {
      await transport.sendMail({ to: { name: '', address: to }, subject, text, headers: { ...headers } });
    },
    close: () => transport.close(),
  };
};
