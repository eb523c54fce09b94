import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../ingest/html-text.ts';
import { scanPage } from '../../ingest/page-scan.ts';
import { createSlimmer } from '../../ingest/slim-page.ts';

const slimPage = (html: string): string => {
  const slimmer = createSlimmer();
  scanPage(html, 'https://news.example/a', slimmer);
  return slimmer.page();
};

describe('A slimmed page', () => {
  test('has no scripts, styles, drawings, comments and attributes that say nothing', () => {
    const page =
      '<body onload="x()"><!-- note --><script>if (a < b) alert("</p>")</script><style>p{}</style>' +
      '<svg><path d="M0 0"><text>drawn</text></svg><p class="lead" data-id="7">Tills are down.</p></body>';
    expect(slimPage(page)).toBe('<body><p class="lead">Tills are down.</p></body>');
  });

  test('keeps what hides an element', () => {
    const page = '<p style="display:none">a</p><p style="color:red">b</p><p hidden>c</p><p aria-hidden="true">d</p>';
    expect(slimPage(page)).toBe('<p style="display:none">a</p><p>b</p><p hidden="">c</p><p aria-hidden="true">d</p>');
  });

  test('keeps words apart that were apart, and together that were together', () => {
    const page = '<p>The <b>Co-op</b> <i>said</i> so<b>me</b>\n<a href="/x">items</a></p>\n\n<p>\n ran out</p>';
    const slim = slimPage(page);
    expect(htmlToText(slim)).toBe('The Co-op said some items\n\nran out');
    expect(slim).not.toContain('\n\n');
  });

  test('leaves preformatted text, entities and quotes in attributes as they are', () => {
    expect(slimPage(`<pre>\n  <b>a</b>\n\n  b</pre><a href='/?q="x"&amp;y'>M&amp;S &lt;3</a>`)).toBe(
      '<pre>\n  <b>a</b>\n\n  b</pre><a href="/?q=&quot;x&quot;&amp;y">M&amp;S &lt;3</a>',
    );
  });

  test('closes what a page leaves open', () => {
    expect(slimPage('<ul><li>one<li>two<br></ul><p>three')).toBe('<ul><li>one</li><li>two<br/></li></ul><p>three</p>');
  });
});
