import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
import { z } from 'zod';
import { Slug } from '#shared/ids.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { Rule } from '#shared/schedule.ts';
import { Scene, Show } from '#shared/scene.ts';
import type { Command, Documents, Permission } from '#core/ports.ts';
import { obey, route, type Route } from './route.ts';

const OneDocument = z.strictObject({ id: Slug });
const Saved = z.strictObject({ id: z.string(), version: z.int() });
const Deleted = z.strictObject({ id: z.string() });

/** What an editor sends back: the version it started from, and the id where the path does not say it already. */
const { noSuch } = runRefusals;

const edited = { id: Slug.optional(), version: z.int({ error: 'the version you started from' }).min(1) };

type LibraryKind = 'scene' | 'show' | 'rule';

interface Library<Kind extends LibraryKind> {
  readonly kind: Kind;
  readonly path: string;
  readonly plural: string;
  readonly schema: z.ZodType<Documents[Kind]>;
  readonly editedSchema: z.ZodType<Omit<Documents[Kind], 'id'> & { readonly id?: string | undefined }>;
  put(document: Documents[Kind], base: number | null): Command;
  remove(id: string): Command;
}

/** The five routes that every kind of document in the library has. */
function routesOf<Kind extends LibraryKind>(library: Library<Kind>): readonly Route[] {
  const { kind, path, plural, schema, editedSchema } = library;
  const put: Permission = `${kind}.put`;
  return [
    route({
      method: 'get',
      path,
      summary: `All ${plural}`,
      needs: 'hall.see',
      answer: { status: 200, schema: z.array(schema) },
      handle: (_asked, { engine }) => ({ status: 200, body: Object.values(engine.state()[kind]) }),
    }),
    route({
      method: 'get',
      path: `${path}/:id`,
      summary: `One of the ${plural}`,
      needs: 'hall.see',
      params: OneDocument,
      answer: { status: 200, schema },
      handle({ params: { id } }, { engine }) {
        const table: Readonly<Record<string, unknown>> = engine.state()[kind];
        return Object.hasOwn(table, id) ? { status: 200, body: table[id] } : { problem: unknown(kind, id) };
      },
    }),
    route({
      method: 'post',
      path,
      summary: `Add to the ${plural}`,
      needs: put,
      body: schema,
      answer: { status: 201, schema: Saved },
      handle: (asked, parts) => obey(asked, parts, library.put(asked.body, null), 201),
    }),
    route({
      method: 'put',
      path: `${path}/:id`,
      summary: `Change one of the ${plural}; the body carries the version the change started from`,
      needs: put,
      params: OneDocument,
      body: editedSchema,
      answer: { status: 200, schema: Saved },
      handle(asked, parts) {
        const { id } = asked.params;
        if (asked.body.id !== undefined && asked.body.id !== id) return { problem: otherId(asked.body.id, id) };
        const document = { ...asked.body, id } as Documents[Kind];
        return obey(asked, parts, library.put(document, document.version));
      },
    }),
    route({
      method: 'delete',
      path: `${path}/:id`,
      summary: `Delete one of the ${plural}, if nothing uses it`,
      needs: `${kind}.delete`,
      params: OneDocument,
      answer: { status: 200, schema: Deleted },
      handle: (asked, parts) => obey(asked, parts, library.remove(asked.params.id)),
    }),
  ];
}

function unknown(kind: Parameters<typeof noSuch>[0], id: string): Problem {
  return problem('not-found', noSuch(kind, id), [{ path: 'id', message: `unknown: ${id}` }]);
}

function otherId(found: string, expected: string): Problem {
  return problem('invalid', no.otherId(found, expected), [{ path: 'id', message: `expected ${expected}` }]);
}

export const sceneRoutes = routesOf({
  kind: 'scene',
  path: '/api/scenes',
  plural: 'scenes',
  schema: Scene,
  editedSchema: Scene.extend(edited),
  put: (scene, base) => ({ type: 'scene.put', scene, base }),
  remove: (id) => ({ type: 'scene.delete', id }),
});

export const showRoutes = routesOf({
  kind: 'show',
  path: '/api/shows',
  plural: 'shows',
  schema: Show,
  editedSchema: Show.extend(edited),
  put: (show, base) => ({ type: 'show.put', show, base }),
  remove: (id) => ({ type: 'show.delete', id }),
});

export const ruleRoutes = routesOf({
  kind: 'rule',
  path: '/api/schedule',
  plural: 'rules of the schedule',
  schema: Rule,
  editedSchema: Rule.extend(edited),
  put: (rule, base) => ({ type: 'rule.put', rule, base }),
  remove: (id) => ({ type: 'rule.delete', id }),
});
