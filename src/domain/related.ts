/**
 * How one incident stands to another. `campaign`: the same attacker hit both in one way within weeks. `supplier`: the
 * other is the firm through which this one was hit; `customer`: the reverse. `joint`: somebody spoke of both as one.
 */
export const RELATION_KINDS = ['campaign', 'supplier', 'customer', 'joint'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** An incident that has to do with another and is not the same. */
export interface Relation {
  /** Id of the other incident. */
  readonly incident: string;
  readonly title: string;
  readonly kind: RelationKind;
  /** As sentences, the strongest first. At least one. */
  readonly reasons: readonly string[];
}
