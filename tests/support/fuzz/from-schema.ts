import {
  array,
  boolean,
  constant,
  dictionary,
  double,
  integer,
  jsonValue,
  oneof,
  option,
  record,
  sample,
  string,
  stringMatching,
  type Arbitrary,
} from 'fast-check';
import { z } from 'zod';

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Values as a schema asks for them, or nearly so: refinements that JSON Schema cannot say are not kept. */
export function samplesOf(schema: z.ZodType, seed: number, count: number): readonly unknown[] {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return sample(arbitraryOf(described, described, 0), { seed, numRuns: count });
}

const deepest = 8;

function arbitraryOf(schema: JsonSchema, root: JsonSchema, depth: number): Arbitrary<unknown> {
  const inner = (of: JsonSchema): Arbitrary<unknown> => arbitraryOf(of, root, depth + 1);
  if (depth > deepest) return constant(null);
  if (schema.$ref !== undefined) return inner(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return constant(schema.const);
  if (schema.enum !== undefined) return oneof(...schema.enum.map((value) => constant(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return oneof(...choices.map(inner));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, inner);
    case 'array':
      return schema.prefixItems === undefined
        ? array(inner(schema.items ?? {}), { minLength: Math.min(schema.minItems ?? 0, 3), maxLength: 3 })
        : array(oneof(...schema.prefixItems.map(inner)), { maxLength: 3 });
    case 'string':
      return schema.pattern === undefined ? string({ maxLength: 30 }) : matching(schema.pattern);
    case 'integer':
      return integer({ min: Math.max(schema.minimum ?? -1000, -1e6), max: Math.min(schema.maximum ?? 1000, 1e6) });
    case 'number':
      return double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return boolean();
    case 'null':
      return constant(null);
    case undefined:
    default:
      return jsonValue({ maxDepth: 2 });
  }
}

function objectOf(schema: JsonSchema, inner: (of: JsonSchema) => Arbitrary<unknown>): Arbitrary<unknown> {
  const { properties, required = [], additionalProperties, propertyNames } = schema;
  if (properties === undefined) {
    const of = typeof additionalProperties === 'object' ? inner(additionalProperties) : jsonValue({ maxDepth: 1 });
    const name = propertyNames?.pattern === undefined ? string({ maxLength: 8 }) : matching(propertyNames.pattern);
    return dictionary(name, of, { minKeys: 1, maxKeys: 3 });
  }
  const optional = Object.entries(properties).map(([name, of]) => {
    const value = inner(of);
    return [name, required.includes(name) ? value : option(value, { nil: undefined })] as const;
  });
  return record(Object.fromEntries(optional));
}

/** Patterns that fast-check cannot walk backwards give any string. */
function matching(pattern: string): Arbitrary<string> {
  try {
    return stringMatching(new RegExp(pattern, 'u'), { maxLength: 30 });
  } catch (error) {
    if (error instanceof Error) return string({ maxLength: 30 });
    throw error;
  }
}
