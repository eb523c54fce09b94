import type { Service, ServiceState } from '#domain/vocabulary.ts';

/** What a shop offers or runs, and the words for it in plain lower case (a pattern without outer brackets). */
export interface ServiceRow {
  readonly service: Service;
  readonly words: string;
  /** The state that stands for `suspended` here: tills that are down leave a shop open but in trouble. */
  readonly whenDown?: ServiceState;
}

/** More telling words stand before more general ones: of two that begin alike the longer is taken. */
export const SERVICE_ROWS: readonly ServiceRow[] = [
  {
    service: 'contactless',
    words: 'contactless(?: (?:card )?pay(?:ments?|ing)(?: systems?| services?)?)?|tap[- ]to[- ]pay|tap and pay',
  },
  {
    service: 'click-and-collect',
    words:
      'click(?: & | and |-and-|&)collect(?: orders?| services?| deliver(?:y|ies)| collections?)?|(?:in-store|order|kerbside|curbside) (?:collections?|pick-?ups?)',
  },
  { service: 'gift-cards', words: '(?:e-)?gift[- ](?:cards?|vouchers?)(?: payments?| purchases?| redemptions?)?' },
  {
    service: 'loyalty',
    words:
      '(?:loyalty|rewards?|membership|advantage|club) (?:cards? )?(?:schemes?|program(?:me)?s?|points|apps?|services?)|(?:collect|earn|redeem|spend)(?:ing)? (?:\\w+ ){0,3}points',
  },
  {
    service: 'returns',
    words:
      '(?:accept|process|handl|mak)(?:e|ing)? returns|(?:product |online )?returns(?: process\\w*| portal| systems?)?|refunds|return (?:items|goods|products)',
  },
  {
    service: 'deliveries',
    words:
      '(?:home |online |food |grocery |store |stock ){0,4}deliver(?:y|ies)(?! (?:platform|giant|company|firm|app|start|group|brand|driver))(?: services?| systems?| slots?| orders?)?|shipments?|shipping(?! address)|order fulfil?lment|(?:ship|despatch|dispatch|releas|distribut|send|deliver)(?:e|ing|ping)? (?:out )?(?:\\w+ ){0,2}(?:products|goods|items|orders|parcels|packages|merchandise|inventory)|parcels|freight(?: \\w+){0,2}|(?:make|making|deliver|delivering) (?:home )?deliver(?:ies|ing orders)',
  },
  {
    service: 'stores',
    words:
      'in[- ]store (?:services?|systems?|operations)|store (?:services|systems|operations)|tills?(?: systems?)?|check-?outs?(?! page| process| form)|point[- ]of[- ]sale systems|pos systems|cash registers',
    whenDown: 'degraded',
  },
  {
    service: 'stores',
    words:
      '(?:(?:flagship|physical|retail|high street|company-owned|our|its|their|all|some|most|several|the|hundreds of|dozens of) ){0,4}(?:(?<!app |online |web |e-commerce )(?:stores?|shops)(?! shelves| associates| cards?| payment| supply| chains?| group| brands?| giant| operator| owner| websites?| apps?| staff| workers| managers?| sales)|branches|outlets|restaurants|supermarkets|boutiques|pharmacies|pharmacy services|prescriptions?(?: services?)?|(?:gas|petrol|filling|fuel|service) stations|(?:fuel|gas) pumps|garden centres|kiosks|caf[eé]s|(?:its|our|their|all) (?:of (?:its|our|their) )?(?:\\w+ )?locations|serv(?:e|ing) (?:its |our |their |in-store )?customers|(?:buy|sell)(?:ing)? (?:\\w+ )?(?:in|at) (?:all |its |our |their |the ){0,2}(?:stores|shops|locations|branches)|shopping in (?:the )?stores?|in-store shopping|store shopping)',
  },
  {
    service: 'card-payments',
    words:
      '(?:credit |debit |bank |payment )?card (?:payments?|processing|transactions|terminals|machines|readers)|(?:credit|debit)(?: and (?:credit|debit))? cards at|payment (?:systems?|terminals|processing)|chip[- ]and[- ]pin|pay(?:ing)? by card|electronic payments|process(?:ing)? (?:card )?(?:payments|transactions)|(?:tak|accept)(?:e|ing) (?:credit |debit |bank )?cards?(?: payments?)?',
  },
  { service: 'app', words: '(?:mobile |smartphone |shopping |(?<!data loader )\\b)apps?(?! store)' },
  {
    service: 'online-orders',
    words:
      '(?:online|web) (?:stores?|shops?)(?! (?:owner|operator))|webshop|online (?:orders?|ordering|sales|shopping|retail|purchases|transactions|store orders|trading|business|operations|grocery)(?: systems?| services?| operations| platform| sales| orders)?|e-?commerce(?: operations| systems?| sales| platform| orders| business)?|(?:web|website and app|website|digital|app|overseas|international|domestic|wholesale|customer|new) orders|order(?:ing)?(?: \\w+)? online|shop(?:ping)? (?:online|via)|(?:plac|tak|accept|process|receiv|fulfil|fulfill)(?:e|es|ing)? (?:any |new |online |customer |web ){0,4}orders|orders (?:through|via|on|placed on|from) (?:its|our|the|their)(?: \\w+)? (?:websites?|apps?|sites?)|ordering(?: or \\w+)?(?: deliveries| systems?)?',
  },
  {
    service: 'website',
    words:
      '(?:e-?commerce |online |official |main |retail |own |us |u\\.s\\. |groceries |grocery ){0,4}(?:websites?|web sites?|web ?pages?|homepage)|(?:online|web|customer) portal|online services(?! provider)|online portals?|(?:the|its|our|their|whose) (?:\\w+ )?site(?!s)|\\b[a-z0-9-]{2,30}\\.(?:com|co\\.uk|fr|de)(?! \\w*@)',
  },
  {
    service: 'suppliers',
    words:
      '(?:supplier|vendor) (?:portals?|systems?|orders|ordering|payments)|ordering from suppliers|payments to suppliers|suppliers',
  },
  {
    service: 'call-centre',
    words:
      '(?:call|contact|customer service|customer support) cent(?:re|er)s?|customer (?:service|support|care) (?:lines?|channels?|phones?|operations|team)|phone (?:order )?(?:lines?|systems?)|telephones?(?: lines?| systems?)?|helplines?|customer services?|customer support(?! (?:agents?|staff|employees?|teams?|system|portal|provider|platform|tickets?|representatives?|tool))',
  },
  {
    service: 'recruitment',
    words:
      'recruitment|recruiting|hiring(?: systems?| processes)?|job (?:applications?|sites?|portals?)|careers (?:site|page|portal)',
  },
  {
    service: 'payroll',
    words: 'payroll(?: systems?)?|wage payments|staff pay|paying (?:its )?(?:staff|employees|workers)',
  },
  {
    service: 'production',
    words:
      'operations at (?:[\\w-]+ ){0,4}(?:plants|factories|facilities|breweries|sites)|(?:food |bottling |processing )?plants|(?:production|manufacturing)(?: lines?| operations| sites?| plants?| facilities)?|factor(?:y|ies)|brewer(?:y|ies)|assembly lines?',
  },
  {
    service: 'internal-systems',
    words:
      '(?:remote |vpn )?(?:internet|vpn|remote|network) access|vpns?|(?:parts? of |portions of |some of |many of |most of |all of |several of |elements of |certain |affected (?!some |certain |several |various |many |all |its |our |their |the |parts |portions )|all |critical |corporate |core |key |internal |back[- ]?office |our |its |their |the |company |it |computer |business |digital |operational |information technology |several |various |many ){0,4}(?:(?:booking|reservation|warehouse|stock|inventory|logistics|order management|back-?end) systems?|(?<!payment |ordering |store |card |till |retail )\\bsystems(?: and services)?(?! were breached)|it networks?|networks?|it infrastructure|it environment|managed services hosted environment|back[- ]office functions|internal processes|domain controllers|servers|(?:office |staff |corporate |company )?e-?mails?(?: systems?| servers?| services?)?(?! (?:address|sent|to|from|from|with|that|claim|notif|breach|stat|account|inbox)\\w*)|intranet|virtual desktop\\w*|computers|technology infrastructure|it services)',
  },
];

