import { organisationRow } from '../entities.ts';
import { SPEAKERS } from '../gazetteer/kinds.ts';
import type { Mention, Sentence } from '../types.ts';
import type { Part } from './skeleton.ts';

const LEAD_SENTENCES = 3;

/** Whether a mention names a firm that serves shops: one of the list, or one that the article introduces so. */
export const isSupplier = ({ kind, id, via }: Mention): boolean =>
  kind === 'organisation' && (via === 'described' || organisationRow(id)?.kind === 'supplier');
/** "Cisco's online store", "the Packers pro shop"; of "Magento e-commerce stores" nobody is the owner. */
const SHOP_OF =
  /^(?:['’]s?(?: [\p{L}-]+){0,3}? (?:online|web|e-?commerce|merch(?:andise)?|pro|fan|branded)[ -](?:store|shop|merch|merchandise)|(?: [\p{L}-]+){0,3}? (?:online|web|e-?commerce|merch(?:andise)?|pro|fan|branded)[ -](?:(?:store|shop)(?!s)|merch|merchandise))/iu;
/** On the software of others every shop runs: "the Magento online store" is somebody's, its maker's only where said so. */
const POSSESSIVE = /^['’]s?\b/;
/** "hundreds of outdated Magento sites": what runs on it was hit, not its maker. */
const RUNS_ON =
  /^(?: \d[\d.x]*)?(?:[- ](?:powered|based))? (?:open[- ]source )?(?:e-?commerce )?(?:sites?|stores?|shops?|websites?|webshops|platforms?|plug-?ins?|extensions?|storefronts?|installations?|merchants)\b/i;
const RETAIL_TALK = /\b(?:retailers?|grocer(?:y|s|ies)|supermarkets?|stores|shops|starbucks|shelves)\b/i;
const HIT_THROUGH =
  /\b(?:customers?|clients?|disrupt\w*|affected|struggl\w*|impact\w*|hit|rely|relies|feeling|shelves|outage)\b/i;

/**
 * Tells whether a mention can be a victim: retailers; suppliers that stand in the lead of an article that tells of shops
 * hit through them; any firm where its online shop is spoken of.
 */
export const candidateTest = (
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  text: string,
): ((mention: Mention) => boolean) => {
  const hitThrough = sentences.some(sentence => RETAIL_TALK.test(sentence.text) && HIT_THROUGH.test(sentence.text));
  const ids = new Set<string>();
  for (const mention of mentions) {
    if (mention.kind !== 'organisation') continue;
    const after = text.slice(mention.end, mention.end + 60);
    const supplier = hitThrough && mention.sentence < LEAD_SENTENCES && isSupplier(mention) && !RUNS_ON.test(after);
    const ownShop = SHOP_OF.test(after) && (!isSupplier(mention) || POSSESSIVE.test(after));
    if (supplier || ownShop) ids.add(mention.id);
  }
  return (mention: Mention): boolean => mention.kind === 'retailer' || ids.has(mention.id);
};

/** The part of a firm or actor that can be no victim. */
export const partInStory = (mention: Mention | undefined): Part => {
  if (mention?.kind === 'actor') return 'actor';
  return SPEAKERS.has(organisationRow(mention?.id ?? '')?.kind ?? '') ? 'speaker' : 'organisation';
};
