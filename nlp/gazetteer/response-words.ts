import { curatedOrganisations } from './organisations.ts';
import type { OrganisationKind } from './types.ts';

/** A filing with the stock market's regulator is no notice to one. */
const STOCK_REGULATOR = 'Securities';

/** The names that the gazetteer has for a kind of organisation, as one pattern over plain lower-case text. */
const namesOf = (kind: OrganisationKind): string =>
  curatedOrganisations
    .filter(row => row.kind === kind && !row.name.includes(STOCK_REGULATOR))
    .flatMap(({ name, aliases, ambiguous }) => [name, ...aliases].filter(one => !ambiguous?.includes(one)))
    .filter(name => name.length > 2)
    .map(name => name.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

export const PEOPLE =
  '(?:customers?|clients?|consumers|fans|buyers|diners|visitors|(?:affected|impacted) victims|shoppers|users|members|individuals|persons|people|account ?holders|card ?holders|guests|patients|residents|patrons|households|recipients|cardmembers|card members|club members|anyone whose|those whose|passengers|drivers|subscribers|(?:everyone|everybody|anyone) (?:concerned|affected|impacted|involved)|those (?:\\w+ )?(?:affected|impacted)|(?:affected|impacted) (?:parties|persons))\\b(?! (?:service|support|care|help|data|base|information|accounts|relations|contact|hotline|help-?lines?|help-?desks?|cent(?:er|re)s?))';
export const STAFF =
  '(?:employees|staff(?:ers)?|workers|colleagues|team members|personnel|workforce|associates|store managers|anyone who (?:\\w+ ){0,2}worked)\\b';
export const REGULATOR = `(?:${namesOf('regulator')}|regulators?|data[- ]protection|information commissioner|the ico|ico|cnil|attorneys?[- ]generals?|ag's office|ag office|privacy (?:and data )?protection|consumer protection (?:agency|authority|office)|data regulator|aepd|bfdi|dpc|edpb|garante|datatilsynet|imy|oaic|the guarantor|the authority(?=,? (?:within|under|for|in accordance|of the))|information (?:and privacy )?regulator|privacy (?:commission\\w*|regulator|watchdog|authorit\\w+)|supervisory authorit\\w+|(?:data|privacy|information|regulatory|consumer)[- ](?:protection[- ])?(?:watchdogs?|ombudsman|commission(?:er)?s?|authorit(?:y|ies)|bodies|agency|agencies|inspectorate)|the watchdog|data protection (?:and \\w+ )?\\w+|federal trade commission|health and human services|hhs|office for civil rights|state regulators|lfdi|fdpic|anpd|pdpc|pcpd|uodo|privacy commissioner|breach portal|personal information protection commission|pipc|kisa)\\b`;
export const POLICE = `(?:${namesOf('law-enforcement')}|law[- ]enforcement|the police|police|fbi|national crime agency|the nca|nca|europol|interpol|secret service|gendarmerie|metropolitan police|(?:public )?prosecutors?'?s?'? office|prosecutors)\\b`;
export const TELL =
  '(?:notif(?:y|ied|ies|ying)|inform(?:ed|ing|s)?|alert(?:ed|ing|s)?(?! for| about)|contact(?:ed|ing|s)?(?! (?:details|information|data|info|form|cent|names|points?))|e ?-?mail(?:ed|ing)|wr(?:ite|iting|ote|itten) to|reach(?:ed|ing)? out to)';
export const REPORT = '(?:report(?:ed|ing|s)?|disclos(?:ed|ing)|refer(?:red|ring)|passed)';
export const TOLD = '(?:notified|informed|alerted|contacted|e ?-?mailed|told|made aware)';
export const LETTER = '(?:notifications?|notification letters?|notices?|letters?|e ?-?mails?|alerts?|messages?)';
export const GAP = '(?: [a-z0-9\'.()&,"-]+)';
/** What stands between a verb of telling and those who are told: no further clause, no purpose. */
export const THE =
  '(?: (?!(?:to|that|which|who|in|on|when|if|by|against|after|because|from|about|designed|used)\\b)[a-z0-9\'.()&,"-]+)';
/** Authorities that are neither police nor regulators, or are not told apart. */
export const AUTHORITY =
  '(?:(?:relevant|appropriate|competent|proper|responsible|necessary|local|national|federal|state|government|public|u\\.?s\\.?|french|german|italian|spanish|dutch|swiss|british|uk|australian|canadian|japanese|indian|legal|security|concerned|the) (?:[a-z]+ )?(?:authorities|government agencies|government bodies)|authorities|national cyber ?-?security (?:\\w+)|(?:national )?cyber ?-?security (?:agency|cent(?:re|er)|authority|services)|ncsc|cisa|anssi|bsi|computer emergency response team|cert-in)\\b';
/** Outside help, by description. */
export const EXPERTS =
  '(?:(?:leading |external |third[- ]party |outside |independent |specialist |industry |international |top |professional |global ){0,6}(?:cyber ?-?security|cyber|security|information security|it security|forensics?|it|incident[- ]response|digital forensics?)(?: and [a-z]+)? (?:experts?|firms?|specialists?|consultants?|investigators?|professionals?|advis[eo]rs?|compan(?:y|ies)|consultancy|consultanc(?:y|ies)|teams?|partners)|(?:leading |external |third[- ]party |outside |independent |specialist )+(?:experts?|firms?|specialists?|consultants?|investigators?|professionals?|advis[eo]rs?|forensics? (?:teams?|scientists?|analysts?))|(?:experts?|specialists?|investigators?|consultants?) in (?:digital |computer |it |cyber ?)?(?:security|forensics?|incident response)|specialist support|(?:external|third[- ]party|outside|independent|specialist) (?:[a-z-]+ )?(?:response|recovery|investigation|assistance|support|services|resources|expertise|help) ?(?:teams?|providers?|partners?|firms?)?|subject[- ]matter experts?|other experts|(?<=(?:help|assistance|support|aid|advice|guidance) (?:of|from) (?:the )?)(?:experts|specialists|professionals))\\b';
/** Outside help, also by name. */
export const OUTSIDE = `(?:${EXPERTS}|(?:${namesOf('security-firm')}|microsoft|fenix24|kpmg|deloitte|pwc|ey|accenture|ibm|cisco talos|google cloud)\\b)`;
export const ATTACKERS_ACT =
  /\b(?:hackers?|attackers?|threat actors?|criminals?|scammers?|fraudsters?|imposters?|help ?desks?|trick\w*|impersonat\w+|intruders?|phish\w+|scam)\b/;
/** The outlet asks around, or customers are told to. */
export const OUTLET_ASKS =
  /\b(?:customers|users|members|people|victims|anyone|passengers|patients|(?:told|asked|advised|urged|invited)(?: \w+){0,3}) to (?:contact|report|notify|inform)\b|\b(?:bleepingcomputer|techcrunch|zdnet|the (?:register|record|guardian|bbc)|reuters|threatpost|securityweek|wired|we|i) (?:has |have |had |also )*(?:contacted|asked|reached out|e-?mailed|approached)\b/;
export const NOT_THE_VICTIM =
  /\b(?:(?:bleepingcomputer|techcrunch|the register|zdnet|reuters|we) (?:has |have |had |also )*(?:contacted|asked|reached out|e-?mailed|approached|notified)|bleepingcomputer|techcrunch|the register|hibp|have i been pwned|we (?:have )?(?:contacted|asked)|researchers?|ncsc|scammers?|fraudsters?|phishing e ?-?mails?|criminals (?:may|could|are)|experts warn|advis(?:es|ed) (?:customers|shoppers|people))\b/;
/** What customers say of themselves. */
export const NOT_HEARD = /\b(?:customers|shoppers|users) (?:said|complained|reported|claim\w*)\b/;
export const HIT =
  '(?:attack|incident|breach|event|threat|issue|intrusion|access|activity|spread|violation|malware|ransomware|virus|infection|exposure|leak|situation|vulnerability|flaw|outbreak|compromise|intruders?)s?\\b';
export const DEFENCE =
  '(?:security|cyber ?-?security|defen[cs]es?|defensive|safeguards?|controls?|protections?|protocols?|firewalls?|infrastructure|procedures|practices|posture|systems security|it (?:environment|systems)|training|authentication|resilience|domain controllers|entra id|monitoring|cyber resilience|security measures)\\b';
/** What help to the police is for: then they investigate. */
export const TO_CATCH = 'to (?:identify|find|track|catch|apprehend|locate|uncover|arrest|prosecute|bring|hold)';
