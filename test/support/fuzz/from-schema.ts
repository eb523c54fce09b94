import fc from 'fast-check';
import { follow, type Json } from '../contract-document.ts';

/** The keywords of JSON Schema that the contract uses, as far as values are made from them. */
interface Schema extends Json {
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const MOST_ITEMS = 4;
/** Addresses that lead nowhere (RFC 6761), so that nobody is bothered. */
const HOSTS = ['shop.invalid', 'news.invalid', 'hook.invalid'];

const day: fc.Arbitrary<string> = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const instant: fc.Arbitrary<string> = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map(date => date.toISOString());
const address: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...HOSTS), fc.webPath({ size: 'small' }))
  .map(([host, path]) => `https://${host}${path}`);

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: day,
  'date-time': instant,
  uri: address,
  'uri-reference': address,
  email: fc.constantFrom(...HOSTS).map(host => `ada@${host}`),
};

const text = ({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> => {
  if (format !== undefined && FORMATS[format] !== undefined) {
    const made = FORMATS[format];
    return pattern === undefined ? made : made.filter(value => new RegExp(pattern, 'u').test(value));
  }
  if (pattern !== undefined)
    return fc
      .stringMatching(new RegExp(pattern), { size: 'small' })
      .filter(value => value.length >= minLength && value.length <= maxLength * 4);
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 60), unit: 'grapheme-ascii' });
};

const object = ({ properties = {}, required }: Schema): fc.Arbitrary<unknown> => {
  const members = Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, fromSchema(member)]));
  const needed = Array.isArray(required) ? required.filter((name): name is string => String(name) in members) : [];
  return fc.record(members, { requiredKeys: needed });
};

const list = ({
  items = {},
  minItems = 0,
  maxItems = MOST_ITEMS,
  uniqueItems = false,
}: Schema): fc.Arbitrary<unknown> => {
  const size = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)) };
  return uniqueItems ? fc.uniqueArray(fromSchema(items), size) : fc.array(fromSchema(items), size);
};

const ofType = (schema: Schema): fc.Arbitrary<unknown> => {
  const { minimum = 0, maximum = minimum + 1000 } = schema;
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'number':
      return fc.integer({ min: minimum, max: Math.min(maximum, 1_000_000_000) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return list(schema);
    default:
      return object(schema);
  }
};

/** Values that a schema of the contract allows (formats, patterns and sizes included; `not` and conditions are not). */
export const fromSchema = (reference: Json): fc.Arbitrary<unknown> => {
  const schema = follow(reference) as Schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(fromSchema));
  if (schema.allOf !== undefined)
    return fc
      .tuple(...schema.allOf.map(fromSchema))
      .map(parts => Object.assign({}, ...parts.map(part => part as object)) as unknown);
  return ofType(schema);
};
