/** A line that is nothing but links, images or numbers of comments. */
const LINK_ONLY = /^[\s>*_[\]()|\\!\d·•-]*(?:!?\[[^\]]*\]\([^)]*\)?[\s,|·•*_-]*)+$/u;
/** A linked picture or an empty link, cut off before its end: a teaser of another story. */
const LINK_CUT = /^(?:\[!\[|\[\]\()/;
/** What is left of a markdown link or picture whose beginning stood on the line before. */
const LINK_END = /^\]\(/;
const BRACKET_ONLY = /^\[+[\s\d.…]*\]*$/;
const ADDRESS_ONLY = /^<?https?:\/\/\S+>?$/;
const SCRIPT = /^(?:window|document|var |function\b|\$\()[\w.]*.*[;{(]/;
const TAG_LINE = /^(?:\[\[[^\]]*\]\]\s*)+$/;
const CAPTION =
  /^[_*(\s]*(?:image|photo|picture|source|credit|photograph|illustration|screenshot|caption|getty|via|foto)(?:\s+(?:credit|source|by|courtesy))?\s*[:©(/]/i;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?\s*(?:utc|gmt|bst|est|edt|pst|pdt|et)?$/i;
const DATE_LINE =
  /^(?:\*\*)?(?:posted|published|updated|last updated|modified|date)?\s*(?:on)?\s*:?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2})(?:\*\*)?\s*[,|/–-]*\s*(?:\d{1,2}:\d{2}.{0,12})?([\w .'’&()*/|·•–—,-]{0,80})$/i;
const BYLINE =
  /^[_*\s]*(?:[Bb]y|BY|[Ww]ritten by|von|author:|editor:|reporting by|[Aa]dditional reporting|[Ww]ords by)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Christmas\b|Easter\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \p{Lu}))\p{Lu}[\p{L}.'’-]+(?:[\s,&]+(?:and\s+)?\p{Lu}?[\p{L}.'’-]+){0,7}[_*\s]*$/u;
const SHOUT =
  /^[\W_]*(?:read\s+(?:more|also|next|this|on)\b|also\s+read\b|see\s*(?:also)?\s*:|more\s*(?:on|from|:)|related\s*(?:articles?|stories|news|content|:|$)|recommended\b|most\s+(?:read|popular)\b|trending\b|view\s+comments?|comments?\s*(?:\(?\d*\)?)?$|leave\s+a\s+(?:comment|reply)|post\s+a\s+comment|join\s+the\s+conversation|share\s*(?:this|on|via|:|$)|tweet\b|follow\s+(?:us|me|\w+\s+on)\b|subscribe\b|sign\s*up\b|newsletter\b|get\s+(?:our|the)\s+(?:daily|weekly|latest|newsletter)|advert(?:isement|ising)?\b|sponsored\b|promoted\b|cookies?\b|we\s+use\s+cookies|this\s+(?:site|website)\s+uses\s+cookies|accept\s+(?:all|cookies)|privacy\s+policy|terms\s+of\s+(?:use|service)|all\s+rights\s+reserved|copyright\b|©|download\s+(?:our|the)\b|watch\s*(?::|now)|listen\s*(?::|to\s+the)|click\s+here|tap\s+here|skip\s+to\b|back\s+to\s+top|log\s*in\b|register\s+(?:now|for)|tags?\s*:|topics?\s*:|categories\s*:|filed\s+under|posted\s+in\b|posted\s*:|about\s+the\s+author|disclaimer\b|editor['’]s\s+note|found\s+this\s+article\s+interesting|get\s+in\s+touch|have\s+(?:a\s+)?(?:tip|story)\b|contact\s+(?:us|the\s+author)|\d+\s+min(?:ute)?s?\s+read|image\s+\d|photo\s+by)/i;

/** What may stand in small letters behind the date of a stamp, beside names: "by Jane Doe", "3 min read". */
const STAMP_WORD = /^(?:by|and|at|in|on|of|min|mins|minutes?|read|updated|comments?|views|am|pm|de|van|von)$/;

/** A dateline alone on its line: whatever follows the date is a clock, names or a reading time, and no sentence. */
const isStamp = (text: string): boolean => {
  const tail = DATE_LINE.exec(text)?.[1];
  return tail !== undefined && (tail.match(/\b\p{Ll}[\p{L}’']*/gu) ?? []).every(word => STAMP_WORD.test(word));
};

/**
 * Whether a line of an article is page furniture: links, bylines, share and newsletter boxes, credits, scripts.
 * Furniture makes no claims. `line` is one line without its line break.
 */
export const isFurniture = (line: string): boolean => {
  const text = line.trim();
  if (text === '' || text === 'Unknown') return true;
  if (
    LINK_CUT.test(text) ||
    LINK_END.test(text) ||
    BRACKET_ONLY.test(text) ||
    ADDRESS_ONLY.test(text) ||
    TAG_LINE.test(text)
  )
    return true;
  if (text.length < 2000 && LINK_ONLY.test(text)) return true;
  if (SCRIPT.test(text) || CAPTION.test(text) || CLOCK.test(text)) return true;
  if (text.length > 160) return false;
  return (
    isStamp(text) ||
    BYLINE.test(text) ||
    (text.length < 140 && SHOUT.test(text) && !/[.!?]["'”’]?$/.test(text.slice(0, -1)))
  );
};
