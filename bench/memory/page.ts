import { ACTORS, retailerName } from '../growth/names.ts';

/** How many retailers are written about: so many that none becomes a hot incident, of which `growth` tells. */
const RETAILERS = 500;

const headlineOf = (index: number): string => `${retailerName(index % RETAILERS)} hit by cyber attack, report ${index}`;

const paragraphsOf = (index: number): readonly string[] => {
  const retailer = retailerName(index % RETAILERS);
  const day = 1 + (index % 28);
  return [
    `${retailer}, the retailer, said on ${day} May 2025 that a cyber attack had taken its tills and its website down.`,
    `Names and email addresses of ${(1 + (index % 90)) * 1000} customers were stolen, the company said. No passwords were taken.`,
    `${ACTORS[index % ACTORS.length]}, a ransomware group, claimed the attack. Shops of ${retailer} stay open, and orders are taken by telephone.`,
    `This is report number ${index} of the newsroom. It will be updated when more is known.`,
  ];
};

/** What a feed says of its article with this number. */
export const itemOf = (index: number): { readonly title: string; readonly text: string } => ({
  title: headlineOf(index),
  text: paragraphsOf(index)[0] ?? '',
});

/** The page of that article: short, and each with words of its own. */
export const pageOf = (index: number): string =>
  `<!doctype html><html lang="en"><head><title>${headlineOf(index)}</title></head><body><nav><a href="/">News</a></nav><article><h1>${headlineOf(index)}</h1>${paragraphsOf(
    index,
  )
    .map(paragraph => `<p>${paragraph}</p>`)
    .join('\n')}</article></body></html>`;
