import type { Service, ServiceState } from '#domain/vocabulary.ts';

/** What a word makes of the noun phrase in which it stands. */
export interface ServiceKey {
  readonly service: Service;
  /** The state that stands for `suspended` here: tills that are down leave a shop open but in trouble. */
  readonly whenDown?: ServiceState;
}

type Words = readonly (readonly [Service, string])[];

/**
 * Words that say of a "system", an "operation" or an "outage" which service it is, the more telling services first:
 * of "contactless payment system" the first that applies counts. Plain lower case, `-` where written so.
 */
export const MODIFIERS: Words = [
  ['gift-cards', 'gift gift-cards voucher vouchers'],
  ['contactless', 'contactless tap-to-pay'],
  ['click-and-collect', 'click-and-collect click-collect collection pickup pick-up kerbside curbside'],
  ['loyalty', 'loyalty-points loyalty rewards reward membership clubcard points'],
  ['returns', 'return returns refund refunds exchange exchanges'],
  ['payroll', 'payroll wage wages salary'],
  ['recruitment', 'recruitment recruiting hiring job jobs careers applicant'],
  ['suppliers', 'supplier suppliers vendor vendors procurement'],
  [
    'deliveries',
    'home-delivery delivery deliveries shipping shipment shipments fulfilment fulfillment distribution dispatch despatch courier freight parcel parcels',
  ],
  ['call-centre', 'call-centre phone phones telephone telephony telephony call calls contact hotline helpline support'],
  ['app', 'mobile-app app apps'],
  ['card-payments', 'card-payments payment payments card cards credit debit chip-and-pin'],
  ['online-orders', 'online-orders order orders ordering e-commerce ecommerce webshop shopping'],
  ['website', 'website websites web site sites internet-site'],
  [
    'production',
    'production manufacturing factory factories plant plants assembly bottling brewing brewery milk-processing',
  ],
  [
    'stores',
    'till tills checkout checkouts check-out check-outs self-checkout self-service pos point-of-sale register registers in-store store stores shop shops branch restaurant pharmacy prescription fuel fuel-pumps pump deli cash-registers',
  ],
  [
    'internal-systems',
    'ict inner-systems computer computers computing internal corporate back-office back-end backend backoffice network networks networking e-mail email e-mails emails mail accounting finance financial hr erp file files business enterprise intranet reservation booking management warehouse logistics inventory stock information technology technological tech core vpn remote operational operating-company digital electronic critical key office admin administrative server servers system systems ict data-centre datacenter key-business communication communications scheduling reporting',
  ],
];

/** Systems: internal ones, where no word says otherwise. */
export const SYSTEM_HEADS =
  'system systems network networks server servers infrastructure computer computers laptops workstations mainframe mainframes intranet backend back-end e-mail email e-mails emails vpn vpns wi-fi wifi databases desktops inner-systems ict';
/** Mean nothing alone: "payment services", "the online ordering platform". */
export const GENERIC_HEADS =
  'service services operation operations process processes processing function functions functionality capability capabilities channel channels platform platforms portal portals line lines terminal terminals machine machines reader readers transaction transactions program programs programme programmes scheme schemes software tool tools access application applications environment environments equipment technology technologies facilities slots counters counter sales activity activities accounts drives records';
/** A mishap with its service before it: "delivery delays", "network outage". */
export const MISHAP_HEADS =
  'outage outages disruption disruptions delay delays problem problems issue issues failure failures glitch glitches closure closures shutdown shutdowns interruption interruptions downtime blackout crash stoppage stoppages backlog backlogs slowdown difficulties chaos suspension suspensions cancellations fault faults';

/** Words that name a service by themselves. Rows of one service may differ in what "down" means. */
export const HEADS: readonly (ServiceKey & { readonly words: string })[] = [
  { service: 'website', words: 'website websites web-site web-sites webpage webpages homepage site sites e-shop' },
  { service: 'app', words: 'mobile-app app apps' },
  {
    service: 'stores',
    words:
      'store stores shop shops branches outlets restaurants restaurant supermarkets supermarket boutiques pharmacies pharmacy locations superstores hypermarkets showrooms kiosks cafes cafés garages forecourts salons prescriptions megastores filling-stations',
  },
  {
    service: 'stores',
    whenDown: 'degraded',
    words:
      'till tills checkout checkouts check-out check-outs check-in self-checkout self-checkouts registers cash-registers self-service pos point-of-sale in-store deli-counters fuel-pumps',
  },
  { service: 'deliveries', words: 'home-delivery delivery deliveries shipment shipments shipping parcels freight' },
  { service: 'contactless', words: 'contactless tap-to-pay' },
  { service: 'card-payments', words: 'card-payments chip-and-pin payments' },
  {
    service: 'click-and-collect',
    words: 'click-and-collect click-collect pickups pick-ups pickup pick-up collections',
  },
  { service: 'gift-cards', words: 'gift-cards giftcards' },
  { service: 'returns', words: 'returns refunds' },
  {
    service: 'call-centre',
    words: 'call-centre phones phone telephone telephones hotline hotlines helpline helplines switchboard',
  },
  { service: 'payroll', words: 'payroll' },
  { service: 'recruitment', words: 'careers-site recruitment hiring' },
  { service: 'production', words: 'production manufacturing factory factories plants brewery breweries' },
  { service: 'suppliers', words: 'suppliers supplier-orders' },
  { service: 'online-orders', words: 'online-orders e-commerce ecommerce webshop webshops ordering orders' },
  { service: 'loyalty', words: 'clubcard loyalty-points' },
];