/** Services of which "affected" or "hit" says that they did not work as usual; of the others it may mean their data. */
export const DISRUPTABLE: ReadonlySet<Service> = new Set([
  'contactless',
  'click-and-collect',
  'gift-cards',
  'returns',
  'deliveries',
  'card-payments',
  'online-orders',
  'payroll',
  'production',
]);

/** Words that say in which state something is. `object`: said of what follows; `subject`: of what stands before. */
export interface StateCue {
  readonly state: ServiceState;
  readonly words: string;
  readonly side: 'object' | 'subject' | 'either';
  /** Says little of systems, sites and shops, which are also "hit" or "affected" by a theft of data. */
  readonly weak?: true;
  /** Makes a compound with the word right before it: "order delays". */
  readonly tight?: true;
  /** What it governs is something that people do: "unable to use the app". */
  readonly verbs?: true;
  /** Said of these services only. */
  readonly only?: readonly Service[];
  /** Counts only where it has happened: not "will resume", "working to restore". */
  readonly done?: true;
}

export const STATE_CUES: readonly StateCue[] = [
  {
    state: 'suspended',
    side: 'either',
    words:
      'paus(?:ed|es|ing|e)|suspend(?:ed|s|ing)?|halt(?:ed|s|ing)?|stopp(?:ed|ing)|stops?|disabl(?:ed|es|ing)|(?<=to )disable|shut(?:s|ting)?(?: down| off)?|clos(?:ed|es|ing)|close(?= (?:its|some|all|the|their|stores|shops))|switch(?:ed|ing) off|turn(?:ed|ing) off|took down|tak(?:e|es|en|ing) down|brought down|knocked out|crippled|paraly[sz]ed|cease[ds]?|freez(?:e|es|ing)|fr(?:oze|ozen)|stalled|(?:took|tak(?:e|en|es|ing)|knock(?:ed|ing|s)) off-?line|locked out(?: of)?|disconnect(?:ed|ing)|pulled|withdr(?:ew|awn)|cancel(?:led|ed|s|ling|ing)|lock(?:ed|ing) down|pull(?:ed|ing) the plug on|unplugg(?:ed|ing)|discontinu(?:ed|ing)|deactivat(?:ed|ing)',
  },
  {
    state: 'suspended',
    side: 'object',
    verbs: true,
    words:
      "stopped (?:letting|allowing) (?:\\w+ ){1,2}(?:to )?|unable to|not able to|cannot|can't|couldn't|could not|can no longer|no longer able to|(?:prevent|stopp|block|barr)(?:ed|ing|s)? (?:\\w+ ){0,2}(?:customers|shoppers|users|staff|employees|people|members|them|stores|shops|workers|colleagues|consumers) from|left (?:\\w+ ){1,3}unable to|(?:lost|without) the ability to|inability to|impossible (?:for (?:\\w+ ){1,3})?to|did not allow (?:\\w+ ){1,3}to|no way to",
  },
  {
    state: 'suspended',
    side: 'object',
    words:
      'left (?:\\w+ ){1,3}without|without access to|lost access to|no access to|outages? (?:of|at|on|to|in|across|affecting|hitting)|stopped (?:taking|accepting|processing)|suspension of|closure of|shutdown of|loss of|shuttering of|halt (?:to|in|of)|pause (?:to|in|on|of)|stoppage (?:of|in|at)',
  },
  {
    state: 'suspended',
    side: 'subject',
    words:
      "(?<!back )(?:off-?line)|unavailable|inaccessible|unreachable|no longer reachable|unusable|inoperable|(?:went|gone|go|goes|going) dark|crashed|(?:a|to a) (?:grinding |complete |sudden )?(?:halt|standstill)|out of (?:action|order|service|operation)|(?:is|are|was|were|been|went|gone|going|go|still|remains?|remained|'s|'re) down(?! by| from| to| \\d|load)|(?:did|does|do|is|are|was|were) ?(?:not|n't) (?:work(?:ing)?|functioning|available|accessible|operating|operational|possible)|not working|stopped working|no longer (?:available|working|possible)|on hold|outages?|shut(?:tered)?|(?:stands?|stood) (?:still|idle)",
  },
  {
    state: 'degraded',
    side: 'object',
    verbs: true,
    words:
      "(?:impact|affect|limit|hamper|hinder|impair|reduc|disrupt|curtail|restrict|constrain|imped)(?:e?[ds]|ing)?(?: [a-z']+){0,4} ability to|(?:struggl|fail)(?:ed|ing|es|s) to|difficult(?:y|ies)|trouble",
  },
  {
    state: 'degraded',
    side: 'object',
    only: ['internal-systems'],
    words:
      '(?:hackers?|attackers?|intruders?|criminals?|ransomware|malware|gang|attack)(?: (?:had|has|have|that|which|also))* (?:encrypted|locked)(?: up)?',
  },
  {
    state: 'degraded',
    side: 'subject',
    only: ['internal-systems'],
    words: '(?:were|was|been|being|got) locked(?! out)(?: up| down)?',
  },
  {
    state: 'degraded',
    side: 'either',
    words:
      'disrupt(?:ed|ing|s)|delay(?:ed|ing)|restrict(?:ed|ing|s)|(?<=to )restrict|limited(?! to\\b)|interrupt(?:ed|ing)|(?<=(?:was|were|are|is|been|arriv\\w+|too) )late\\b(?! (?:on|in|at|last)\\b)|hamper(?:ed|ing)|slow(?:ed|ing)',
  },
  {
    state: 'degraded',
    side: 'either',
    weak: true,
    words: "affect(?:ed|ing|s)|impact(?:ed|ing|s)|(?<=n't |not |never )(?:affect|impact)|hit|hitting|hits",
  },
  {
    state: 'degraded',
    side: 'object',
    words:
      '(?:disruptions?|interruptions?|delays?|problems?|issues?|difficult(?:y|ies)|glitch(?:es)?|trouble)(?:,? including)? (?:to|of|in|across|with|for|at|affecting|on)|struggling (?:to|with)|slower|limitations? (?:still )?(?:\\w+ )?(?:with|on|to|for)',
  },
  {
    state: 'degraded',
    side: 'subject',
    tight: true,
    words: 'disruptions?|delays|problems|issues|difficulties|glitches',
  },
  {
    state: 'degraded',
    side: 'subject',
    words:
      '(?:experienc(?:e|ed|ing|es)|suffer(?:ed|ing|s)?|fac(?:e|ed|ing|es)|see(?:ing|n)?|subject to) (?:\\w+ )?(?:disruptions?|interruptions?|delays|problems|issues|difficulties)(?! (?:to|of|in|across|with|for|at|affecting|on)\\b)',
  },
  {
    state: 'restored',
    side: 'either',
    done: true,
    words:
      'resum(?:ed|es|ing)|restor(?:ed|es)|restart(?:ed|s)?|reopen(?:ed|s|ing)?|re-open(?:ed|s|ing)?|reinstat(?:ed|es)|relaunch(?:ed|es)|brought back',
  },
  {
    state: 'restored',
    side: 'subject',
    done: true,
    words:
      'back (?:online|up|up and running|in (?:action|operation)|to normal|working)|up and running|(?:at|to) (?:full|100) ?(?:percent|per ?cent|%)? ?(?:availability|capacity|operation)|(?:now |again )fully operational|fully operational|working (?:again|normally again)|(?:work|function|runn|trad|operat|open)(?:s|ed|ing|e)? (?:normally |fully |as usual )?again|available again|open again|(?:is|are|now|were|was) back(?= (?:in|at|on|for|across)\\b|[.,;]|$)|returned to normal|recovered',
  },
  {
    state: 'restored',
    side: 'object',
    verbs: true,
    words:
      '(?:can|could|able to) (?:now|again|once again|once more)|(?:now|again) able to|(?:is|are|was|were) able to(?= (?:restart|resume|reopen|shop|buy|order|pay|place))',
  },
  {
    state: 'unaffected',
    side: 'subject',
    words:
      '(?:remain|remains|remained|are|is|were|stay|stays|stayed|staying|remaining|all|still) (?:\\w+ )?(?:open(?! source| to abuse|ed)|available|operational|safe to (?:shop|use))|open as (?:usual|normal)|unaffected|unimpacted|as (?:normal|usual)|(?:operat|trad|function|work|runn)(?:e|es|ed|ing) (?:as )?(?:normal|usual|normally)|continue[sd]? (?:to (?:operate|trade|function|work|run)|trading|operating)(?! its| our)',
  },
  {
    state: 'unaffected',
    side: 'object',
    words:
      'continu(?:e|es|ed|ing) to (?:support|operate|take|accept|use|run|serve)(?: (?:its|our|their))?|no (?:\\w+ )?(?:impact|disruption|effect|interruption)s? (?:(?:\\w+ )?(?:observed|seen|identified|expected|detected|reported) )?(?:on|to|of)|without (?:impact|disruption) (?:on|to)',
  },
  {
    state: 'unaffected',
    side: 'object',
    verbs: true,
    words: '(?:can|able to) (?:also continue to|continue to|still|also)',
  },
];
