import { gated } from '../../gate/index.ts';
import type { AttackKind } from './kinds.ts';

/** At most so many words in between, as few as will do. */
const gap = (most: number): string => `(?:[a-z0-9'&-]+ ){0,${most}}?`;
const any = (...patterns: readonly string[]) => gated(new RegExp(`\\b(?:${patterns.join('|')})`, 'g'));

const WHOSE =
  '(?:its|their|our|his|her|the|all|some|many|most|several|certain|various|parts?|portions?|much|multiple|critical|key|important|vital|core|internal|customer|hundreds|thousands|dozens|sensitive|local|\\d+)';
const MACHINES =
  '(?:files|systems?|servers?|computers?|pcs|machines|devices|workstations|endpoints|hosts|databases?|backups?|drives|networks?|infrastructure|data|vms|virtual machines|hypervisors|environments?|laptops|terminals|documents|folders|records|copies)';
const BY_ANYBODY =
  '(?:employees?|staff(?: members?)?|workers?|staffers?|personnel|colleagues?|clerks?|managers?|agents?)';
const INSIDE = `(?:${BY_ANYBODY}|(?:it |tech |technical |customer )?(?:help|service|support)[- ]?(?:desks?|staff|teams?|agents?|cent(?:er|re)s?)|contractors?|operators?|administrators?|technicians?|executives?|insiders?)`;
const SECRET =
  '(?:credentials?|log-?ins?|log-?in (?:details|data|information|credentials)|passwords?|usernames? and passwords?|access tokens?|oauth tokens?|tokens?|session cookies|(?:authentication )?cookies|api keys?|access keys?|secrets|vpn (?:account|access)|user accounts?)';
const HOLE =
  '(?:vulnerabilit(?:y|ies)|flaws?|zero-?days?|zero-day exploits?|bugs?|security (?:holes?|gaps?|weakness(?:es)?|loopholes?)|loopholes?|weakness(?:es)?|backdoors?|cve-\\d{4}-\\d+|citrix ?bleed(?: 2)?|log4shell|log4j|proxyshell|proxylogon|toolshell|eternalblue|shellshock|heartbleed|unpatched [a-z]+)';
const STORE =
  '(?:databases?|servers?|(?:s3 |cloud |storage |aws |amazon )*buckets?|elasticsearch|mongodb|instances?|clusters?|storage|repositor(?:y|ies)|azure blobs?|blobs?|apis?|installations?|back-?ups?|drives?|folders?|indexe?s|directory|directories|portals?|endpoints?|(?:aws |cloud |azure )+(?:accounts?|environments?)|dashboards?|spreadsheets?|files)';
/** One whose breach is the victim's through the supply chain. */
const SUPPLIER =
  '(?:vendors?|suppliers?|(?:sub-?)?contractors?|outsourcers?|outsourcing (?:firm|partner|company)|service providers?|(?:[a-z-]+ )?providers?|(?:business|technology|it|payment|logistics|marketing|delivery|fulfil?lment|external|service) partners?|(?:payment|card|data|transaction) processors?|(?:payroll|software|logistics|hosting|marketing|payments?|cloud|it|e-?commerce|data|loyalty|delivery|recruitment|call cent(?:er|re)|customer (?:service|support)) (?:firm|company|maker|agency|vendor|specialist|giant|group|platform|business)|distributors?|wholesalers?|third[- ]party (?:firm|company|platform|vendor|agency))';
const OF_THEIRS =
  "(?:an?|one of (?:its|their|our|the)|its|their|our|the (?:company|retailer|chain|firm|organi[sz]ation|store|brand|group)'s|an? (?:external|outside|third[- ]party)|third[- ]party|external|outside|some of its)";
const CODE = '(?:code|scripts?|javascript|javascript code|software|malware|skimmers?|programs?)';
const SHOP_SITE =
  '(?:web ?sites?|sites?|web ?shops?|online (?:store|shop)s?|store ?fronts?|check-?outs?(?: pages?| process| forms?)?|(?:payment|order|shopping cart) (?:pages?|forms?)|e-?commerce (?:platform|site|system)s?|pages?)';
const LOOT =
  '(?:data|information|details|records|files|documents|databases?|credentials|source code|e-?mails|names|addresses|numbers|passwords|accounts|card (?:data|details|numbers)|images|photos|backups?|contracts|passports|archives?|gigabytes|terabytes|[\\d.,]+ ?(?:gb|tb|gigabytes|terabytes|mb))';
const CRIME =
  /\b(?:attack\w*|hack\w*|ransom\w*|malware|virus|criminals?|cyber\w*|intru\w+|extort\w*|threat actors?|actors?|gangs?|incident|breach\w*|outage|disrupt\w+|unauthori[sz]ed)\b/;
