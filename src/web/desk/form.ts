import type { Html, Part } from '../html.ts';
import { html } from '../html.ts';

/** What forms of the desk carry beside their fields. */
export interface DeskSession {
  /** Name of the key. */
  readonly who: string;
  readonly admin: boolean;
  /** Proves that a form is one of ours. */
  readonly csrf: string;
}

/** A form of the desk. `back`: path of the page that is shown afterwards. */
export const deskForm = (
  { csrf }: DeskSession,
  { action, back, kind = '' }: { readonly action: string; readonly back: string; readonly kind?: string },
  fields: Part,
): Html =>
  html`<form method="post" action="${action}" class="desk-form ${kind}"><input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="back" value="${back}">${fields}</form>`;

/** The field for the reason, which stands publicly beside the correction. */
export const why = (id: string, about: string): Html =>
  html`<label for="${id}">Why<span class="hidden">: ${about}</span> (public)</label> <input id="${id}" name="why" required maxlength="1000" autocomplete="off">`;
