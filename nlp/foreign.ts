import type { IncidentDraft, Reading } from './types.ts';

/** The words for an attack in headlines of the languages that the press of Europe and its neighbours writes. */
const ATTACK =
  /cyber|ransomware|hack|ciber|attacco informatico|piratage|fuite de données|vol de données|datenleck|datendiebstahl|datenpanne|violación de datos|fuga de datos|robo de datos|filtraci|violazione dei dati|furto di dati|datalek|vazamento|wyciek danych|кибер|хакер|взлом|サイバー|不正アクセス|ランサム|黑客|网络攻击|해킹|사이버/i;

/**
 * The retailers that the headline of an article in a language that the rules do not read names together with a word for
 * an attack: linked by name only, nothing is claimed of them.
 */
export const namedInForeignHeadline = (reading: Reading): readonly IncidentDraft[] => {
  if (!ATTACK.test(reading.article.title)) return [];
  const known = reading.publishedDay?.slice(0, 7) ?? '';
  const named = new Map(
    reading.mentions
      .filter(({ kind, sentence, via }) => kind === 'retailer' && sentence === 0 && via === 'name')
      .map(({ id, name }) => [id, name]),
  );
  return [...named].map(([victim, name]) => ({ victim, name, role: 'mention', known }));
};