/** Runs of words that are read as one word. */
export const RUNS_OF_WORDS: readonly (readonly [as: string, spellings: string])[] = [
  [
    'click-and-collect',
    'click and collect|click & collect|click + collect|click-and collect|collect in store|in-store collection|in-store collections|kerbside collection|order collection|click-&-collect',
  ],
  ['gift-cards', 'gift card|gift cards|e-gift cards|gift vouchers|gift voucher|gift certificates|gift-card'],
  ['tap-to-pay', 'tap to pay|tap and pay|tap and go'],
  ['chip-and-pin', 'chip and pin|chip & pin'],
  [
    'card-payments',
    'card payments|card payment|credit cards|debit cards|electronic payments|card transactions|digital payments',
  ],
  [
    'loyalty-points',
    'loyalty points|loyalty cards|loyalty card|reward points|rewards points|bonus points|rewards program|rewards programme|loyalty programme|loyalty program|loyalty scheme|club card|rewards scheme',
  ],
  [
    'call-centre',
    'call centre|call center|call centres|call centers|contact centre|contact center|contact centres|contact centers|customer service|customer services|customer support|customer care|phone line|phone lines|telephone lines|telephone line|customer helpline|phone service|landline phone lines|telephone orders|phone orders',
  ],
  ['point-of-sale', 'point of sale|point of sales|point-of sale'],
  ['cash-registers', 'cash register|cash registers|cash desks|self checkouts|self checkout|check out lanes'],
  ['in-store', 'in store'],
  [
    'filling-stations',
    'gas stations|petrol stations|filling stations|service stations|fuel stations|garden centres|garden centers',
  ],
  ['fuel-pumps', 'gas pumps|fuel pumps|petrol pumps'],
  ['deli-counters', 'deli counters|pharmacy counters|store counters|pharmacy counter|deli counter'],
  [
    'online-orders',
    'online store|online stores|online shop|online shops|web shop|web shops|web store|web stores|online shopping|online sales|online orders|online ordering|online order|online retail|online purchases|online trading|online business|online operations|online grocery|web orders|digital orders|app orders|mobile orders|internet orders|internet sales|online transactions|overseas orders|international orders|wholesale orders|order processing|ordering online|shopping online|order intake|digital sales',
  ],
  ['website', 'web site|web page|online portal|customer portal|web portal|internet site|online presence|homepage'],
  [
    'websites',
    'web sites|web pages|online applications|web applications|online services|online service|online portals|internet sites|web services',
  ],
  ['mobile-app', 'mobile app|mobile apps|mobile application|smartphone app|mobile applications|shopping app'],
  ['home-delivery', 'home delivery|home deliveries|order fulfilment|order fulfillment'],
  ['careers-site', 'job applications|careers page|careers site|job site|recruitment site|careers portal|job portal'],
  [
    'production',
    'production lines|production line|assembly lines|assembly line|production plants|processing plants|bottling plants',
  ],
  ['back-office', 'back office'],
  ['unplug', 'pull the plug on'],
  ['unplugged', 'pulled the plug on'],
  ['unplugging', 'pulling the plug on'],
  ['shutdown', 'the shut down|the shut-down|the shutting down|a shut down'],
  ['e-commerce', 'e commerce'],
  ['e-mail', 'e mail|electronic mail'],
  [
    'inner-systems',
    'remote access|internet access|network access|vpn access|computer access|domain controllers|virtual desktops|data centre|data center|data centres|data centers|electronic ordering system|electronic ordering systems|order management system|order management systems|hosted environment|network drives|information systems|shared drives',
  ],
  [
    'supplier-orders',
    'supplier payments|payments to suppliers|orders from suppliers|supplier orders|supply chain|supplier portal|ordering from suppliers',
  ],
];

/** Behind the name of a service they make it a word of something else: "store managers", "website users". */
export const OF_ANOTHER =
  "managers manager employees employee staff staffers workers worker customers customer users user visitors visitor owners owner operator operators chain chains group groups brand brands giant giants company companies firm firms data credential credentials account address addresses details information info administrator administrators administration admin page pages security shelves associates card cards group's chain's front floor floors fronts opening openings location closings numbers number name names traffic code developer developers maker provider providers vendor vendor's logs log password passwords login domain domains theme builder hosting host engineer engineers team teams director chief officer keys key address book fees fee option options tracking receipts receipt history label labels notification notifications confirmation confirmations form forms scam scams email text texts message messages messaging breach breaches attack attacks hack hacks intrusion compromise vulnerability vulnerabilities flaw flaws bug theft skimmer skimmers malware defense defence monitoring storage backup backups driver drivers partner partners platform's startup start-up business businesses industry sector market retailer retailers supplier association sales growth revenue figures visits visit manufacturer manufacturers week day season loss losses files visibility segmentation traffic restore settings requirements update updates upgrade processes-list error-page reviews review";

/** Before a system they say that it is not one of the shop's own, or not one that it runs on. */
export const FOREIGN =
  "leak dark onion tor gang's attackers' attacker's hackers' hacker's criminals' hacking phishing fake malicious extortion forum google microsoft windows linux macos android infected compromised vulnerable unpatched victim's victims' targeted target exposed security surveillance camera alarm legal justice health immune operating detection scam spoofed fraudulent lookalike cloned news social media data data-leak blog copycat third-party botnet cybercrime c2 command-and-control proxy attacker-controlled criminal commercial user's user users' organisations organizations companies businesses enterprises dns cloud-hosted";

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
  'call-centre',
  'loyalty',
]);
