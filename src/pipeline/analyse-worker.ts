import type { Analysis } from '#domain/claim.ts';
import { type ArticleText, analyse } from '#nlp';

/** What a thread of the analysts does: `analyse`, of the rules. */
export default (article: ArticleText): Analysis => analyse(article);
