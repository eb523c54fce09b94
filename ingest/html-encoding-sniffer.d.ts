declare module 'html-encoding-sniffer' {
  /** The WHATWG name of the encoding of a document. */
  export default function sniffEncoding(
    body: Uint8Array,
    options?: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string;
      readonly defaultEncoding?: string;
      readonly maxPrescanBytes?: number;
    },
  ): string;
}
