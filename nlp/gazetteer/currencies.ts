/** A currency and how the press writes it, in plain lower case. */
export interface CurrencyRow {
  /** ISO 4217. */
  readonly code: string;
  /** Written before the figure. */
  readonly before: readonly string[];
  /** Written after it, singular and plural. */
  readonly after: readonly string[];
  /** One of it in the unit's parts: `pence` is 0.01 of a pound. */
  readonly parts?: readonly string[];
}

/** Longer spellings stand before shorter ones that begin alike; a bare `$` is the US dollar, `¥` the yen. */
export const CURRENCIES: readonly CurrencyRow[] = [
  {
    code: 'USD',
    before: ['us $', 'us$', 'usd', '$'],
    after: ['us dollars', 'us dollar', 'dollars', 'dollar', 'usd'],
    parts: ['cents', 'cent'],
  },
  {
    code: 'GBP',
    before: ['gbp', '£'],
    after: ['pounds sterling', 'pounds', 'pound', 'sterling', 'gbp', 'quid'],
    parts: ['pence'],
  },
  { code: 'EUR', before: ['eur', '€'], after: ['euros', 'euro', 'eur', '€'] },
  { code: 'AUD', before: ['aus$', 'au$', 'a$', 'aud'], after: ['australian dollars', 'aud'] },
  { code: 'CAD', before: ['ca$', 'c$', 'cad'], after: ['canadian dollars', 'cad'] },
  { code: 'NZD', before: ['nz$', 'nzd'], after: ['new zealand dollars', 'nzd'] },
  { code: 'HKD', before: ['hk$', 'hkd'], after: ['hong kong dollars', 'hkd'] },
  { code: 'SGD', before: ['s$', 'sgd'], after: ['singapore dollars', 'sgd'] },
  { code: 'BRL', before: ['r$', 'brl'], after: ['reais', 'brl'] },
  { code: 'JPY', before: ['jp¥', 'jpy', '¥', '￥'], after: ['japanese yen', 'yen', 'jpy'] },
  { code: 'KRW', before: ['krw', '₩'], after: ['south korean won', 'korean won', 'won', 'krw'] },
  { code: 'CNY', before: ['rmb', 'cny', 'cn¥'], after: ['chinese yuan', 'yuan', 'renminbi', 'cny'] },
  { code: 'INR', before: ['inr', '₹', 'rs.', 'rs'], after: ['indian rupees', 'rupees', 'inr'] },
  { code: 'CHF', before: ['chf', 'sfr'], after: ['swiss francs', 'francs', 'chf'] },
  { code: 'SEK', before: ['sek'], after: ['swedish kronor', 'swedish crowns', 'kronor', 'sek'] },
  { code: 'NOK', before: ['nok'], after: ['norwegian kroner', 'nok'] },
  { code: 'DKK', before: ['dkk'], after: ['danish kroner', 'danish crowns', 'dkk'] },
  { code: 'PLN', before: ['pln'], after: ['zlotys', 'zloty', 'pln'] },
  { code: 'ZAR', before: ['zar'], after: ['south african rand', 'rand', 'zar'] },
  { code: 'MYR', before: ['myr', 'rm'], after: ['malaysian ringgit', 'ringgit', 'myr'] },
  { code: 'THB', before: ['thb', '฿'], after: ['thai baht', 'baht', 'thb'] },
  { code: 'IDR', before: ['idr'], after: ['indonesian rupiah', 'rupiah', 'idr'] },
  { code: 'TWD', before: ['nt$', 'twd'], after: ['new taiwan dollars', 'taiwan dollars', 'twd'] },
  { code: 'MXN', before: ['mx$', 'mxn'], after: ['mexican pesos', 'mxn'] },
  { code: 'CLP', before: ['clp'], after: ['chilean pesos', 'clp'] },
  { code: 'PKR', before: ['pkr'], after: ['pakistani rupees', 'pkr'] },
  { code: 'AED', before: ['aed'], after: ['uae dirhams', 'dirhams', 'aed'] },
  { code: 'ILS', before: ['ils', '₪', 'nis'], after: ['israeli shekels', 'shekels', 'ils'] },
  { code: 'TRY', before: ['₺'], after: ['turkish lira'] },
  { code: 'CZK', before: ['czk'], after: ['czech koruna', 'czech crowns', 'czk'] },
  { code: 'HUF', before: ['huf'], after: ['hungarian forints', 'forints', 'huf'] },
  { code: 'RUB', before: ['rub', '₽'], after: ['russian rubles', 'roubles', 'rubles', 'rub'] },
];
