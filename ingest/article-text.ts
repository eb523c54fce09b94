import { blocksToText, htmlBlocks, type TextBlock } from './html-text.ts';

/** From this share of linked characters on, a block is a link and says nothing of its own. */
const LINK = 0.85;
/** A heading that is a link heads an item of a round-up where words of its own follow. */
const OWN_WORDS = 60;

/** Blocks that are nothing but one of these words: furniture of a page, whatever the site. */
const FURNITURE =
  /^(?:advert|advertisement|ad|sponsored|share|share this(?: article| story)?|save|print|email|comments?|post comment|leave a comment|read more|read next|more|subscribe|sign in|sign up|log in|follow us|skip to (?:main )?content|loading|enlarge image|image \d+ of \d+|\d+ of \d+|by|related|recommended|copy link|link copied|listen|watch)[.:…!]?$/i;

/** Blocks that point to another story. */
const POINTER =
  /^\[?(?:related|read (?:more|next|also)|also (?:read|on)|see also|see more|more(?: on this| from| like this)?|watch(?: now)?|recommended|don['’]t miss|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular)|trending|in pictures)\b[^.!?]{0,30}[:|]/i;

/** Headings of the part of a page that follows the article. */
const AFTERWARDS =
  /^(?:you (?:may|might) (?:also )?(?:like|be interested in)|related(?: (?:articles?|stories|posts?|news|content|topics|coverage|reading|links))?|more (?:from|on|in|stories|news)\b.*|recommended(?: (?:for you|stories|reading|articles?))?|most (?:read|popular|viewed)|trending(?: now)?|read (?:more|next)|what to read next|latest (?:news|stories|articles)|about the author|comments|leave a (?:comment|reply)|want more stories like this|sign up (?:for|to)\b.*|subscribe\b.*|newsletters?|share this\b.*|popular (?:now|stories)|editor['’]s picks)[.:…?!]*$/i;

/**
 * The text of an article from the HTML that Readability kept: without captions, links to other stories, page furniture,
 * a repeated headline, and what a heading such as "You may also like" introduces.
 */
export const articleText = (html: string, title: string): string => {
  const blocks = htmlBlocks(html).filter(block => !block.caption);
  const kept = withoutAfterwards(blocks).filter((block, index, all) => !isFurniture(block, all[index + 1], title));
  return blocksToText(kept);
};

const isHeading = (block: TextBlock): boolean => block.prefix.startsWith('#');

const isFurniture = (block: TextBlock, following: TextBlock | undefined, title: string): boolean => {
  if (isHeading(block) && block.text === title) return true;
  if (FURNITURE.test(block.text)) return true;
  if (POINTER.test(block.text) && (block.linked > 0.4 || block.text.length < 160)) return true;
  if (block.linked < LINK) return false;
  const introduces = following !== undefined && following.linked < LINK && following.text.length >= OWN_WORDS;
  return !(isHeading(block) && introduces);
};

/** A paragraph of the article itself: of some length, and no link. */
const OWN_PARAGRAPH = 120;
/** Where more of the page's own words than this follow such a heading, it stood within the article. */
const TAIL_SHARE = 0.4;

/**
 * Leaves out what such a heading introduces: all up to the next other heading, or, where much of the article is still to
 * come, up to its next paragraph.
 */
const withoutAfterwards = (blocks: readonly TextBlock[]): TextBlock[] => {
  const all = ownLength(blocks);
  let skipping: 'no' | 'box' | 'tail' = 'no';
  return blocks.filter((block, index) => {
    if (isHeading(block) && AFTERWARDS.test(block.text)) {
      skipping = ownLength(blocks.slice(index)) > TAIL_SHARE * all ? 'box' : 'tail';
    } else if (isHeading(block) ? block.linked < LINK : skipping === 'box' && isOwnParagraph(block)) {
      skipping = 'no';
    }
    return skipping === 'no';
  });
};

const isOwnParagraph = (block: TextBlock): boolean =>
  block.prefix === '' && block.linked < 0.5 && block.text.length >= OWN_PARAGRAPH;

const ownLength = (blocks: readonly TextBlock[]): number =>
  blocks.filter(isOwnParagraph).reduce((length, block) => length + block.text.length, 0);
