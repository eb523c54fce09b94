import type { DataType } from '#domain/vocabulary.ts';

/** Wordings of one data type, as alternatives of a regular expression over plain lower-case text. */
export interface DataTypeRow {
  readonly type: DataType;
  readonly wordings: readonly string[];
}

const RECORD = '(?:details?|data|information|info|records?|numbers?)';
const CARD =
  '(?:credit|debit|payment|bank|bank payment|credit and debit|credit or debit|debit and credit|debit or credit|credit/debit|customer)';

/**
 * Data types and how the press words them, British, American and roughly translated. Where two rows match at the same
 * place the longer wording counts, so that "password hashes" is no password and "IP addresses" are no homes.
 */
export const DATA_TYPE_ROWS: readonly DataTypeRow[] = [
  {
    type: 'names',
    wordings: [
      "(?:(?:full|first|last|first and last|sur|family|given|middle|customers?'?|members?'?|employees?'?|clients?'?|real|legal|personal|people's|individuals'?|consumers?'?|their|your) )?names?",
      'surnames?',
      'first and last names?',
      'names? and surnames?',
      'initials',
    ],
  },
  {
    type: 'email-addresses',
    wordings: [
      '(?:e ?-? ?mails?|electronic mail)(?: contact)? (?:address(?:es)?|ids?|details|contacts?|lists?)',
      'emails address(?:es)?',
      'e-?mails?(?=,| and | or |\\)|$|\\.)',
      'e-?mail(?=,? (?:and|or|&) [\\w-]+ address)',
      'e-?mail(?=/)',
    ],
  },
  {
    type: 'phone-numbers',
    wordings: [
      '(?:(?:tele|mobile |cell |cell|home |mobile tele|contact )?phone|mobile|telephone|cell|contact|cellular)(?: and \\w+)? numbers?',
      '(?:tele)?phones?(?=,| and | or |\\)|$|\\.)',
      'phone (?:details|information)',
    ],
  },
  {
    type: 'physical-addresses',
    wordings: [
      "(?:(?:home|postal|mailing|physical|shipping|delivery|billing|street|residential|house|customers?'?|members?'?|employees?'?|mail|living|personal|correspondence|business|work) )*address(?:es)?",
      '(?:home|postal|mailing|physical|shipping|delivery|billing)(?=,? (?:and|or|&) (?:e-?mail|billing|shipping|delivery) address)',
      '(?:shipping|delivery) (?:details|information|data|info)',
      'zip codes?',
    ],
  },
  {
    type: 'dates-of-birth',
    wordings: [
      '(?:dates?|days?|years?) of births?',
      'birth ?(?:dates?|days?|years?)',
      'dobs?',
      'birth information',
      'd\\.o\\.b\\.?',
    ],
  },
  { type: 'genders', wordings: ['genders?', 'sex(?=,| and | or |$)'] },
  {
    type: 'usernames',
    wordings: [
      'user ?names?',
      'user[ -]ids?',
      'log-?in names?',
      'account (?:names?|usernames?)',
      'user-names?',
      'screen names?',
      'login ids?',
    ],
  },
  {
    type: 'passwords',
    wordings: [
      "(?:(?:account|user|login|online account|hashed|encrypted|salted|plaintext|plain-text|plain text|scrambled|cleartext|customers?'?|members?'?|website|online|cryptographically protected|stored|protected) )*(?:passwords?|passcodes?)(?: (?:credentials|data|information|details))?",
      '(?:log-?in|log-?on|account|user|customer|account login|account log-in|access|sign-in) credentials',
      '(?:account )?(?:log-?in|log-?on|sign-in) (?:details|information|data|info)',
      'credentials',
      'password hash(?:es)?',
      '(?:salted )?hashes of (?:\\w+ ){0,2}passwords',
      '(?:(?:security|account|access|secret|card) )?pins?(?: numbers?| codes?)?(?=,| and | or |\\.|\\)|$)',
      'passphrases?',
    ],
  },
  {
    type: 'security-questions',
    wordings: ['(?:security|secret) questions?(?: and answers?)?', 'security answers?'],
  },
  {
    type: 'purchases',
    wordings: [
      `(?:(?:online|customer|product|past|recent|previous) )?(?:order(?:ing)?|purchas(?:e|es|ing)|shopping|buying|transaction(?:al)?|sales|booking) (?:histor(?:y|ies)|stor(?:y|ies)|details?|data|information|info|records?|numbers?|habits?|dates?|amounts?|ids?|preferences)`,
      '(?:past|previous|recent|online|their) (?:purchases|orders|transactions)',
      'purchases(?=,| or | and |\\.|\\))',
      '(?:dates?|amounts?|details|records|histor(?:y|ies)) of (?:the |their |any |each |your )?(?:purchases?|orders?|transactions?)',
      'transactions(?=,| or | and |\\.|$)',
      '(?:products?|items?|goods) (?:purchased|bought|ordered)',
      'histor(?:y|ies) of (?:purchases|orders|transactions)',
    ],
  },
  {
    type: 'loyalty-details',
    wordings: [
      '(?:loyalty|rewards?|membership|clubcard|nectar|club|bonus|frequent[ -]shopper|aeroplan)(?: (?:card|cards|program|programme|scheme|account|accounts|club|membership|member|point|points|reward))*[ -](?:numbers?|details?|data|information|info|status|points?|balances?|ids?|levels?|cards?|barcodes?|related (?:information|data|details))',
      'loyalty (?:program|programme|card|account|scheme)s?-related (?:information|data|details)',
      'loyalty (?:points?|cards?|accounts?)',
      'member(?:ship)? (?:numbers?|ids?|cards?)',
      'aeroplan numbers?',
    ],
  },
  {
    type: 'contact-details',
    wordings: [
      `(?:(?:basic|customer|customers'|personal|some|limited) )*contacts? (?:details?|data|information|info)`,
      'contact(?=\\.|$)',
    ],
  },
  {
    type: 'payment-cards',
    wordings: [
      `(?:(?:full|usable|complete|unencrypted|encrypted|valid|stolen|any|their|customers?'?|shoppers?') )*(?:${CARD} )?-?cards? (?:and (?:banking|bank|financial) )?(?:payment )?${RECORD}`,
      '(?:credit|debit|payment|credit and debit|credit or debit|bank) cards?(?! (?:statements?|compan|issuer|processor|provider|industry|transactions?|payments?|reader|terminal|user|brand|account|skimm|association|network|system|fraud|security|monitor|swip|purchas|breach))',
      `(?:usable )?payment(?:s|-card|-related| card| related)? (?:card )?(?:${RECORD}|credentials|methods?)`,
      '(?:credit|debit|payment|credit and debit|credit or debit|bank) card accounts',
      'card ?holder (?:data|information|details)',
      'billing (?:details|information|data|info|cards?)',
      'magnetic stripe data',
      'track data',
      'cards data',
    ],
  },
  {
    type: 'partial-payment-cards',
    wordings: [
      '(?:partial|masked|truncated|redacted|incomplete|obfuscated) (?:(?:credit|debit|payment|bank) )*(?:cards?|payment|billing) (?:numbers?|details|data|information|info)',
      '(?:the )?(?:last|final) (?:four|4|two|2) (?:(?:credit|debit|payment|bank) )?(?:card )?(?:digits|numbers)(?! of (?:\\w+ )?(?:social|ssns?|phone|passport))(?: of (?:\\w+ ){0,4}(?:cards?|numbers?))?(?: (?:numbers?|data|details))?',
      '(?:first six|first 6) (?:and last (?:four|4) )?digits(?: of (?:\\w+ ){0,4}cards?)?',
    ],
  },
  {
    type: 'bank-accounts',
    wordings: [
      `bank(?:ing)?(?: account)?s? ${RECORD}`,
      'bank accounts?(?! (?:holder|takeover))',
      'bank(?:ing)?(?=,? (?:and|or) (?:credit|debit|payment)[ -](?:card)?)',
      '(?:international bank account numbers?(?: \\(ibans?\\))?|ibans?)(?: (?:numbers?|codes?))?',
      'account numbers?',
      'bank(?:ing)? data',
      'financial (?:details?|data|information|info)',
      'sort codes?',
      '(?:bank )?routing numbers?',
      '(?:financial|bank) account (?:numbers?|information|details|data)',
      'direct (?:debit|deposit) (?:details|information|data)',
    ],
  },
  {
    type: 'payment-histories',
    wordings: [
      '(?:payment|billing) histor(?:y|ies)',
      'payment stats',
      'payment records',
      '(?:donation|payout|refund|transfer|billing) (?:details|records|data|information|histor(?:y|ies))',
    ],
  },
  {
    type: 'government-ids',
    wordings: [
      "(?:(?:full|partial|the last (?:four|4) digits of) )?(?:last (?:four|4) digits of )?social (?:security|insurance)(?: and [\\w' ]{1,30}?)? (?:numbers?|details|information|data)",
      'social security(?=,)',
      'ssns?',
      'passports?(?: or (?:government|national) id)?(?: (?:numbers?|details|data|information|scans?|copies|photos|images))?',
      "driv(?:er|ing)(?:s|'s|s')? licen[cs]es?(?: (?:numbers?|details|information|data|scans?))?",
      'national (?:insurance|identity|identification|id)(?: card)?(?: numbers?| cards?)?',
      '(?:government|state)(?:-issued| issued)?[ -](?:id|identification|identity)(?: (?:numbers?|documents?|cards?|information|details))?s?',
      '(?:tax(?:payer)?(?: identification| id)?|resident registration|personal id|identity card|identification|identity) (?:numbers?|documents?|codes?|ids?)',
      'id (?:cards?|numbers?|documents?|scans?)',
      'licen[cs]e numbers?',
      '(?:personal|personal identity|tax file|national registration|civil registration|citizen|social insurance) numbers?',
      'tax ids?(?: numbers?)?',
      '(?:medicare|medicaid)(?: or (?:medicare|medicaid))? (?:numbers?|ids?|cards?|details|information)',
      'visa (?:numbers?|details|information|documents)',
      'permanent resident cards?',
      'residence permits?',
      'identity documents?',
    ],
  },
  {
    type: 'employment-records',
    wordings: [
      '(?:employment|payroll|salary|hr|human resources|personnel|pay|wage|job|compensation|pension)(?:-related)? (?:records?|information|info|details|data|histor(?:y|ies)|files?)',
      'salar(?:y|ies)(?=,| and | or |$)',
      'employee (?:records|files|ids?|numbers?)',
      'work histor(?:y|ies)',
      '(?:pay|salary|wage) ?(?:slips?|stubs?|checks?)',
      'pay ?(?:slips?|stubs?)',
      'w-?2(?:s| forms?)',
      'background (?:files|checks?|reports?)',
      '(?:performance|disciplinary|personnel|staff) (?:reviews?|evaluations?|records|files)',
      'r[eé]sum[eé]s(?=,| and | or |\\.|$)',
      'employment contracts',
      '(?:worker|staff) ids?',
      'job titles?',
    ],
  },
  {
    type: 'health-data',
    wordings: [
      '(?:protected )?(?:health|medical|healthcare|health care|patient|prescription|clinical|vaccination|pharmacy)(?: insurance| care| treatment)? (?:information|info|data|records?|details?|histor(?:y|ies)|numbers?)',
      'prescriptions?(?=,| and | or |\\.|$)',
      '(?:health|medical|healthcare|patient|prescription|clinical)(?: \\w+)? (?:notes|files|documents|reports|images|claims)',
      'diagnos(?:is|es)',
      '(?:injury|disability|vaccination|allergy|illness|sickness|treatment|drug[- ]test)(?:-related)? (?:information|info|data|details|records|histor(?:y|ies)|results)',
      'mental (?:status|health)(?: \\w+)?',
      'health (?:concerns|conditions)',
      '(?:pharmacy|lab|test|medical test) results',
      'medical conditions?',
      'medications?(?=,| and | or |$)',
    ],
  },
  {
    type: 'biometrics',
    wordings: [
      'biometric (?:data|information|identifiers?)',
      'biometrics',
      'fingerprints?',
      'facial (?:recognition )?(?:data|images|scans)',
      'voiceprints?',
    ],
  },
  {
    type: 'private-messages',
    wordings: [
      '(?:customer |technical )?(?:support|service|help-?desk) (?:tickets?|requests?|inquiries|enquiries|messages|conversations|queries|correspondence|emails)',
      '(?:support|customer|live|service) chats',
      'chat (?:logs?|transcripts?|messages?|histor(?:y|ies))',
      '(?:private|direct|text) messages',
      '(?:the )?contents? of (?:\\w+ ){0,3}(?:messages|emails|inquiries|enquiries)',
      '(?:phone |telephone |customer |voice )?call recordings?',
      'voicemails?',
      '(?:e-?mail )?(?:mailboxes|inboxes)',
      '(?:customer )?(?:support|service) (?:records|cases|interactions)',
      'correspondence(?=,| and | or |$)',
    ],
  },
  {
    type: 'ip-addresses',
    wordings: ['(?:ip|internet protocol)(?:-| )address(?:es)?', 'ips(?=,| and | or |$)', 'ip data'],
  },
  {
    type: 'device-information',
    wordings: [
      '(?:device|browser|phone device)(?: \\w+)? (?:information|details|data|ids?|identifiers?|types?|models?)',
      'user[- ]agents?',
      '(?:device|serial|hardware) numbers?',
      'service tags?',
      '(?:device|hardware) (?:names|serials?)',
      'imeis?(?: numbers?)?',
      'device identifiers?',
      'mac address(?:es)?',
    ],
  },
  {
    type: 'geographic-locations',
    wordings: [
      '(?:geo-?)?location (?:data|information|details|histor(?:y|ies))',
      'geolocations?',
      '(?:post ?codes?|postal codes?)',
      '(?:geographic )?locations(?=,| and | or |$)',
      '(?:gps |home )?coordinates',
      'cities(?=,| and | or |$)',
      'countr(?:y|ies) of residence',
      'countr(?:y|ies)(?=,| and | or |\\.|$)',
    ],
  },
  { type: 'nationalities', wordings: ['nationalit(?:y|ies)', 'citizenships?'] },
  { type: 'photos', wordings: ['(?:profile |customer )?(?:photos?|photographs?|pictures)(?=,| and | or |\\.|$)'] },
  {
    type: 'gift-cards',
    wordings: ['(?:e-?)?gift ?cards?(?: (?:numbers?|codes?|balances?|data|details|information))?', 'gift vouchers?'],
  },
  {
    type: 'auth-tokens',
    wordings: [
      '(?:session|access|auth|authentication|authorization|authorisation|oauth|api|login|security|refresh|mfa|jwt) (?:tokens?|keys?|cookies|ids)',
      "(?:windows )?(?:domain's )?ntds\\.dit(?: file| database)?",
      '(?:private|encryption|cryptographic|ssh|signing) keys?',
      'hashed credentials',
    ],
  },
  {
    type: 'source-code',
    wordings: ['(?:proprietary |application )?source[ -]?code(?: repositor(?:y|ies))?', 'code repositor(?:y|ies)'],
  },
  {
    type: 'corporate-data',
    wordings: [
      '(?:corporate|internal|business|company|confidential|proprietary|commercial|strategic|operational)(?: and (?:customer|internal|business|financial|employee))?(?: business| company| corporate| operational)? (?:data|documents?|files?|information|records?|emails?|communications|reports?)',
      '(?:financial|insurance|legal|accounting|tax|budget)(?: claims?)? (?:documents?|reports?|records|statements|files|agreements)',
      'contracts(?=,| and | or |\\.|$)',
      'invoices',
      'intellectual property',
      "[\\d.,]+ ?(?:gb|tb|gigabytes|terabytes) of (?:[\\w']+ ){0,4}?(?:files|documents)",
      "(?:company|firm|retailer|chain|group|business)'s (?:own )?(?:files|documents)",
      'trade secrets',
      '(?:stolen |exfiltrated )?(?:files|documents)(?! (?:shar|server|transfer|system|name|type|storage|host|extension)\\w*)',
      '(?:the )?contents? of (?:the |its |their |several |some )?(?:company |network |internal |corporate |file |server )?(?:shared |file |network )?(?:drives?|folders?|shares|file ?servers?)',
      '(?:shared|network) (?:drives?|folders?)(?=,| and | or |\\.|$)',
      '(?:design|technical|project|engineering|product|marketing|training|audit|contract|supplier|business|budget|sales|strategy|logistics|pricing|manufacturing|procurement|planning|board)(?: and \\w+)? (?:documents?|documentation|files|drawings|materials|papers|reports|agreements|spreadsheets|plans)',
      'design (?:data|projects|models)',
      '(?:tax|legal|board|internal|financial|company) (?:papers|memos|spreadsheets|presentations)',
      '(?:employee )?training (?:courses|materials)',
      '(?:non-disclosure |supplier |partner |lease |contract |vendor )agreements',
      'ndas',
      'contracts/agreements',
      'blueprints',
      'balance sheets',
      'business plans',
      'brochures',
      'budgets?(?=,| and | or |$)',
      'corporate e-?mails?',
      'documents, reports(?:,? and insurance documents)?',
    ],
  },
  {
    type: 'personal-data',
    wordings: [
      "(?:(?:personal|private|customers?'?s?|consumers?'?|clients?'?|shoppers?'?|members?'?|users?'?|employees?'?|staff|people's|applicants?'?|guests?'?|sensitive|individuals?'?|personally|identifiable|identifying|identification|identity|patrons?'?|cardmembers?'?|buyers?'?|workers?'?|subscribers?'?|account|household) (?:and )?)+(?:data|information|info|details?|records?)(?!base)",
      "(?:data|information|details|records) (?:on|of|from|about|for|belonging to|relating to|related to|concerning) (?:(?!infected|computers|systems|servers|devices|demand)[\\w&'.-]+(?:,\\d+)* ){0,7}?(?:customers|members|clients|users|shoppers|people|employees|consumers|staff|individuals|applicants|card ?holders|cardholders|account holders|residents|patients|donors|guests|subscribers|workers|buyers|passengers|citizens)",
      'pii',
      '(?<=\\b(?:no|any|or|such|(?:misuse|theft|loss|exfiltration|leak|leakage|compromise) of|(?:access|compromise) to) )data',
      'customer databases?',
      'customer information databases?',
      '(?:the |their |any )?(?:information|data|details)(?= of (?:\\w+ ){0,3}[\\d,.]+(?: million)? (?:customers|people))',
    ],
  },
];
