import type { EventSource } from '#domain/timeline.ts';
import type {
  ActorRole,
  Certainty,
  ClaimKind,
  DataType,
  IncidentRole,
  ServiceState,
  Speaker,
} from '#domain/vocabulary.ts';

/** Slugs of the vocabularies whose words are not just the slug with spaces. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'bank-accounts': 'bank account details',
  'call-centre': 'call centre',
  ddos: 'DDoS',
  'gift-cards': 'gift cards',
  'government-ids': 'government IDs',
  'ip-addresses': 'IP addresses',
  'partial-payment-cards': 'partial or masked payment card details',
  'payment-cards': 'payment card details',
  'personal-data': 'personal data (not said which)',
  'pos-malware': 'point-of-sale malware',
  'sim-swap': 'SIM swap',
  'supply-chain': 'through a supplier',
  unspecified: 'cyber attack (not said which kind)',
};

/** A slug of a vocabulary in words: `dates-of-birth` → dates of birth. */
export const words = (slug: string): string => EXCEPTIONS[slug] ?? slug.replaceAll('-', ' ');

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

/** Data types offered as filters: those that readers ask for first. */
export const ASKED_DATA: readonly DataType[] = ['names', 'email-addresses', 'passwords', 'payment-cards'];
