import type { Service, ServiceState } from '#domain/vocabulary.ts';

/** Verbs that put a service into a state; with a particle behind `+` only together with it. */
export interface StateVerbs {
  readonly state: ServiceState;
  /** Base forms; irregular ones as `base/third/past/participle/ing`. */
  readonly words: string;
  /** Also said of the service itself, without an object: "the tills stopped". */
  readonly ergative?: true;
  /** Only said of the service itself. */
  readonly intransitive?: true;
  /** Says little of systems, sites and shops, which are also "hit" or "affected" by a theft of data. */
  readonly weak?: true;
  readonly only?: readonly Service[];
}

export const STATE_VERBS: readonly StateVerbs[] = [
  {
    state: 'suspended',
    words:
      'suspend disable cancel postpone discontinue deactivate disconnect unplug withdraw/withdraws/withdrew/withdrawn/withdrawing cripple paralyse paralyze sever shutter immobilise immobilize incapacitate block defer scrap',
  },
  {
    state: 'suspended',
    ergative: true,
    words:
      'pause halt stop/stops/stopped/stopped/stopping shut/shuts/shut/shut/shutting close cease freeze/freezes/froze/frozen/freezing crash stall',
  },
  { state: 'suspended', intransitive: true, words: 'collapse malfunction' },
  {
    state: 'degraded',
    words:
      'disrupt delay restrict limit/limits/limited/limited/limiting interrupt hamper hinder hobble impair degrade curtail snarl plague reschedule complicate jam/jams/jammed/jammed/jamming impede constrain divert',
  },
  { state: 'degraded', ergative: true, words: 'slow' },
  { state: 'degraded', weak: true, words: 'affect impact hit/hits/hit/hit/hitting' },
  {
    state: 'degraded',
    only: ['internal-systems'],
    words: 'encrypt lock scramble',
  },
  {
    state: 'restored',
    words:
      'restore reinstate reactivate re-enable reenable reconnect revive recover/recovers/recovered/recovered/recovering',
  },
  { state: 'restored', ergative: true, words: 'resume restart reopen re-open relaunch' },
];

/** Light verbs: what stands behind their object, or right behind them, says the state. */
export const LIGHT_VERBS =
  'take takes took taken taking bring brings brought bringing knock knocks knocked knocking switch switches switched switching turn turns turned turning pull pulls pulled pulling kick kicks kicked kicking force forces forced forcing put puts putting get gets got getting go goes went gone going come comes came coming move moves moved moving send sends sent sending shut shuts shutting close closed closing power powered powering cut cuts cutting crash crashed crashing render renders rendered rendering leave leaves left leaving make makes made making keep keeps kept keeping have has had having grind ground grinding drive driven drove return returned returns returning fall fell fallen become became becomes becoming stay stayed stays staying remain remains remained remaining be is are was were been being am seem seems seemed see saw seen seeing order ordered log logged';
/** Of these only, "down" and "out" say that something no longer runs. */
export const DOWNING =
  'take takes took taken taking bring brings brought bringing knock knocks knocked knocking shut shuts shutting close closed closing power powered powering go goes went gone going is are was were been being be stay stayed stays staying remain remains remained remaining pull pulled pulling crash crashed crashing leave left leaving keep kept keeping came come coming have had has having force forced forcing fell fallen';

/** Said of what stands before them, or of what a light verb has brought there: "offline", "out of action". */
export interface StateWords {
  readonly state: ServiceState;
  readonly words: string;
  /** Counts only behind a light verb or right behind the service with one before it. */
  readonly down?: true;
  /** Counts only behind "still", "remain", "continue": alone it says nothing. */
  readonly kept?: true;
  readonly only?: readonly Service[];
}

export const STATE_WORDS: readonly StateWords[] = [
  {
    state: 'suspended',
    words:
      'offline|off-line|off line|unavailable|inaccessible|unreachable|unusable|inoperable|inoperative|nonfunctional|non-functional|non-operational|unresponsive|out of action|out of service|out of order|out of operation|out of use|on hold|at a standstill|to a standstill|to a halt|to a grinding halt|to a complete halt|to a sudden halt|on ice|dark|idle|still not back|nonoperational',
  },
  { state: 'suspended', down: true, words: 'down|out|off' },
  {
    state: 'degraded',
    words:
      'partially down|partly down|partially offline|partially closed|partially unavailable|running late|late|intermittent|patchy|spotty|sluggish|glitchy|overloaded|overwhelmed|slower|slow|backed up|behind schedule|bumpy|erratic',
  },
  {
    state: 'restored',
    words:
      'back online|back on-line|back to life|back in business|back on stream|back from the dead|alive again|back up and running|back up|back to normal|back in action|back in operation|back in service|back working|back open|back on track|back|up and running|to normal|to normal levels|to normal operation|to normal operations|to operation|to full operation|to full capacity|to service|fully operational|fully restored|now operational|at full availability|at 100 percent availability|at 100 per cent availability|at 100% availability|working again|available again|open again|live again|running again|online again|again available|operational again|up again|now online|now available|normal again|now working|accessible again|now open',
  },
  {
    state: 'unaffected',
    words:
      'unaffected|unimpacted|untouched|uninterrupted|undisrupted|undamaged|as normal|as usual|as scheduled|as planned|normally|intact|safe to use|safe to shop|taking place|going ahead|safe to shop at|not in question',
  },
  {
    state: 'unaffected',
    words:
      'open|work|works|worked|function|functions|operate|operates|trade|run|operational|functional|available|working|functioning|running|operating|accessible|online|live|up|usable|in operation|trading|in service|open for business|possible|reachable|responding|loading',
    kept: true,
  },
];

/** The mishaps, as nouns before or behind the service. */
export const MISHAPS: readonly StateWords[] = [
  {
    state: 'suspended',
    words:
      'outage outages closure closures shutdown shutdowns shut-down suspension suspensions stoppage stoppages blackout halt pause shuttering unavailability downtime cancellation cancellations crash loss standstill',
  },
  {
    state: 'degraded',
    words:
      'disruption disruptions interruption interruptions delay delays problem problems issue issues trouble difficulty difficulties glitch glitches failure failures slowdown slowdowns backlog backlogs chaos fault faults malfunction limitation limitations restrictions',
  },
  { state: 'degraded', words: 'impact impacts effect effects' },
  { state: 'restored', words: 'restoration resumption reopening' },
];