const SAFE_CRYPTO =
  /\b(?:end-to-end|encrypted (?:form|format|passwords?|at rest|card|payment|connection)|(?:passwords?|cards?|payment (?:data|information|details)|credentials)[^.;]{0,40}\b(?:is|are|was|were|being|been|stored) (?:\w+ )?encrypted|encryption keys?|backups? (?:were|was) encrypted at)\b/;

/**
 * How an attack is told by what was done rather than by its name: verbs of a family with what they were done to. Each is
 * judged by the words at its head, so that a "not" or "if" further on ("… unless it pays") says nothing of the deed.
 */
export const DEEDS: readonly AttackKind[] = [
  {
    type: 'ransomware',
    head: true,
    says: any(
      `(?<!claimed )(?:by|hands of|from) (?:an?|the|two|notorious|different|undetermined|unknown) (?:[a-z0-9'/&.$-]+ ){0,4}?ransomware (?:gangs?|groups?|actors?|crews?|operators?|hackers|attackers|affiliates?|operations?)\\b`,
      `by (?:[a-z0-9'/&.$-]+ ){1,3}?ransomware (?:actors?|operators?|hackers|attackers|affiliates?)\\b`,
      `(?<=[a-z0-9] )ransomware (?:gangs?|groups?|crews?|operators?|hackers|operation|affiliates?) (?:has |had |have |also |recently )?(?:hit|attacked|struck|breached|encrypted|infiltrated|crippled|infected|compromised|hacked) (?!by\\b|other\\b|many\\b|several\\b|dozens\\b)`,
    ),
    needs:
      /\b(?:hit|attack\w*|breach\w*|encrypt\w*|struck|compromis\w*|suffer\w*|target\w*|stolen|fate|hack\w*|infect\w*|crippled|infiltrat\w*|work)\b/,
    unless: /\bclaim(?:s|ed|ing)?\b/,
  },
  {
    type: 'supply-chain',
    head: true,
    says: any(
      `(?:attacks?|cyber-?attacks?|breach(?:es)?|hacks?|hacking|incidents?|compromise|intrusions?|outages?|ransomware) (?:on|at|against|of|involving|affecting|impacting|hitting|targeting|suffered by|experienced by|within|in|that (?:hit|affected|impacted|struck|targeted)) ${gap(5)}${SUPPLIER}\\b`,
      `(?:hack(?:ed|ing)|breach(?:ed|ing)|compromis(?:ed|ing)|infiltrat(?:ed|ing)|attack(?:ed|ing)|broke into|breaking into) (?:into )?${OF_THEIRS} ${gap(4)}${SUPPLIER}\\b`,
      `${OF_THEIRS} ${gap(4)}${SUPPLIER}\\b(?:,? (?!(?:and|but|said|says|which)\\b)[a-z0-9.'&-]+){0,4}?,? (?:was|were|had been|has been|got|that was|which was|suffered|experienced|fell victim|detected|discovered|disclosed|reported|had) (?:[a-z'-]+ ){0,4}?(?:breach(?:ed)?|hack(?:ed)?|attack(?:ed)?|cyber-?attack|compromised|hit|targeted|infiltrated|ransomware|exposed|incident|leaked|intrusion|unauthori[sz]ed)\\b`,
      `(?:via|through|originat(?:ed|ing) (?:in|at|from|with)|stemm?(?:ed|ing|s) from|caused by|result of|resulted from|due to|linked to|traced (?:back )?to|tied to|stolen from|taken from|obtained from|by way of|because of|accessed at|(?:occurred|happened|took place|began) (?:at|with|within|in)) ${gap(2)}${OF_THEIRS} ${gap(5)}(?:${SUPPLIER}|suppliers|vendors|contractors)\\b`,
      `(?:servers?|systems?|databases?|platforms?|portals?|software|tools?|apps?|applications?|networks?|website|cloud (?:service|environment)) (?:that (?:is|was) |which (?:is|was) )?(?:used|run|operated|hosted|managed|provided|supplied|maintained|owned|administered|developed) by ${OF_THEIRS} ${gap(5)}${SUPPLIER}\\b`,
      `(?:its|their|our|the) ${gap(3)}(?:supplier|vendor|contractor|provider|processor)'s? ${gap(3)}(?:systems?|networks?|servers?|databases?|platforms?|portals?|environment|accounts?|software)\\b`,
      `(?:gain(?:ed|ing)?|got|obtain(?:ed|ing)) (?:[a-z-]+ ){0,2}?(?:access|entry|foothold|in) (?:[a-z]+ ){0,4}?(?:via|through|from) (?:[a-z0-9.'&-]+ ){0,4}?[a-z0-9.'&-]+, (?:an?|the|its|their) (?:[a-z-]+ ){0,4}?(?:partner|supplier|vendor|provider|contractor|subcontractor)\\b`,
      `third[- ]party (?:incident|compromise|attack|cyber-?attack|hack|data incident|security incident)\\b`,
      `(?:attacks?|breach|hack|incident|outage)\\b[^.;]{0,60}\\b(?:that|which|who) (?:supplies|serves|provides (?:[a-z'-]+ ){0,6}?(?:to|for)|handles|processes|runs|hosts|manages) (?:the |its |many |several )?(?:retailers?|shops|chain|supermarkets?|stores|customers)`,
    ),
    needs: CRIME,
    unless:
      /\b(?:third[- ]party (?:cyber ?-?security|security|experts?|specialists?|forensic|investigat)|(?:hired|engaged|working with|worked with|retained|with the help of)\b|(?:provided|gave|giving) (?:it|them|him) (?:with )?access to a supplier)/,
  },
  {
    type: 'ransomware',
    head: true,
    says: any(
      `encrypt(?:ed|ing|s) (?:[a-z]+ (?:and|or) )?${WHOSE} ${gap(5)}${MACHINES}\\b`,
      `${MACHINES} (?:[a-z'-]+ ){0,3}?(?:was|were|been|being|got|became|becoming) (?:\\w+ly |also |all |then )?(?:encrypted|scrambled|locked(?: up| down)?|held (?:hostage|to ransom|for ransom))\\b`,
      `(?:lock(?:ed|ing|s)(?: up| down)?|scrambl(?:ed|ing|es)|h(?:eld|olding|old) hostage) ${WHOSE} ${gap(3)}${MACHINES}\\b`,
      `lock(?:ed|ing|s)? (?:[a-z'-]+ ){0,4}?out of (?:its|their|our|the|key|critical|company|corporate|internal) ${gap(3)}${MACHINES}\\b`,
      "(?:left|leaving|found|finding|discovered|dropped|displayed|delivered|printed|received|contained|showed|saw) (?:[a-z0-9'-]+ ){0,4}?ransom notes?\\b",
      'ransom (?:attacks?|virus|malware|trojans?|infections?)\\b',
      '(?:file|data|disk)[- ](?:encrypting|locking|scrambling) (?:malware|software|virus|trojan|attack)\\b',
      'crypto-?(?:locker|wall|locking malware|virus)\\b',
      'encryption (?:attacks?|event|malware|trojan)\\b',
      `(?:for|pay\\w*|paid|bought|buy|providing|received|obtain(?:ed|ing)?|exchange for|return for|given) (?:[a-z'-]+ ){0,4}?(?:decrypt(?:ion|ing|or)s? (?:keys?|tools?|codes?|software)|decryptors?)\\b`,
      `(?:held|holding) (?:[a-z'-]+ ){0,5}?(?:${MACHINES}|company|retailer|chain|store|firm) (?:to|for) ransom\\b`,
      `(?:fell victim to|hit (?:by|with)|struck by|infected (?:with|by)) (?:a|an) (?:[$£€][\\d.,]+ (?:million )?)?ransom\\b`,
    ),
    needs: CRIME,
    unless: SAFE_CRYPTO,
  },
  {
    type: 'extortion',
    head: true,
    says: any(
      `(?:threat(?:en(?:ed|ing|s)?|s)?|vow(?:ed|ing)|warn(?:ed|ing)|promis(?:ed|ing))\\b[^.;]{0,80}\\b(?:publish|leak|releas|sell|sold|dump|expos|disclos|delet|destroy|auction|public|post)[a-z]*[^.;]{0,90}\\b(?:unless|if|until|should|or else|failing)\\b[^.;]{0,60}\\b(?:pa(?:y|ys|id|yment)|ransom|demands?|money|bitcoins?|cryptocurrency|negotiat[a-z]+|contact[a-z]*)\\b`,
      `(?:unless|if|until)\\b[^.;]{0,50}\\b(?:pa(?:y|ys|id|yment)|ransom|demands?|money|bitcoins?)\\b[^.;]{0,50}\\bthreat(?:en(?:ed|ing|s)?|s)?\\b[^.;]{0,60}\\b(?:publish|leak|releas|sell|sold|dump|expos|disclos)`,
      `(?:demand(?:ed|s|ing)?|ask(?:ed|ing)|request(?:ed|ing)|seek(?:ing|s)|sought|want(?:ed|ing|s)?)\\b[^.;]{0,60}\\b(?:payments?|ransom|money|bitcoins?|btc|monero|cryptocurrency|dollars|euros|pounds|sum|fee|[$£€][\\d.,]+|[\\d.,]+ (?:million|bitcoins?|btc))\\b[^.;]{0,60}\\b(?:in (?:exchange|return) for|to (?:prevent|stop|avoid|delete|keep|refrain|not)|(?:for|or|and) not|not to) `,
      "(?:paid|pay|paying|demand(?:ed|ing)?) (?:[a-z0-9$£€.,'-]+ ){0,4}?(?:hush|protection) money\\b",
      'attempt(?:ed|ing|s)? at (?:extortion|blackmail)\\b',
      '(?:demand(?:ed|ing|s)?|asked for|asking for) [\\d,.]+ (?:bitcoins?|btc|monero|ether)\\b',
      '(?:being|been|was|were|got|is|are) (?:\\w+ly )?(?:extorted|blackmailed)\\b',
      'extortionists? (?:who|behind|hacked|stole|demand)',
    ),
    unless: /\b(?:whether|asked about|average|victims|typically|rang(?:e|es|ing))\b/,
  },
  {
    type: 'social-engineering',
    head: true,
    says: any(
      `(?:pos(?:ed|ing|es)|pretend(?:ed|ing|s)? to be|masquerad(?:ed|ing|es)|pass(?:ed|ing) themselves off|act(?:ed|ing)|call(?:ed|ing)) (?:as )?${gap(5)}(?:employees?|staff|workers?|help[- ]?desk|service desk|it (?:staff|support|department|team|workers?)|(?:it |tech |technical )support|technicians?|executives?|colleagues?|administrators?)\\b`,
      `(?:convinc(?:ed|ing)|persuad(?:ed|ing)|dup(?:ed|ing)|fool(?:ed|ing)|manipulat(?:ed|ing)|decei(?:ved|ving)|conn(?:ed|ing)|lur(?:ed|ing)|sweet-talk(?:ed|ing)|talk(?:ed|ing)|deceptively got) ${gap(5)}${INSIDE} (?:into|to|in|at|with|by)\\b`,
      `(?:phoned|telephoned|rang|called|calling|phoning|ringing) (?:up )?(?:the |its |their |an? )?(?:[a-z]+ )?(?:it )?(?:help|service) ?-?desks?\\b`,
      `(?:help|service)[- ]?desks? (?:[a-z'-]+ ){0,4}?(?:to |into )?(?:reset|resetting|changing|handing|giving|granting)\\b`,
      '(?:phone|telephone|call|voice)[- ]based (?:phishing|scams?|attacks?)\\b',
      '(?:mfa|multi-?factor|push|2fa)[- ](?:fatigue|bombing|spam(?:ming)?)\\b',
      'pretexting\\b',
    ),
    unless:
      /\b(?:scammers|fraudsters|imposters|impostors) (?:have|has|are|were|had|may|might|could)\b|\b(?:customers?|users|shoppers|members|clients|victims)\b[^.;]{0,60}\b(?:receiv\w+|contacted|called|phoned|targeted|approached|warned)\b/,
  },
  {
    type: 'phishing',
    head: true,
    says: any(
      `(?:via|through|by|using|after|from|fell (?:victim )?(?:for|to)|fallen (?:victim )?(?:for|to)|victim (?:of|to)|resulted from|because of|due to|with|sent) (?:an? |the |some |several |targeted |sophisticated |successful |so-called |convincing ){0,3}"?(?:spear-?)?phishing"?(?! kits?| awareness| training| risks?)\\b`,
      `${BY_ANYBODY} (?:[a-z'-]+ ){0,4}?(?:click(?:ed|ing|s)|open(?:ed|ing|s)|download(?:ed|ing|s)|respond(?:ed|ing|s)|fell|falling|fallen) (?:[a-z'-]+ ){0,5}?(?:links?|attachments?|e-?mails?|messages?)\\b`,
      '(?:clicked|clicking|opened|opening|downloaded|downloading) (?:on |up )?(?:a |an |the |some )?(?:[a-z-]+ ){0,3}?(?:malicious|infected|bogus|fake|fraudulent|rogue|booby-trapped|suspicious|harmful|malware-\\w+) (?:[a-z-]+ ){0,2}?(?:links?|attachments?|e-?mails?|messages?)\\b',
      `(?:scam|spam|fraudulent|bogus|fake|malicious|phishing) (?:e-?mails?|messages?|texts?|sms) (?:that )?(?:were |was |had been |being )?(?:sent|sending|dispatched|blasted) (?:out )?(?:from|through|via|using) (?:its|their|the|our|one of|an?|official)\\b`,
      '(?:fraudulent|bogus|malicious|infected|booby-trapped|spoofed) e-?mails? (?:sent )?(?:to|opened by|received by) (?:an |its |their |some |several |the )?(?:[a-z]+ )?(?:employees?|staff|workers?)\\b',
    ),
    unless:
      /\b(?:vigilant|beware|cautious|wary|alert (?:to|for)|watch out|look out|on (?:their )?guard|phishing attempts?|(?:voice|phone-based|telephone)[- ]phishing|how to|be careful|advis\w+|remind\w*|protect|tips|never ask|should|avoid)\b/,
  },
  {
    type: 'credential-stuffing',
    head: true,
    says: any(
      `(?:credentials|passwords|log-?ins|log-?in details|usernames|combinations|accounts) ${gap(8)}(?:other|another|previous|earlier|third-party|different|unrelated|external|separate|past|prior|older) (?:data )?(?:breach(?:es)?|leaks?|hacks?|compromises|sources?|incidents?|sites?|websites?|services?|platforms?|companies)\\b`,
      'account[- ]takeovers? (?:attacks?|campaigns?|attempts?)\\b',
      '(?:automated|mass|bulk) log-?in attempts\\b',
      `(?:re-?used|recycled) (?:the same )?(?:passwords|credentials|log-?ins|usernames)\\b(?= (?:on|from|across|to|that|were|had|in))`,
    ),
    needs: /\b(?:log(?:ged|ging)? ?-?in|access\w*|attack\w*|accounts?|breach\w*|hack\w*|unauthori[sz]ed|attempt\w*)\b/,
  },
  {
    type: 'stolen-credentials',
    head: true,
    says: any(
      `(?:us(?:ed|ing|e of)|via|through|leverag(?:ed|ing)|abus(?:ed|ing)|exploit(?:ed|ing)|thanks to|due to|because of|obtain(?:ed|ing)|acquir(?:ed|ing)|b(?:ought|uying)|purchas(?:ed|ing)|logg(?:ed|ing) in(?:to)?(?: [a-z]+){0,4} with) ${gap(3)}(?:stolen|compromised|leaked|hijacked|valid|legitimate|purchased|weak|default|harvested|pilfered|phished|exposed|hacked|misused|authentication) ${gap(3)}${SECRET}\\b`,
      `(?:us(?:ed|ing|e of)|with|via|through|leverag(?:ed|ing)|abus(?:ed|ing)) ${gap(5)}${SECRET} ${gap(2)}(?:stolen|obtained|harvested|taken|compromised|leaked|bought|phished|hijacked|swiped)\\b`,
      `${SECRET} (?:[a-z'-]+ ){0,4}?(?:was|were|had been|been|being|that were) (?:\\w+ly )?(?:stolen|compromised|used|hijacked|phished|abused|misused|leaked) (?:and (?:then )?used )?(?:to|in order to) (?:access|log|enter|get|gain|break|breach|infiltrate|infect)\\b`,
      `(?:${SUPPLIER}|remote[- ]access|vpn|${BY_ANYBODY})(?:'s?)? ${gap(3)}${SECRET} (?:(?:was|were|had been|have been|having been|being|that were|which were) )(?:\\w+ly |also )?(?:stolen|compromised|hijacked|phished|obtained)\\b(?! (?:in|during) )`,
      `(?:used|using|with) (?:[a-z'-]+ ){0,6}?${SECRET} (?:for|of|from|belonging to|assigned to|issued to|stolen) ${gap(4)}(?:users?|employees?|workers?|staff|contractors?|vendors?|suppliers?|partners?|administrators?|customers)\\b`,
      `(?:logg(?:ed|ing)|sign(?:ed|ing)|broke|breaking|got|getting) (?:on |in |into |on to )+(?:[a-z'-]+ ){0,6}?(?:with|using) (?:[a-z'-]+ ){0,4}?(?:credentials|log-?in details|passwords?)\\b`,
      "(?:b(?:ought|uying)|purchas(?:ed|ing)) (?:[a-z'-]+ ){0,3}?(?:cookies|credentials|log-?ins|access tokens|passwords|access)(?= (?:for|to|on|from))",
    ),
    unless:
      /\b(?:credential[- ]stuffing|other (?:sites|websites|breach\w*|services|platforms|companies)|strong passwords?|change (?:your|their) password|phishing page)\b/,
    needs: CRIME,
  },
  {
    type: 'exploited-vulnerability',
    head: true,
    says: any(
      `(?:exploit(?:ed|ing|s|ation of)?|abus(?:ed|ing)|leverag(?:ed|ing)|took advantage of|taking advantage of|taken advantage of|target(?:ed|ing)|weaponi[sz](?:ed|ing)|us(?:ed|ing|e of)|gained? \\w+ through|through|via|due to|because of|resulted from|resulting from|stemm?(?:ed|ing|s) from|caused by|result of|thanks to|linked to|tied to|related to|traced to|by way of) ${gap(7)}(?:[a-z0-9.'/()-]+ ){0,3}?${HOLE}\\b`,
      `(?:vulnerabilit(?:y|ies)|flaws?|zero-?days?|bugs?|security hole|loophole) (?:[a-z0-9'()-]+ ){0,8}?(?:was|were|had been|been|being|that) (?:\\w+ly )?(?:exploited|abused|used|leveraged|targeted)\\b`,
      `(?:vulnerabilit(?:y|ies)|flaws?|zero-?days?|bugs?|security hole|loophole) (?:[a-z0-9'()-]+ ){0,8}?(?:allowed|enabled|let|permitted|gave) ${gap(3)}(?:attackers?|hackers?|criminals?|intruders?|actors?|gang|group|them|someone|thieves|anyone|others|third part(?:y|ies)|access|unauthori[sz]ed)\\b`,
      'sql[- ]injections?\\b',
      `(?:vulnerable|unpatched|outdated|legacy|end-of-life) ${gap(3)}(?:servers?|systems?|software|appliances?|vpns?|devices?|firewalls?|gateways?|plug-?ins?)(?= (?:to|was|were|had|that|which|as|allowed))`,
    ),
    needs: CRIME,
    unless:
      /\b(?:bug bounty|patch(?:es)? (?:is|are) available|human (?:weakness|error)|if exploited|not been exploited)\b/,
  },
  {
    type: 'web-skimming',
    head: true,
    says: any(
      `(?:inject(?:ed|ing)|insert(?:ed|ing)|plant(?:ed|ing)|plac(?:ed|ing)|add(?:ed|ing)|embed(?:ded|ding)|install(?:ed|ing)|hid(?:den|ing)?|load(?:ed|ing)|slipped|sneaked|smuggled) ${gap(4)}(?:malicious|rogue|card-stealing|card-skimming|unauthori[sz]ed|hostile|skimming|data-stealing|hidden|credit card stealing) ${gap(2)}${CODE} ${gap(2)}(?:on|in|into|to|onto|within) ${gap(5)}${SHOP_SITE}\\b`,
      `(?:malicious|rogue|unauthori[sz]ed|skimming|card-stealing|hostile) ${CODE} (?:[a-z'-]+ ){0,4}?(?:on|in|into|to|within) ${gap(4)}(?:check-?out|payment|shopping cart|e-?commerce|online (?:store|shop)|web ?shop|store ?front|web ?site)`,
      `(?:card|payment|credit|billing)[^.;]{0,60}\\b(?:entered|typed|submitted|keyed|provided) (?:on|at|during|into|in|through) (?:the |its |our |their )?(?:[a-z-]+ ){0,2}?(?:check-?out|payment|order|purchase) (?:pages?|process|forms?)\\b`,
      "skimm(?:ed|s) (?:[a-z'-]+ ){0,6}?(?:cards?|payment|credit|details|data|information|numbers)\\b",
      'card[- ](?:stealing|skimming|scraping) (?:code|script|javascript|campaign|attack)\\b',
      'card[- ]skimming malware\\b',
    ),
    unless:
      /\b(?:gas pumps?|fuel pumps?|pin pads?|atms?|card readers?|at the till|(?:payment|card|checkout|self-checkout) terminals?|point[- ]of[- ]sale)\b/,
  },
  {
    type: 'pos-malware',
    head: true,
    says: any(
      `(?:malware|malicious (?:code|software)|trojan|virus|scrapers?)\\b[^.;]{0,90}\\b(?:payment (?:terminals?|devices?|processing (?:systems?|networks?|environment|servers?))|card(?: payment)? terminals?|pin ?pads?|pos devices|registers|in-store (?:payment|checkout|card)|pay-at-the-pump|fuel dispensers|tills|kiosks)\\b`,
      `(?:payment (?:terminals?|devices?|processing (?:systems?|networks?|servers?))|card(?: payment)? terminals?|pin ?pads?|pos devices|registers|in-store (?:payment|checkout|card)|fuel dispensers|kiosks)\\b[^.;]{0,90}\\b(?:malware|malicious (?:code|software)|trojan)\\b`,
      '(?:ram|memory)[- ]scrap(?:er|ers|ing)\\b',
    ),
  },
  {
    type: 'pos-malware',
    head: true,
    says: any(
      `(?:malware|malicious (?:code|software))\\b[^.;]{0,60}\\b(?:access|steal|stole|captur|copy|copied|collect|harvest|scrap|obtain|read|search|look)[a-z]*\\b[^.;]{0,40}\\b(?:payment|credit|debit)(?: and debit| or debit)?[- ]cards?\\b`,
    ),
    unless:
      /\b(?:online|web ?sites?|web|e-?commerce|sites?|check-?out pages?|scripts?|javascript|browsers?|skimm\w+|magecart|customers? who ordered)\b/,
  },
  {
    type: 'ddos',
    head: true,
    says: any(
      `(?:flood(?:ed|ing)|overwhelm(?:ed|ing)|bombard(?:ed|ing)|swamp(?:ed|ing)|overload(?:ed|ing)) ${gap(6)}(?:web ?sites?|sites?|servers?|networks?|systems|online (?:store|shop)|app) ${gap(2)}with ${gap(4)}(?:traffic|requests|data|connections|queries)\\b`,
    ),
  },
  {
    type: 'malware',
    head: true,
    says: any(
      `(?:malware|virus|viruses|trojans?|worms?|wipers?|rootkits?|bots?|backdoors?|malicious (?:files?|programs?|software|code)|infostealers?|keyloggers?) (?:[a-z'-]+ ){0,3}?(?:was|were|had been|has been|been|got) (?:\\w+ly )?(?:launched|planted|installed|injected|introduced|found|detected|discovered|released|downloaded|placed|uploaded|deployed)\\b`,
      `(?:infect(?:ed|ing|s)|plant(?:ed|ing)|install(?:ed|ing)|inject(?:ed|ing)|introduc(?:ed|ing)|download(?:ed|ing)|deploy(?:ed|ing)|launch(?:ed|ing)|spread(?:ing)?|hit|struck) (?:[a-z'-]+ ){0,6}?(?:computer virus(?:es)?|virus(?:es)?|trojans?|worms?|wipers?|rootkits?|backdoors?|malicious (?:files?|programs?|scripts?)|infostealers?|keyloggers?)\\b`,
      'data-wiping (?:malware|attack|software)\\b',
      '(?:malware|computer virus|virus) (?:attacks?|infections?|incidents?|outbreaks?)\\b',
      '(?:infected|hit|struck|attacked|compromised) (?:with|by) (?:a |an |some |the )?(?:[a-z-]+ ){0,2}?(?:malware|virus)\\b',
      '(?:presence|evidence|traces|signs) of (?:[a-z-]+ ){0,2}?(?:malware|malicious (?:code|software))\\b',
    ),
    unless:
      /\b(?:anti-?virus|corona\w*|covid|ransom\w*|encrypt\w*|lock(?:ed|s|ing)?|skimm\w+|check-?out|embedded in|virus (?:spread|pandemic)|magecart)\b/,
  },
  {
    type: 'insider',
    head: true,
    says: any(
      `(?:an?|one|two|three|several|some|a few|former|ex|its own|their own|current|temporary|(?:small )?number of|individuals?) ${gap(3)}(?:employees?|workers?|staff(?: members?)?|staffers?|insiders?|contractors?|engineers?|administrators?|agents?|associates?|interns?|developers?|technicians?)(?: [a-z]+){0,2}? (?:(?:who|that|had|has|have|was|were|allegedly|reportedly|illegally|improperly|wrongfully|secretly|deliberately|intentionally|unlawfully|able to|accused of|suspected of|charged with) ){0,4}(?:st(?:ole|olen|ealing)|leak(?:ed|ing)|access(?:ed|ing)|cop(?:ied|ying)|s(?:old|elling)|abus(?:ed|ing)|misus(?:ed|ing)|misappropriat(?:ed|ing)|t(?:ook|aken|aking)|exfiltrat(?:ed|ing)|view(?:ed|ing)) ${gap(5)}${LOOT}\\b`,
      `(?:stolen|leaked|accessed|copied|sold|taken|disclosed|viewed|misused|misappropriated) by (?:an?|one of its|one of their|former|its own|a former|several|some|two) ${gap(3)}(?:employees?|workers?|staff(?: members?)?|staffers?|insiders?|contractors?|engineers?)\\b`,
      `(?:former|ex|current|own|rogue|disgruntled|an?|one) ${gap(3)}(?:employees?|workers?|staff(?: members?)?|staffers?|contractors?|engineers?|administrators?|developers?)(?: who [a-z0-9' -]{2,60}?)? (?:is|are|was|were|has been|have been) (?:\\w+ly )?(?:suspected|accused|believed|thought|said|alleged|found) (?:of|to) (?:be|being|have been|having been|carrying out|have carried out|leaking|stealing|have stolen|have leaked)\\b(?: (?:behind|responsible|the (?:culprit|source)|involved))?`,
      `(?:criminal|malicious|deliberate|rogue|unlawful) (?:acts?|actions?|conduct) (?:of|by) (?:an?|one|its own|a former) ${gap(3)}(?:employees?|workers?|staff(?: members?)?|insiders?|contractors?)\\b`,
      `(?:brib(?:ed|ing)|paid off|corrupt(?:ed|ing)|recruit(?:ed|ing)) ${gap(4)}(?:employees?|workers?|staff|insiders?|agents?|contractors?)\\b`,
      "(?:inside job|insider (?:wrongdoing|involvement|data theft|leak|incident|access)|insider's (?:access|help))\\b",
      `(?:fired|dismissed|sacked|terminated|suspended) ${gap(4)}(?:employees?|workers?|staff(?: members?)?)(?= (?:for|who|after|over)[^.;]{0,60}\\b(?:access|stole|leak|data|information|customer))`,
    ),
    unless: /\b(?:phish\w*|trick\w*|dup(?:ed|ing)|imperson\w*|posing|social[- ]engineer\w*)\b/,
  },
  {
    type: 'misconfiguration',
    head: true,
    says: any(
      'misconfigur(?:ed|ation|ations|ing)\\b',
      `(?:error|mistake|fault|glitch|flaw|problem|mishap)s? (?:in|with|during|of|made in) ${gap(6)}(?:configuration|configured|settings?|set-?up|permissions?|migration|update)\\b`,
      '(?:configuration|setting|set-?up|permissions?|access control) (?:error|mistake|fault|mishap|oversight|blunder)s?\\b',
      '(?:incorrect(?:ly)?|wrong(?:ly)?|improper(?:ly)?|insecure(?:ly)?|lax|poor(?:ly)?) (?:[a-z-]+ ){0,2}?(?:settings|configur(?:ed|ation)|permissions|set up|secured)\\b',
      `(?:unsecured|unprotected|passwordless|insecure|publicly[- ]accessible|public(?:ly)? readable|misconfigured) (?:[a-z0-9'-]+ ){0,3}?${STORE}\\b`,
      `${STORE}\\b[^.;]{0,70}\\b(?:(?:was|were|been|had|is|are|left|lay|sat|sitting|found|stored|accessible|available|exposed|reachable|open) ){1,4}(?:without (?:a |any )?(?:password|authentication|protection|encryption|access controls?)|(?:to|on|over|via) (?:the )?(?:public|open|wider|whole)? ?(?:internet|web|public)|to (?:anyone|anybody|everyone|the world|all)|publicly|unprotected|unsecured|passwordless|wide open)`,
      `(?:accidentally|inadvertently|mistakenly|unintentionally|by mistake|erroneously) (?:left|made|set|published|uploaded|exposed)\\b[^.;]{0,60}\\b(?:public|publicly|accessible|online|internet|open|visible|exposed|web|settings)\\b`,
    ),
    needs:
      /\b(?:data|information|records|details|database|files|customers?|exposed|expos\w+|leak\w*|access\w*|public\w*)\b/,
    unless: /\b(?:open source|open letter|left (?:the )?(?:company|public))\b/,
  },
  {
    type: 'defacement',
    head: true,
    says: any(
      `(?:vandali[sz]ed|hijacked|took over|taken over|altered) ${gap(3)}(?:home ?page|web ?site|billboards?|screens)(?= [^.;]{0,50}\\b(?:message|image|slogan|picture|flag|text)s?\\b)`,
      `(?:messages?|images?|slogans?|pictures?) (?:[a-z'-]+ ){0,8}?(?:displayed|posted|appeared|shown|flashed|showing|appearing) on (?:the |its |their )?(?:[a-z'-]+ ){0,3}?(?:home ?page|web ?site|billboards?|pump screens|screens)\\b`,
    ),
    needs: /\b(?:hack\w*|attack\w*|deface\w*|intru\w+|hijack\w*)\b/,
  },
  {
    type: 'data-theft',
    head: true,
    says: any(
      `(?:loot(?:ed|ing)|lift(?:ed|ing)|nabb(?:ed|ing)|purloin(?:ed|ing)|scrap(?:ed|ing)|acquir(?:ed|ing)|grabb(?:ed|ing)|view(?:ed|ing)|remov(?:ed|ing)|intercept(?:ed|ing)|raid(?:ed|ing)|breach(?:ed|ing)|spill(?:ed|ing)|dump(?:ed|ing)|transferr(?:ed|ing)|hack(?:ed|ing)|downloading|copying|taking|collecting|extracting|obtaining|got hold of|getting hold of|got (?:their|his) hands on|help(?:ed|ing) themselves to|walked (?:off|away) with|ran off with|absconded with|came away with|rifled through) ${gap(7)}(?:of )?${LOOT}\\b`,
      `(?:theft|loss|leak|leaking|exposure|exfiltration|compromise|disclosure|copying|acquisition|release|transfer|extraction|spill|heist|breach) of (?:[a-z0-9',&-]+ ){0,7}?${LOOT}\\b`,
      `(?:unauthori[sz]ed|illegal|unlawful|improper|illicit) (?:[a-z]+ (?:and|or) )?(?:[a-z]+ )?(?:access|disclosure|transfer|acquisition|exposure|release|viewing|exfiltration|download)(?:ed|ing)? (?:to|of|into) (?:[a-z0-9',&-]+ ){0,7}?(?:${LOOT}|information systems?)\\b`,
      `${LOOT}\\b[^.;:]{0,50}\\b(?:was|were|been|being|got) (?:\\w+ly |also |allegedly )?(?:acquired|viewed|removed|scraped|intercepted|hacked|transferred|looted|lifted|lost|accessible (?:to|by) (?:an? )?(?:unauthori[sz]ed|hackers|attackers|third))`,
      `full access to ${gap(4)}${LOOT}\\b`,
    ),
    needs: CRIME,
    unless: /\b(?:data collection|loss of (?:data )?access|privacy policy|customers can|view (?:your|their) )\b/,
  },
];
