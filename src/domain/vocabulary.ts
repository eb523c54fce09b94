/**
 * The controlled vocabularies. Each `as const` array is the one source of the type, the validator, the database check
 * and the enum of `openapi.yaml` (tests compare them).
 */
export const GENRES = ['news', 'roundup', 'explainer', 'opinion', 'advice', 'statement', 'other'] as const;
export const INCIDENT_ROLES = ['main', 'secondary', 'mention'] as const;
export const CERTAINTIES = ['confirmed', 'claimed', 'reported', 'possible', 'denied'] as const;
export const SPEAKERS = ['victim', 'attacker', 'authority', 'expert', 'media', 'supplier'] as const;
export const SUBJECTS = ['customer', 'employee', 'supplier', 'other'] as const;
export const POLARITIES = ['taken', 'not-taken'] as const;
export const ATTACK_TYPES = [
  'ransomware',
  'extortion',
  'double-extortion',
  'data-theft',
  'social-engineering',
  'phishing',
  'credential-stuffing',
  'stolen-credentials',
  'sim-swap',
  'exploited-vulnerability',
  'supply-chain',
  'web-skimming',
  'pos-malware',
  'ddos',
  'malware',
  'insider',
  'misconfiguration',
  'defacement',
  'unspecified',
] as const;
export const ACTOR_ROLES = [
  'perpetrator',
  'ransomware-operator',
  'claimant',
  'initial-access-broker',
  'suspect-person',
] as const;
/** HIBP data classes as slugs, with the additions that the retail press needs. */
export const DATA_TYPES = [
  'names',
  'email-addresses',
  'phone-numbers',
  'physical-addresses',
  'dates-of-birth',
  'genders',
  'usernames',
  'passwords',
  'security-questions',
  'purchases',
  'loyalty-details',
  'contact-details',
  'payment-cards',
  'partial-payment-cards',
  'bank-accounts',
  'payment-histories',
  'government-ids',
  'employment-records',
  'health-data',
  'biometrics',
  'private-messages',
  'ip-addresses',
  'device-information',
  'geographic-locations',
  'nationalities',
  'photos',
  'gift-cards',
  'auth-tokens',
  'source-code',
  'corporate-data',
  'personal-data',
] as const;
export const QUALIFIERS = ['exact', 'about', 'at-least', 'up-to'] as const;
export const PEOPLE_SENSES = ['affected', 'context'] as const;
export const SERVICES = [
  'online-orders',
  'website',
  'app',
  'contactless',
  'card-payments',
  'click-and-collect',
  'gift-cards',
  'loyalty',
  'returns',
  'deliveries',
  'stock',
  'stores',
  'suppliers',
  'internal-systems',
  'call-centre',
  'recruitment',
  'payroll',
  'production',
] as const;
export const SERVICE_STATES = ['suspended', 'degraded', 'restored', 'unaffected'] as const;
export const MONEY_METRICS = [
  'market-value',
  'share-price',
  'profit',
  'sales',
  'cost',
  'insurance',
  'ransom-demand',
  'ransom-payment',
  'fine',
  'settlement',
  'compensation',
] as const;
export const MONEY_PERIODS = ['day', 'week', 'month'] as const;
export const RESPONSE_ACTIONS = [
  'contained',
  'systems-offline',
  'experts-engaged',
  'regulator-notified',
  'law-enforcement-notified',
  'authorities-notified',
  'customers-notified',
  'employees-notified',
  'password-reset',
  'credit-monitoring',
  'compensation-offered',
  'apology',
  'ransom-refused',
  'ransom-paid',
  'law-enforcement-investigating',
  'regulator-investigating',
  'security-improved',
] as const;
export const LEAK_STATES = ['published', 'not-published', 'for-sale', 'threatened', 'sample-shared'] as const;
export const LEGAL_ACTIONS = [
  'arrest',
  'charge',
  'plea',
  'conviction',
  'sentence',
  'lawsuit',
  'settlement',
  'fine',
  'investigation',
  'hearing',
] as const;
export const DATE_EVENTS = [
  'intrusion',
  'attack',
  'discovered',
  'disclosed',
  'service-suspended',
  'service-restored',
  'data-theft-confirmed',
  'claimed',
  'leaked',
  'arrest',
  'court',
  'results',
  'expected-recovery',
  'other',
] as const;
export const DATE_PRECISIONS = ['day', 'month', 'year', 'about'] as const;
export const CLAIM_KINDS = [
  'attack',
  'actor',
  'data',
  'people',
  'service',
  'money',
  'response',
  'leak',
  'legal',
  'date',
] as const;
/** What is to be thought of an event: how sure it is, or that others say otherwise, or that its speaker has moved on. */
export const EVENT_STATUSES = [...CERTAINTIES, 'disputed', 'superseded'] as const;
/** How far an incident has come, as far as the reports tell. */
export const INCIDENT_STATES = ['suspected', 'ongoing', 'contained', 'recovering', 'resolved'] as const;
/** What kind of publisher a source is. */
export const PUBLISHER_KINDS = ['news', 'trade-press', 'security-press', 'regulator', 'company'] as const;

export type Genre = (typeof GENRES)[number];
export type IncidentRole = (typeof INCIDENT_ROLES)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type Speaker = (typeof SPEAKERS)[number];
export type Subject = (typeof SUBJECTS)[number];
export type Polarity = (typeof POLARITIES)[number];
export type AttackType = (typeof ATTACK_TYPES)[number];
export type ActorRole = (typeof ACTOR_ROLES)[number];
export type DataType = (typeof DATA_TYPES)[number];
export type Qualifier = (typeof QUALIFIERS)[number];
export type PeopleSense = (typeof PEOPLE_SENSES)[number];
export type Service = (typeof SERVICES)[number];
export type ServiceState = (typeof SERVICE_STATES)[number];
export type MoneyMetric = (typeof MONEY_METRICS)[number];
export type MoneyPeriod = (typeof MONEY_PERIODS)[number];
export type ResponseAction = (typeof RESPONSE_ACTIONS)[number];
export type LeakState = (typeof LEAK_STATES)[number];
export type LegalAction = (typeof LEGAL_ACTIONS)[number];
export type DateEvent = (typeof DATE_EVENTS)[number];
export type DatePrecision = (typeof DATE_PRECISIONS)[number];
export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type EventStatus = (typeof EVENT_STATUSES)[number];
export type IncidentState = (typeof INCIDENT_STATES)[number];
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

/** How strong a certainty is: of two statements of one fact the stronger leads, and a denial never does. */
export const CERTAINTY_STRENGTH: Readonly<Record<Certainty, number>> = {
  confirmed: 4,
  claimed: 3,
  reported: 2,
  possible: 1,
  denied: 0,
};
