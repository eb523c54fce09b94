import type { Certainty } from '#domain/vocabulary.ts';
import { BEGINNING, type Moments } from './moments.ts';
import { uuidOf } from './uuids.ts';

/** A reference to something outside of STIX. */
export interface ExternalReference {
  readonly source_name: string;
  readonly url?: string;
  readonly description?: string;
  readonly external_id?: string;
}

/** An object of STIX 2.1, as far as all of them are alike. */
export interface StixObject {
  readonly type: string;
  readonly spec_version: '2.1';
  readonly id: string;
  readonly created: string;
  /** Absent of markings, which have one version only. */
  readonly modified?: string;
  readonly [member: string]: unknown;
}

/** The id of an object: the same for the same thing in every bundle. */
export const stixId = (type: string, name: string): string => `${type}--${uuidOf(`stix:${type}`, name)}`;

/** How sure, on the scale None / Low / Med / High of STIX 2.1 (Appendix A). */
export const CONFIDENCE: Readonly<Record<Certainty, number>> = {
  confirmed: 85,
  reported: 50,
  claimed: 15,
  possible: 15,
  denied: 0,
};

/** TLP:WHITE, which is TLP:CLEAR since TLP 2.0: predefined by STIX 2.1 (7.2.1.4), must be given exactly so. */
export const TLP_WHITE: StixObject = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: 'TLP:WHITE',
  definition: { tlp: 'white' },
};

/** What stands for a name only is alike in every bundle, so its times say nothing. */
export const TIMELESS: Moments = { published: BEGINNING, updated: BEGINNING };

/** A marking that is a sentence. */
export const statementMarking = (statement: string): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: stixId('marking-definition', statement),
  created: BEGINNING,
  definition_type: 'statement',
  definition: { statement },
});

/** Makes objects of one producer under the same markings. */
export const stixMaker =
  (producer: string, markings: readonly string[]) =>
  (
    type: string,
    name: string,
    { published, updated }: Moments,
    members: Readonly<Record<string, unknown>>,
  ): StixObject => ({
    type,
    spec_version: '2.1',
    id: stixId(type, name),
    created_by_ref: producer,
    created: published,
    modified: updated,
    lang: 'en',
    object_marking_refs: markings,
    ...members,
  });

export type StixMaker = ReturnType<typeof stixMaker>;
