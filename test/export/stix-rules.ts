/**
 * What STIX 2.1 (OASIS Standard, 10 June 2021) demands of the objects that are exported, as far as they are used here:
 * members that are required, forms of ids and times, references that resolve, and `modified` not before `created`.
 */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'marking-definition': ['definition_type', 'definition'],
  identity: ['name', 'created_by_ref', 'modified'],
  incident: ['name', 'modified'],
  'intrusion-set': ['name', 'modified'],
  'threat-actor': ['name', 'modified'],
  relationship: ['relationship_type', 'source_ref', 'target_ref', 'modified'],
  report: ['name', 'published', 'object_refs', 'modified'],
  note: ['content', 'object_refs', 'modified'],
  opinion: ['opinion', 'object_refs', 'modified'],
};
const OPINIONS = ['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'];
const ID = /^([a-z][a-z0-9-]+)--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

type Members = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

const referencesOf = (object: Members): readonly unknown[] =>
  Object.entries(object).flatMap(([name, value]) =>
    name.endsWith('_ref') ? [value] : name.endsWith('_refs') && Array.isArray(value) ? value : [],
  );

const emptyMembers = (value: unknown, place: string): readonly string[] => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [`${place} is empty`];
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => emptyMembers(one, `${place}.${name}`)) : [];
};

const faultsOf = (object: Members, ids: ReadonlySet<unknown>): readonly string[] => {
  const { type, id, created, modified, external_references: links } = object;
  const name = String(id);
  const times = [created, modified, object['published']].filter(time => time !== undefined);
  return [
    ...(ID.exec(name)?.[1] === type ? [] : [`${name} is no id of a ${type}`]),
    ...(object['spec_version'] === '2.1' ? [] : [`${name} has no spec_version`]),
    ...(REQUIRED[String(type)] ?? [`type ${type}`]).flatMap(member =>
      object[member] === undefined ? [`${name}: ${member} is missing`] : [],
    ),
    ...times.flatMap(time => (TIME.test(String(time)) ? [] : [`${name}: ${time} is no time`])),
    ...(modified !== undefined && String(modified) < String(created) ? [`${name} is modified before created`] : []),
    ...referencesOf(object).flatMap(one => (ids.has(one) ? [] : [`${name}: ${one} leads nowhere`])),
    ...(type === 'opinion' && !OPINIONS.includes(String(object['opinion'])) ? [`${name}: no opinion`] : []),
    ...(Array.isArray(links) ? links : []).flatMap(link =>
      isObject(link) && link['source_name'] && (link['url'] ?? link['description'] ?? link['external_id'])
        ? []
        : [`${name}: a reference without a source`],
    ),
    ...emptyMembers(object, name),
  ];
};

/** What is wrong with a bundle, a line each. */
export const stixFaults = (bundle: object): readonly string[] => {
  const objects = 'objects' in bundle && Array.isArray(bundle.objects) ? (bundle.objects as Members[]) : [];
  const ids = new Set<unknown>(objects.map(({ id }) => id));
  return [
    ...(ids.size === objects.length ? [] : ['an id stands twice']),
    ...objects.flatMap(object => faultsOf(object, ids)),
  ];
};
