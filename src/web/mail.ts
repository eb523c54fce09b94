import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';

/** Where somebody is on the way into or out of letters. */
export interface MailStep {
  readonly step: 'confirm' | 'confirmed' | 'unsubscribe' | 'unsubscribed';
  readonly address: string;
  /** The filter; empty: everything. */
  readonly query: string;
  /** Path to which the button leads. */
  readonly action?: string;
}

const TITLES = {
  confirm: 'Confirm your subscription',
  confirmed: 'Your subscription is confirmed',
  unsubscribe: 'Unsubscribe',
  unsubscribed: 'You are unsubscribed',
} as const;

const BUTTONS = { confirm: 'Yes, write to me', unsubscribe: 'Write to me no more' } as const;

const deck = ({ step, address, query }: MailStep): string => {
  const about = query === '' ? 'every incident' : `incidents with ${query.replaceAll('&', ', ')}`;
  if (step === 'confirm') return `Receipts will write to ${address} about ${about}.`;
  if (step === 'confirmed')
    return `Receipts writes to ${address} about ${about}. Every letter has a link that ends it.`;
  if (step === 'unsubscribe') return `Receipts writes to ${address} about ${about}.`;
  return `Nothing more is sent to ${address} about ${about}, and the address is deleted.`;
};

/** The pages behind the links in letters. */
export const renderMailPage = (given: MailStep, site: Site): string => {
  const { step, action } = given;
  const button = step === 'confirm' || step === 'unsubscribe' ? BUTTONS[step] : undefined;
  return layout(
    {
      title: TITLES[step],
      description: deck(given),
      main: html`<article class="problem">
  <h1>${TITLES[step]}</h1>
  <p class="deck">${deck(given)}</p>
  ${
    button !== undefined &&
    action !== undefined &&
    html`<form method="post" action="${action}"><button type="submit">${button}</button></form>`
  }
</article>`,
    },
    site,
  );
};
