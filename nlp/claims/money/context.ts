const COIN = '(?:bitcoins?|btc|monero|xmr|ethereum|ether|eth|litecoins?|crypto(?:currency)?)';
/** "170 bitcoins (", "4 BTC, which was worth": the coins for which the sum is only the rate. */
const COINS_BEFORE = new RegExp(
  `(?:(?:[\\d.,]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|some) )?${COIN}(?: (?:ransom|each))?,? ?(?:\\(|\\[|-+|~|=|or\\b|currently|then|now|(?:which|that) (?:was|is|were|are|amount(?:s|ed)|equal(?:s|led))|at the time|worth|equivalent|equal|valued|amounting|about|~)*(?:[ ,](?:worth|equivalent|equal|valued|amounting|or|to|at|the|time|then|now|is|was|roughly|in|of|-+|~|=|\\())* ?$`,
);

/** The words before a sum without the coins that it converts. */
export const withoutCoins = (before: string): string => before.replace(COINS_BEFORE, '');

/** Another's attack, told as an example: "an attack on a US farm", "multiple attacks on", "one victim", "a previous scheme". */
export const OF_OTHERS =
  /\b(?:attacks?|hack|breach|incidents?) (?:on|at|against|hitting) (?:an?|one|another|several|multiple|many|other) [^;]*$|\b(?:multiple|several|numerous|other|previous|earlier|past) (?:[a-z]+ )?(?:attacks|victims|schemes?|campaigns?|extortions?)\b[^;]*$|\b(?:previous|earlier|past) (?:extortion|ransomware) (?:schemes?|campaigns?)\b|\bone (?:of the )?victims?\b/;

/** A fine that was first meant, and then not imposed. */
export const NOT_IMPOSED =
  /\b(?:initially|originally|at first|provisional\w*|proposed|intend\w*|intention|could have)\b[^.;]*$/;

/** Sums over many victims, averages and ranges of a gang: not of one incident. */
export const AGGREGATE =
  /\b(?:average\w*|averaging|typical\w*|median|highest|largest|per (?:attack|incident|breach|record|victim)|ranging|ranged?s? from|collected|netted|amass\w*|(?:made|received|earned|extracted|extorted|stole) (?:at least|more than|over|about|around|roughly|nearly)|victims|ransoms|ransom payments|organi[sz]ations|worldwide|globally|each year|annually)\b/;

/** What breaches cost in general. */
export const IN_GENERAL =
  /\b(?:average|averag\w+|typical\w*|median|each year|per year|annually|globally|worldwide|cybercrime|per (?:incident|breach|attack|record))\b/;

/** A level reached, not a change: "sales fell to £5m", "from £8m", "a market value of £6bn", "generated revenue of". */
export const LEVEL_BEFORE =
  /\b(?:(?:fell|dropped|slid|slumped|declined|rose|down|up|increased|grew|plunged|tumbled) (?:[a-z%.0-9]+ )?(?:to|from)|from|compared (?:with|to)|against|versus|annual (?:revenues?|sales|turnover)(?: of)?|(?<!lost |missed |losing )(?:revenues?|sales|turnover) of|worth|valued at|generat\w+|report(?:ed|ing) (?:an? )?(?:annual |net )?(?:revenues?|sales|turnover|profits?)(?: of)?) $/;
/** "off the day's low", thresholds of pay, sums raised: not of the incident. */
export const LEVEL_AFTER =
  /^ (?:in |of )?(?:annual |net |yearly |total )?(?:revenues?|sales|turnover)(?: (?:in|of|last|a|per|annually)\b|[.,]|$)/;
const UP =
  /\b(?:rose|risen|rises?|rising|gain\w*|climb\w*|jump\w*|up|higher|surg\w*|soar\w*|rall(?:y|ied)\w*|advanc\w*|recover\w*|rebound\w*|increas\w*|grew)\b/;
const DOWN =
  /\b(?:fell|fall\w*|drop\w*|los[te]\w*|losing|wip\w*|shed\w*|eras\w*|slump\w*|plung\w*|down|declin\w*|slid\w*|tumbl\w*|sank|dip\w*|slash\w*|off|hit|dent\w*|lower|slip\w*|eased|sag\w*|retreat\w*|crash\w*|nosediv\w*|weaken\w*|knock\w*|reduc\w*)\b/;

/** Which way the words around a sum point: -1 down, 1 up, 0 neither. The nearest word decides. */
export const directionOf = (before: string, after: string): -1 | 0 | 1 => {
  const lastOf = (pattern: RegExp): number => {
    const all = [...before.matchAll(new RegExp(pattern, 'g'))].at(-1);
    return all === undefined ? Number.POSITIVE_INFINITY : before.length - all.index;
  };
  const [up, down] = [lastOf(UP), lastOf(DOWN)];
  if (up !== down) return down < up ? -1 : 1;
  if (DOWN.test(after)) return -1;
  return UP.test(after) ? 1 : 0;
};
