import type { Service, ServiceState } from '#domain/vocabulary.ts';
import { type Gated, gated } from '../../gate/index.ts';
import type { StatedService } from './states.ts';

interface Phrase {
  readonly service: Service;
  readonly state: ServiceState;
  readonly pattern: Gated;
}

/** Sayings that tell a service's state as a whole. */
const PHRASES: readonly Phrase[] = [
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\b(?:empty|bare|emptied|depleted|half-empty)(?: [a-z]+){0,2} shelves\b|\bshelves (?:\w+ ){0,3}(?:empty|bare|unstocked|depleted)\b/g,
    ),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\b(?:gaps?|shortages?|items missing|products missing|stock missing) (?:on|of \w+ on|in|from)(?: [a-z]+){0,3} (?:shelves|stores|shops|supermarkets)\b/g,
    ),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\b(?:product|stock|food|grocery|supply|availability|inventory) (?:shortages?|gaps|issues|problems)\b/g,
    ),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(/\b(?:reduced|limited|lower|poor|reduction in)(?: (?:product|stock|food))? availability\b/g),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\b(?:in (?:very )?short supply|(?:r[au]n(?:s|ning)?|sold) (?:out of|short of|low on) (?!time\b|money\b|cash\b|patience\b|options\b|space\b)[a-z]|disrupt(?:ed|ions?)(?: (?:to|in|of|with))? (?:the |its |store |stock )?replenish\w+|replenish\w+ (?:of (?:[\w-]+ ){1,4})?(?:was|were) (?:interrupted|disrupted|delayed|halted)|availability of (?:[\w-]+ ){1,6}(?:is|was|remains?|has been|had been) (?:currently |still )?(?:limited|reduced|restricted|affected|low|poor))/g,
    ),
  },
  {
    service: 'stock',
    state: 'restored',
    pattern: gated(
      /\b(?:fully|well) (?:re)?stocked\b|\bshelves (?:are|were|have been) (?:fully )?(?:full|refilled|restocked)\b/g,
    ),
  },
  {
    service: 'deliveries',
    state: 'degraded',
    pattern: gated(
      /\bdeliver(?:y|ies) (?:[\w-]+ ){0,5}(?:cut back|scaled back|thinned out|reduced|rationed)\b|\bdeliver(?:y|ies) (?:may|might|could|will|would|is|are) (?:be )?(?:tak(?:e|ing) longer|longer)\b/g,
    ),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\b(?:struggl\w+|unable|difficult\w*) to (?:get|keep|restock|replenish|put)(?: [a-z]+){0,4} (?:shelves|stocked|stock)\b|\bout of stock\b/g,
    ),
  },
  {
    service: 'internal-systems',
    state: 'degraded',
    pattern: gated(
      /\b(?:(?:revert|switch|resort|turn|mov|fall|fell|rely|relying|forc|using|work|operat|went|gone|go|fulfil|process|conduct)[a-z]*(?: (?!not\b)[a-z]+){0,6},? (?:pen[- ]and[- ]paper|paper[- ]and[- ]pen(?:cil)?|on paper|paper-based \w+|paper records|by hand|(?:to|by|on|with) (?:fax|clipboards?|spreadsheets))\b|(?:revert|switch|resort|forc)[a-z]*(?: (?!not\b)[a-z]+){0,6} manual(?:ly)?\b|manual (?:processes|workarounds|systems|work-arounds)|(?:staff|employees|workers|colleagues) (?:were |are |being )?unable to (?:clock|log|access|work)\b(?: \w+){0,4})/g,
    ),
  },
  {
    service: 'card-payments',
    state: 'suspended',
    pattern: gated(
      /\bcash[- ]only\b|\bonly (?:accept\w*|tak\w+|pay\w*) (?:in |with |by )?cash\b|\b(?:accept\w*|tak\w+|pay\w*) (?:only (?:in |with |by )?cash|(?:in |with |by )?cash only)\b/g,
    ),
  },
  { service: 'website', state: 'unaffected', pattern: gated(/\bavailable to browse(?: online)?\b/g) },
  {
    service: 'suppliers',
    state: 'degraded',
    pattern: gated(/\bsuppliers\b(?: [a-z]+){0,4} (?:pen and paper|manual\w*|paper|in person)\b/g),
  },
  {
    service: 'website',
    state: 'degraded',
    pattern: gated(
      /\bproblems? with (?:the|its|our) (?:\w+ )?(?:function|feature|search|page)s?(?: \w+)? on (?:the|its|our) (?:web)?site\b/g,
    ),
  },
  { service: 'stores', state: 'suspended', pattern: gated(/\bstore closures?\b/g) },
  {
    service: 'stores',
    state: 'unaffected',
    pattern: gated(/\b(?:open|opened|remain\w*) for business\b|\bopen as (?:usual|normal)\b/g),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\b(?:ran|run|running) (?:short|low|out of stock)\b|\bin short supply\b|\bstock (?:did|does|has|could|was) not (?:reach|arriv|be deliver)\w*|\bwithout (?:gas|fuel|petrol|stock)\b|\bcaus\w+ shortages\b/g,
    ),
  },
  {
    service: 'deliveries',
    state: 'degraded',
    pattern: gated(
      /\b(?:wait\w*|tak\w+) (?:\w+ ){0,2}longer (?:for|to) (?:(?:your|their|the|get|our) )?(?:parcels?|deliver\w*|orders?|arrive|receive|ship|fulfil\w*)\b|\b(?:parcels?|orders|packages|shipments) (?:\w+ ){0,2}(?:may|will|could|might|would|were|are|have been) (?:be |arriv\w+ |been )?(?:late|later|delayed|held up)\b/g,
    ),
  },
  {
    service: 'internal-systems',
    state: 'suspended',
    pattern: gated(
      /\b(?:suffer|experienc|caus|fac|battl|report|announc|trigger)(?:ed|es|ing|e|s)? (?:a|an|the|its|from an?) (?:(?:global|major|massive|widespread|nationwide|huge|serious|prolonged|multi-day|it|system|systems|network|computer|technology|service|operational|company-wide|ongoing|significant|week-long) ){0,3}outages?\b(?! (?:of|at|on|to|in|across|affecting) (?:its|the|our|their) (?:web|app|online|site|phone))/g,
    ),
  },
  {
    service: 'internal-systems',
    state: 'degraded',
    pattern: gated(
      /\b(?:attack|cyber-?attack|incident|hack|breach|ransomware|event|outage)(?: that| which)? (?:has |have |had )?(?:disrupt|hamper|interrupt|impact)(?:ed|s|ing) (?:its|our|their|the (?:company|firm|retailer|chain|group)'s|some of its|parts of its)(?: (?:business|daily|day-to-day|internal|it|global))? (?:operations|activities)\b|\bwithout (?:the support of )?(?:computer|it) systems\b/g,
    ),
  },
  {
    service: 'internal-systems',
    state: 'restored',
    pattern: gated(
      /\brestored (?:over |more than |about |almost |nearly |around |some )?\d+ ?(?:%|per ?cent) of (?:its|our|the|their) (?:[a-z]+ )?(?:systems|servers|network|operations)\b|\b(?:able|managed) to (?:bring|get) (?:its |our |their |the |all )?(?:operations|systems) back\b/g,
    ),
  },
  {
    service: 'website',
    state: 'suspended',
    pattern: gated(
      /\bweb ?sites? (?:(?:is|was|are|were|currently|now|still|remains?|remained) ){0,3}(?:under|in|down for) maintenance\b|\b(?:web ?)?sites? (?:currently |now |only |simply |still )?(?:display|show|return|carri|carry|serv|greet)\w* (?:[a-z]+ ){0,3}(?:error|maintenance|holding|outage)\b|\b(?:met|greeted) (?:with|by) (?:an? |the )?(?:[a-z]+ ){0,2}(?:error|maintenance|holding|outage) (?:page|message|notice|screen)\b|\b(?:error|maintenance|holding) (?:page|message|notice) on (?:its|the|their|our) (?:[a-z]+ )?(?:web ?)?site\b/g,
    ),
  },
  {
    service: 'online-orders',
    state: 'suspended',
    pattern: gated(
      /\b(?:not|no longer|isn't|aren't) (?:[a-z]+ )?(?:accepting|taking|processing) (?:any |new |further |customer )*(?:online|web|internet|digital) (?:[a-z]+ )?orders\b/g,
    ),
  },
  {
    service: 'stores',
    state: 'degraded',
    pattern: gated(
      /\b(?:shoppers|customers) (?:could not|couldn't|cannot|can't|were unable to|unable to) check ?out\b/g,
    ),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\b(?:fac|report|experienc|suffer|warn|caus|see)\w* (?:of )?(?:[a-z]+ ){0,2}shortages? (?:in|of|on) (?!(?:staff|labou?r|workers|talent|skills|drivers|cash|chips)\b)/g,
    ),
  },
  {
    service: 'returns',
    state: 'suspended',
    pattern: gated(
      /\b(?:goods|items|products|purchases|things)(?: \w+){0,3} (?:could|can|cannot) ?(?:not )?be (?:returned|refunded|exchanged)\b/g,
    ),
  },
  {
    service: 'website',
    state: 'suspended',
    pattern: gated(/\b(?:has|have|had|was|is|with|without|-) ?no (?:working )?(?:web ?sites?)(?=[,.;-]| or | and )/g),
  },
  {
    service: 'internal-systems',
    state: 'suspended',
    pattern: gated(
      /\b(?:no|without) (?:working )?(?:e-?mails?|internet|computers|phones|wi-?fi)(?=[,.;-]| or (?:the )?(?:internet|phones?|computers|e-?mail)| and )/g,
    ),
  },
  {
    service: 'stock',
    state: 'degraded',
    pattern: gated(
      /\bavailability (?:of (?:[a-z]+ ){1,4}|in (?:[a-z]+ ){0,2}stores? |on shelves )?(?:suffered|dropped|fell|worsened|was hit|was affected|has been hit|has been affected|has suffered|remains? patchy|is patchy)\b|\b(?:lines|products|items|groceries|goods) (?:had |have |has )?(?:run|ran|sold) out\b/g,
    ),
  },
  {
    service: 'stock',
    state: 'restored',
    pattern: gated(
      /\bshelves (?:are|were|have been) (?:now |almost |nearly )?(?:full|fully stocked|restocked|stocked)\b|\b(?:availability|stock levels?) (?:is|are|was|were|has|have|had) (?:now |nearly |almost |largely )?(?:returned|back|recovered)(?: to normal)?\b/g,
    ),
  },
  {
    service: 'payroll',
    state: 'degraded',
    pattern: gated(
      /\b(?:staff|employees|workers|colleagues) (?:(?:were|was|are|have been|had been|has been) )(?:paid late|not (?:been )?paid|underpaid|unpaid|short-?changed)\b|\bpay(?:ing)? (?:its |their |the )?(?:staff|employees|workers|wages) (?:late|by hand|manually)\b/g,
    ),
  },
  {
    service: 'suppliers',
    state: 'degraded',
    pattern: gated(
      /\b(?:suppliers|vendors|farmers|growers) (?:were|was|are|have|had|has|went) (?:not (?:been |being )?paid|been paid late|paid late|unpaid)\b|\b(?:delay\w*|late) payments? to (?:[a-z]+ ){0,2}(?:suppliers|vendors|farmers|growers)\b/g,
    ),
  },
  {
    service: 'stores',
    state: 'suspended',
    pattern: gated(/\b(?:close[sd]?|closing|shut|shuts|shutting) (?:all )?(?:(?:of )?its|their) doors\b/g),
  },
  {
    service: 'stores',
    state: 'restored',
    pattern: gated(
      /\bre-?open(?:s|ed) (?:all )?(?:its|their) doors\b|\bopen(?:s|ed) (?:its|their) doors (?:again|once more)\b/g,
    ),
  },
  {
    service: 'stores',
    state: 'degraded',
    pattern: gated(
      /\b(?:long|lengthy|huge|growing) (?:queues|lines) (?:formed |built up |were seen )?(?:at|in) (?:the |its |their )?(?:tills|checkouts?|stores|shops|registers)\b|\b(?:hand-?written|paper) receipts\b/g,
    ),
  },
  {
    service: 'deliveries',
    state: 'degraded',
    pattern: gated(/\b(?:late|missed|delayed|slower) (?:home )?(?:deliveries|parcels|shipments)\b/g),
  },
  {
    service: 'call-centre',
    state: 'degraded',
    pattern: gated(
      /\b(?:long(?:er)?|lengthy|hours-long) (?:waits?|waiting times|queues|delays) (?:on|for|at) (?:the |its |their )?(?:phones?|telephone|helpline|call cent(?:re|er)|customer service)\b|\bcalls (?:to [a-z ]{1,30} )?(?:went|go|going|were|are) unanswered\b/g,
    ),
  },
];

/** "To avoid leaving shelves bare": it has not come to that. */
const FEARED = /\b(?:avoid|prevent|risk|fear)\w*\b[^.;,]{0,40}$/;

/** Services whose state a plain sentence tells by a saying: "empty shelves", "cash only", "manual processes". */
export const statesBySaying = (letters: string): readonly StatedService[] =>
  PHRASES.flatMap(({ service, state, pattern }) =>
    pattern
      .all(letters)
      .filter(({ index }) => !FEARED.test(letters.slice(Math.max(0, index - 60), index)))
      .map(match => ({
        service,
        state,
        start: match.index,
        end: match.index + match[0].length,
        at: match.index,
        // "no website", "stock did not arrive": the saying's own
        ...(/\b(?:no|not|without|unable|cannot|couldn't|can't|isn't|aren't)\b/.test(match[0]) ? { settled: true } : {}),
      })),
  );
