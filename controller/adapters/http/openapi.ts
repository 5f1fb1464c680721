import { z } from 'zod';
import { revisionHeader } from '#shared/commands.ts';
import { Problem } from '#shared/problem.ts';
import type { Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of the route table: the schemas that validate are the ones that describe. */
export function openapi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([a-z]+)/gi, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shanyraq',
      version,
      description: 'The controller of an exhibition hall. Instants are ISO 8601 in UTC, errors are problem documents.',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'shanyraq_session' } },
    },
  };
}

function operation({ method, summary, needs, params, query, body, conflict, answer }: Route): Json {
  const repeatable = method === 'post' ? [idempotencyKey] : [];
  return {
    summary,
    'x-permission': needs,
    security: needs === 'open' ? [] : [{ session: [] }],
    parameters: [...parametersIn('path', params), ...parametersIn('query', query), ...repeatable],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } } }),
    responses: {
      [answer.status]: {
        description: summary,
        ...(method === 'get' ? {} : { headers: { [revisionHeader]: revisionDescribed } }),
        ...(answer.schema === null ? {} : { content: { 'application/json': { schema: jsonSchema(answer.schema) } } }),
      },
      ...(conflict === undefined ? {} : { 409: { ...refused, description: conflict } }),
      default: refused,
    },
  };
}

const refused: Json = {
  description: 'Refused, with what happened, where, and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key again has no second effect, and gets the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const revisionDescribed: Json = {
  required: false,
  description: 'The revision of the hall that has what was asked for; absent where the hall’s state has no part in it.',
  schema: { type: 'integer' },
};

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined): readonly Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

/** As the caller writes it: before defaults are filled in. */
function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return described;
}
