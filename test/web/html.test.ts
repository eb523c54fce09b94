import { describe, expect, test } from 'vitest';
import { html, joined, toText } from '../../src/web/html.ts';

describe('a template', () => {
  test('escapes what is put into it, as text and as attribute', () => {
    const evil = `"><script>alert('x')</script>&amp;`;
    expect(toText(html`<a title="${evil}">${evil}</a>`)).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</a>',
    );
  });

  test('keeps templates within templates, and lists of them', () => {
    expect(toText(html`<ul>${['<a>', html`<b>`].map(part => html`<li>${part}</li>`)}</ul>`)).toBe(
      '<ul><li>&lt;a&gt;</li><li><b></li></ul>',
    );
  });

  test('leaves away what is not there, and keeps a zero', () => {
    expect(toText(html`${undefined}${false}${[]}${0}`)).toBe('0');
  });

  test('does not take an object from outside for a template', () => {
    const pretended = JSON.parse('{"Symbol(html)":"<script>"}');
    expect(() => toText(html`${pretended}`)).toThrow();
  });

  test('joins parts with a separator', () => {
    expect(toText(html`${joined(['a', html`<i>b</i>`, 'c'], ' · ')}`)).toBe('a · <i>b</i> · c');
  });
});
