import type { AttackType, DataType } from '#domain/vocabulary.ts';

/** One word of a vocabulary, with what it is called elsewhere. */
export interface VocabularyWord {
  readonly word: string;
  readonly about?: string;
  /** Data class of Have I Been Pwned. */
  readonly hibp?: string;
  /** Action or attribute of VERIS 1.4, as a path: `action.malware.variety.Ransomware`. */
  readonly veris?: string;
  /** Technique of MITRE ATT&CK, by which STIX bundles name it: `T1486`. */
  readonly attack?: string;
  /** How a STIX 2.1 bundle of an incident carries it: the label of its `incident` object. */
  readonly stix?: string;
}

type Meaning = Omit<VocabularyWord, 'word'>;

/**
 * Kinds of attack in the words of VERIS 1.4 (https://verisframework.org) and MITRE ATT&CK (https://attack.mitre.org).
 * What has no counterpart, or more than one, has none here.
 */
export const ATTACK_MEANINGS: Readonly<Record<AttackType, Meaning>> = {
  ransomware: {
    about: 'Systems or data were encrypted for a ransom.',
    veris: 'action.malware.variety.Ransomware',
    attack: 'T1486',
  },
  extortion: { about: 'Money was demanded.', veris: 'action.social.variety.Extortion', attack: 'T1657' },
  'double-extortion': {
    about: 'Data was encrypted and also stolen, to be published unless a ransom is paid.',
    veris: 'action.malware.variety.Ransomware',
  },
  'data-theft': { about: 'Data was taken.', veris: 'attribute.confidentiality.data_disclosure.Yes' },
  'social-engineering': {
    about: 'People were deceived into giving access, e.g. a help desk.',
    veris: 'action.social.variety.Pretexting',
    attack: 'T1656',
  },
  phishing: {
    about: 'Messages that pretend to come from somebody else.',
    veris: 'action.social.variety.Phishing',
    attack: 'T1566',
  },
  'credential-stuffing': {
    about: 'Passwords from elsewhere were tried.',
    veris: 'action.hacking.variety.Brute force',
    attack: 'T1110.004',
  },
  'stolen-credentials': {
    about: 'Credentials of the company or a partner were used.',
    veris: 'action.hacking.variety.Use of stolen creds',
    attack: 'T1078',
  },
  'sim-swap': { about: 'A telephone number was taken over.', attack: 'T1451' },
  'exploited-vulnerability': {
    about: 'A flaw in software was used.',
    veris: 'action.hacking.variety.Exploit vuln',
    attack: 'T1190',
  },
  'supply-chain': {
    about: 'It came through a supplier or its software.',
    veris: 'action.hacking.vector.Partner',
    attack: 'T1199',
  },
  'web-skimming': {
    about: 'Code in a web shop copied what customers typed.',
    veris: 'action.malware.variety.Capture app data',
    attack: 'T1056.003',
  },
  'pos-malware': {
    about: 'Malware on tills read cards.',
    veris: 'action.malware.variety.RAM scraper',
  },
  ddos: {
    about: 'A service was flooded with requests.',
    veris: 'action.hacking.variety.DoS',
    attack: 'T1498',
  },
  malware: { about: 'Malware, and no more is said.', veris: 'action.malware.variety.Unknown' },
  insider: { about: 'Somebody of the company did it.', veris: 'actor.internal' },
  misconfiguration: {
    about: 'Data or systems stood open by mistake.',
    veris: 'action.error.variety.Misconfiguration',
  },
  defacement: { about: 'Pages were changed.', attack: 'T1491' },
  unspecified: { about: 'An article says no more than that there was a cyber attack or incident.' },
};

const PERSONAL = 'attribute.confidentiality.data.variety.Personal';
const SENSITIVE = 'attribute.confidentiality.data.variety.Sensitive Personal';
const CREDENTIALS = 'attribute.confidentiality.data.variety.Credentials';
const PAYMENT = 'attribute.confidentiality.data.variety.Payment';
const BANK = 'attribute.confidentiality.data.variety.Bank';

/** Kinds of data in the words of Have I Been Pwned (https://haveibeenpwned.com/api/v3/dataclasses) and VERIS 1.4. */
export const DATA_MEANINGS: Readonly<Record<DataType, Meaning>> = {
  names: { hibp: 'Names', veris: PERSONAL },
  'email-addresses': { hibp: 'Email addresses', veris: PERSONAL },
  'phone-numbers': { hibp: 'Phone numbers', veris: PERSONAL },
  'physical-addresses': { hibp: 'Physical addresses', veris: PERSONAL },
  'dates-of-birth': { hibp: 'Dates of birth', veris: PERSONAL },
  genders: { hibp: 'Genders', veris: PERSONAL },
  usernames: { hibp: 'Usernames', veris: CREDENTIALS },
  passwords: { hibp: 'Passwords', veris: CREDENTIALS },
  'security-questions': { hibp: 'Security questions and answers', veris: CREDENTIALS },
  purchases: { hibp: 'Purchases', veris: PERSONAL },
  'loyalty-details': { about: 'Numbers, points or levels of a loyalty scheme.', veris: PERSONAL },
  'contact-details': { about: 'Used only where nothing more precise is said.', veris: PERSONAL },
  'payment-cards': { about: 'Usable card data.', hibp: 'Credit cards', veris: PAYMENT },
  'partial-payment-cards': { about: 'Masked digits.', hibp: 'Partial credit card data', veris: PAYMENT },
  'bank-accounts': { hibp: 'Bank account numbers', veris: BANK },
  'payment-histories': { hibp: 'Payment histories', veris: PERSONAL },
  'government-ids': { hibp: 'Government issued IDs', veris: SENSITIVE },
  'employment-records': { about: 'What an employer keeps of its staff.', veris: SENSITIVE },
  'health-data': { hibp: 'Personal health data', veris: 'attribute.confidentiality.data.variety.Medical' },
  biometrics: { hibp: 'Biometric data', veris: SENSITIVE },
  'private-messages': { hibp: 'Private messages', veris: PERSONAL },
  'ip-addresses': { hibp: 'IP addresses', veris: PERSONAL },
  'device-information': { hibp: 'Device information', veris: PERSONAL },
  'geographic-locations': { hibp: 'Geographic locations', veris: PERSONAL },
  nationalities: { hibp: 'Nationalities', veris: SENSITIVE },
  photos: { hibp: 'Photos', veris: PERSONAL },
  'gift-cards': { about: 'Codes or balances of gift cards.', veris: PAYMENT },
  'auth-tokens': {
    about: 'Access tokens, or hashes of passwords.',
    hibp: 'Auth tokens',
    veris: CREDENTIALS,
  },
  'source-code': { hibp: 'Source code', veris: 'attribute.confidentiality.data.variety.Source code' },
  'corporate-data': {
    about: 'Internal data of the company.',
    veris: 'attribute.confidentiality.data.variety.Internal',
  },
  'personal-data': { about: 'Used only where nothing more precise is said.', veris: PERSONAL },
};
