import { createHmac } from 'node:crypto';

/** A new signing secret out of 24 to 64 random bytes, as the Standard Webhooks spec writes it. */
export const signingSecret = (random: Uint8Array): string => `whsec_${Buffer.from(random).toString('base64')}`;

/**
 * Headers of a message by the Standard Webhooks spec 1.0 (symmetric, `v1`): the signature is over id, time and body.
 * `at`: the time of this attempt in milliseconds.
 */
export const signedHeaders = (
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at / 1000));
  const bytes = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
};
