import type { Source } from '#domain/article.ts';

export const builtinSources: readonly Source[] = [];
