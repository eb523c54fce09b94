import { readFile, writeFile } from 'node:fs/promises';

/**
 * Replaces one marked section of a page of figures, and leaves all else as it is. A section stands between
 * `<!-- NAME -->` and `<!-- /NAME -->`; a page without it gets it at its end.
 *
 * @param page the page's file
 * @param name the section's name: letters, digits and hyphens
 * @param text what the section says, as Markdown, heading included
 */
export async function writeSection(page: URL, name: string, text: string): Promise<void> {
  const before = await readFile(page, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = `${start}\n${text.trim()}\n${end}`;
  const from = before.indexOf(start);
  const to = before.indexOf(end);
  const after =
    from === -1 || to < from
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, from) + section + before.slice(to + end.length);
  await writeFile(page, after);
}
