import sniffEncoding from 'html-encoding-sniffer';
import iconv from 'iconv-lite';

/** The `charset` of a Content-Type header, where it has one that can be decoded. */
export const charsetOf = (contentType: string | undefined): string | undefined => {
  const match = /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '');
  return match?.[1] !== undefined && iconv.encodingExists(match[1]) ? match[1] : undefined;
};

/**
 * Text of an XML, HTML or JSON document. In order: byte order mark, the charset of Content-Type, what the document
 * declares (XML prolog or meta), then UTF-8 for XML and windows-1252 for HTML that is not UTF-8.
 */
export const decodeText = (body: Uint8Array, options: { contentType: string | undefined; xml: boolean }): string => {
  const transport = charsetOf(options.contentType);
  const wide = utf32Of(body);
  const name =
    wide ??
    sniffEncoding(body, {
      xml: options.xml,
      defaultEncoding: 'UTF-8',
      ...(transport === undefined ? {} : { transportLayerEncodingLabel: transport }),
    });
  if (name === 'UTF-8') return decodeUtf8(body, declaredIn(body));
  return iconv.decode(body, iconv.encodingExists(name) ? name : 'utf-8');
};

/** UTF-32 is no encoding of the web's standard, but feeds in it exist. */
const utf32Of = (body: Uint8Array): string | undefined => {
  const [a, b, c, d] = body;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && body.length % 4 === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
  return undefined;
};

/** The 8-bit encoding that an XML prolog declares. */
const declaredIn = (body: Uint8Array): string | undefined => {
  const head = iconv.decode(body.subarray(0, 256), 'latin1');
  const match = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head);
  const label = match?.[1]?.toLowerCase();
  return label !== undefined && !/^utf-?(?:8|16|32)/.test(label) && iconv.encodingExists(label) ? label : undefined;
};

/**
 * Text that claims to be UTF-8. A stray bad byte stays a replacement character; where bad bytes outnumber the good
 * sequences, it is another encoding: the declared one, else windows-1252.
 */
const decodeUtf8 = (body: Uint8Array, declared: string | undefined): string => {
  const text = new TextDecoder('utf-8').decode(body);
  if (!text.includes('\ufffd')) return text;
  let bad = 0;
  let good = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  return bad > good ? iconv.decode(body, declared ?? 'windows-1252') : text;
};
