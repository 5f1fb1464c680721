import { z } from 'zod';
import { sceneType } from '#shared/scenes/registry.ts';

/** How one value of a scene's parameters is filled in. */
export type Field =
  /** A text in the hall's languages. */
  | { readonly is: 'text' }
  | { readonly is: 'line' }
  | { readonly is: 'medium' }
  | { readonly is: 'number'; readonly least: number | null; readonly most: number | null }
  | { readonly is: 'choice'; readonly choices: readonly string[] }
  | { readonly is: 'switch' }
  | { readonly is: 'group'; readonly fields: readonly NamedField[] }
  | { readonly is: 'list'; readonly item: Field }
  /** Fields that depend on a choice. */
  | {
      readonly is: 'variants';
      readonly key: string;
      readonly variants: Readonly<Record<string, readonly NamedField[]>>;
    }
  /** What no form fits: written as JSON. */
  | { readonly is: 'json' };

export interface NamedField {
  readonly name: string;
  readonly field: Field;
  readonly isOptional: boolean;
  /** What stands where nothing is said. */
  readonly preset: unknown;
}

interface Described {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Described;
  readonly items?: Described;
  readonly oneOf?: readonly Described[];
  readonly default?: unknown;
}

/** The form of a scene type, from the schema that checks its parameters; null for a type that nobody knows. */
export function fieldsOf(type: string): Field | null {
  const known = sceneType(type);
  return known === undefined
    ? null
    : fieldOf(z.toJSONSchema(known.params, { io: 'input', unrepresentable: 'any' }) as Described);
}

function fieldOf(schema: Described): Field {
  if (schema.oneOf !== undefined) return variantsOf(schema.oneOf);
  if (schema.enum !== undefined) return { is: 'choice', choices: schema.enum.map(String) };
  switch (schema.type) {
    case 'boolean':
      return { is: 'switch' };
    case 'integer':
    case 'number':
      return { is: 'number', least: schema.minimum ?? null, most: schema.maximum ?? null };
    case 'string':
      return { is: schema.pattern?.includes('\\/') === true ? 'medium' : 'line' };
    case 'array':
      return schema.items === undefined ? { is: 'json' } : { is: 'list', item: fieldOf(schema.items) };
    case 'object':
      if (schema.properties !== undefined) return { is: 'group', fields: namedOf(schema) };
      return schema.propertyNames === undefined ? { is: 'json' } : { is: 'text' };
    case undefined:
    default:
      return { is: 'json' };
  }
}

function namedOf({ properties = {}, required = [] }: Described): readonly NamedField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    field: fieldOf(schema),
    isOptional: !required.includes(name),
    preset: schema.default,
  }));
}

/** A union whose members differ in one constant. */
function variantsOf(members: readonly Described[]): Field {
  const [first] = members;
  const key = Object.entries(first?.properties ?? {}).find(([, schema]) => schema.const !== undefined)?.[0];
  if (key === undefined) return { is: 'json' };
  const variants = members.map((member) => [
    String(member.properties?.[key]?.const),
    namedOf(member).filter(({ name }) => name !== key),
  ]);
  return { is: 'variants', key, variants: Object.fromEntries(variants) as Record<string, readonly NamedField[]> };
}

/** A value to begin with, as empty as the field allows. */
export function emptyValue(field: Field): unknown {
  switch (field.is) {
    case 'text':
      return {};
    case 'line':
    case 'medium':
      return '';
    case 'number':
      return field.least ?? 0;
    case 'choice':
      return field.choices[0] ?? '';
    case 'switch':
      return false;
    case 'list':
      return [];
    case 'json':
      return {};
    case 'group':
      return emptyGroup(field.fields);
    case 'variants': {
      const [value = '', fields = []] = Object.entries(field.variants)[0] ?? [];
      return { [field.key]: value, ...emptyGroup(fields) };
    }
  }
}

function emptyGroup(fields: readonly NamedField[]): Record<string, unknown> {
  const needed = fields.filter(({ isOptional }) => !isOptional);
  return Object.fromEntries(needed.map(({ name, field }) => [name, emptyValue(field)]));
}
