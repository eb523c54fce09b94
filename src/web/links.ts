export { linkToWords, webAddress } from '#domain/text-fragment.ts';
