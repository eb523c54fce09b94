import type { EventSource } from '#domain/timeline.ts';
import type {
  ActorRole,
  AttackType,
  Certainty,
  ClaimKind,
  DataType,
  EventStatus,
  IncidentRole,
  IncidentState,
  ServiceState,
  Speaker,
} from '#domain/vocabulary.ts';
import { DATA_WORDS } from '#timeline/words.ts';

/** With a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 article", "2 articles". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

export const CERTAINTY: Readonly<Record<Certainty, { readonly badge: string; readonly meaning: string }>> = {
  confirmed: { badge: 'confirmed', meaning: 'Confirmed by the company hit or by an authority' },
  claimed: { badge: 'claimed by the attackers', meaning: 'Said by the attackers, about their own deeds' },
  reported: { badge: 'reported', meaning: 'Reported by media, sources or experts' },
  possible: { badge: 'possible', meaning: 'Said with a reservation: may, could, potentially' },
  denied: { badge: 'denied', meaning: 'Somebody says that it is not so' },
};

/** What an event's status adds to its certainty. */
export const STATUS: Readonly<Partial<Record<EventStatus, { readonly badge: string; readonly meaning: string }>>> = {
  disputed: { badge: 'disputed', meaning: 'Others say otherwise; both sides stand here with their words' },
  superseded: { badge: 'superseded', meaning: 'Whoever said so said otherwise later' },
};

/** How far an incident has come, as the end of a sentence. */
export const STATE: Readonly<Record<IncidentState, string>> = {
  suspected: 'suspected: nobody who must know has confirmed it',
  ongoing: 'ongoing',
  contained: 'said to be contained',
  recovering: 'recovering: some services are back',
  resolved: 'over: every service that was hit is said to be back',
};

/** As a label; a whole sentence would say "a ransomware attack". */
const ATTACK_LABELS: Partial<Readonly<Record<AttackType, string>>> = {
  ddos: 'Denial of service',
  'pos-malware': 'Malware on tills',
  'sim-swap': 'SIM swap',
  'supply-chain': 'Through a supplier',
  unspecified: 'Cyber attack, not said of which kind',
};

/** A kind of attack as a label: `double-extortion` → Double extortion. */
export const attackLabel = (type: AttackType): string => ATTACK_LABELS[type] ?? capital(type.replaceAll('-', ' '));

/** A kind of data as a label: `dates-of-birth` → Dates of birth. */
export const dataLabel = (type: DataType): string =>
  type === 'personal-data' ? 'Unspecified personal data' : capital(DATA_WORDS[type]);

export const KIND: Readonly<Record<ClaimKind, string>> = {
  attack: 'Attack',
  actor: 'Attacker',
  data: 'Data',
  people: 'People',
  service: 'Service',
  money: 'Money',
  response: 'Response',
  leak: 'Leak',
  legal: 'Law',
  date: 'Date',
};

export const ACTOR_ROLE: Readonly<Record<ActorRole, string>> = {
  perpetrator: 'said to have done it',
  'ransomware-operator': 'whose ransomware was used',
  claimant: 'claims to have done it',
  'initial-access-broker': 'said to have sold access',
  'suspect-person': 'suspect',
};

export const SERVICE_STATE: Readonly<Record<ServiceState, string>> = {
  suspended: 'suspended',
  degraded: 'disrupted',
  restored: 'restored',
  unaffected: 'said to be unaffected',
};

export const INCIDENT_ROLE: Readonly<Record<IncidentRole, string>> = {
  main: 'is about this incident',
  secondary: 'tells of it beside others',
  mention: 'mentions it',
};

const SPEAKER: Readonly<Record<Speaker, string | undefined>> = {
  victim: 'the company',
  attacker: 'the attackers',
  authority: 'an authority',
  expert: 'an expert',
  media: undefined,
  supplier: 'a supplier',
};

/** Who is heard in a quote: "Stuart Machin (the company)"; undefined where it is the outlet itself. */
export const speakerWords = ({ by, speaker }: Pick<EventSource, 'by' | 'speaker'>): string | undefined => {
  const side = SPEAKER[by];
  if (speaker === undefined) return side === undefined ? undefined : capital(side);
  return side === undefined ? capital(speaker) : `${capital(speaker)} (${side})`;
};

/** Data types that readers ask about first: silence about them is said as such. */
export const ASKED_OF_DATA: readonly DataType[] = [
  'names',
  'email-addresses',
  'phone-numbers',
  'physical-addresses',
  'dates-of-birth',
  'passwords',
  'payment-cards',
  'bank-accounts',
  'purchases',
];

const SPEAKER_LABELS: Readonly<Record<Speaker, string>> = {
  victim: 'The company',
  attacker: 'The attackers',
  authority: 'Authorities',
  expert: 'Experts',
  media: 'Media themselves',
  supplier: 'Suppliers',
};

/** A side that speaks, as a label. */
export const speakerLabel = (by: Speaker): string => SPEAKER_LABELS[by];
