import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../controller/adapters/http/routes.ts';
import {
  kindsOfActor,
  startWholeController,
  type KindOfActor,
  type WholeController,
} from '../support/whole-controller.ts';

let hall: WholeController;
beforeAll(async () => {
  // Nobody is turned away for asking often: what is asked here is who may.
  hall = await startWholeController({ known: 1e6, strangers: 1e6 });
});
afterAll(() => hall.stop());

// Who is let in. Written down by hand, and not read from the code: that is the point.
const everybody = kindsOfActor;
const seeing: readonly KindOfActor[] = ['viewer', 'operator', 'curator', 'technician', 'admin', 'limited', 'key'];
const people = seeing.filter((kind) => kind !== 'key');
const running: readonly KindOfActor[] = ['operator', 'admin', 'limited'];
const announcing: readonly KindOfActor[] = ['operator', 'technician', 'admin', 'limited'];
const editing: readonly KindOfActor[] = ['operator', 'admin', 'limited'];
const drafting: readonly KindOfActor[] = ['operator', 'curator', 'admin', 'limited'];
const serving: readonly KindOfActor[] = ['technician', 'admin'];
const admin: readonly KindOfActor[] = ['admin'];

interface Row {
  readonly may: readonly KindOfActor[];
  /** A body that reaches the whole hall, for which somebody with zones is refused all the same. */
  readonly beyond?: unknown;
}
const see: Row = { may: seeing };
const run: Row = { may: running };
const wholeHall = { targets: 'all', scene: 'quiet' };
const text = { en: 'text' };
const title = { id: 'idle', version: 1, type: 'title', title: text, params: { title: text } };
const rule = { id: 'ambient', version: 1, scene: 'idle', targets: 'all', when: { always: true }, layer: 'ambient' };

const table: Readonly<Record<string, Row>> = {
  'post /api/session': { may: everybody },
  'get /api/session': { may: people },
  'delete /api/session': { may: people },
  'get /api/tablet': { may: everybody },
  'put /api/session/password': { may: people },
  'post /api/session/second-factor': { may: people },
  'put /api/session/second-factor': { may: people },
  'delete /api/session/second-factor': { may: people },
  'put /api/session/pin': { may: people },
  'delete /api/session/pin': { may: people },
  'get /api/people': { may: admin },
  'post /api/people': { may: admin },
  'patch /api/people/:id': { may: admin },
  'delete /api/people/:id': { may: admin },
  'put /api/people/:id/password': { may: admin },
  'delete /api/people/:id/second-factor': { may: admin },
  'post /api/people/:id/sign-in-link': { may: admin },
  'get /api/sessions': see,
  'delete /api/sessions/:id': { may: people },
  'get /api/tablets': { may: serving },
  'post /api/tablets': { may: serving },
  'delete /api/tablets/:id': { may: serving },
  'get /api/keys': { may: admin },
  'post /api/keys': { may: admin },
  'delete /api/keys/:id': { may: admin },
  'get /api/hall': see,
  'get /api/scene-types': see,
  'get /api/runs': see,
  'get /api/screens': see,
  'get /api/screens/:id': see,
  'patch /api/screens/:id': { may: serving },
  'put /api/screens/:id/corners': { may: serving },
  'delete /api/screens/:id/corners': { may: serving },
  'post /api/screens/:id/pairing': { may: serving },
  'delete /api/screens/:id/pairing': { may: serving },
  'post /api/screens/:id/token': { may: serving },
  'post /api/pairings/:code': { may: serving },
  'post /api/screens/:id/actions': { may: announcing },
  'get /api/cleaning-pin': see,
  'put /api/cleaning-pin': { may: serving },
  'delete /api/cleaning-pin': { may: serving },
  'get /api/screens/:id/series': see,
  'get /api/screens/:id/events': see,
  'get /api/screens/:id/takes': see,
  'get /api/availability': see,
  'get /api/incidents': see,
  'post /api/incidents/:id/notes': { may: announcing },
  'get /api/maintenance': see,
  'post /api/maintenance': { may: serving },
  'delete /api/maintenance/:id': { may: serving },
  'get /api/scenes': see,
  'get /api/scenes/:id': see,
  'post /api/scenes': { may: editing },
  'put /api/scenes/:id': { may: editing, beyond: title },
  'delete /api/scenes/:id': { may: editing },
  'get /api/shows': see,
  'get /api/shows/:id': see,
  'post /api/shows': {
    may: editing,
    beyond: { id: 'new', title: text, cues: [{ id: 'one', title: text, parts: [{ targets: 'all', scene: 'idle' }] }] },
  },
  'put /api/shows/:id': { may: editing },
  'delete /api/shows/:id': { may: editing },
  'get /api/drafts': see,
  'post /api/drafts/preview': see,
  'get /api/drafts/:kind/:id': see,
  'put /api/drafts/:kind/:id': { may: drafting },
  'delete /api/drafts/:kind/:id': { may: drafting },
  'get /api/discarded-drafts': see,
  'post /api/discarded-drafts': { may: drafting },
  'post /api/drafts/:kind/:id/review': { may: drafting },
  'post /api/drafts/:kind/:id/return': { may: drafting },
  'post /api/drafts/:kind/:id/publish': { may: drafting },
  'get /api/scenes/:id/editions': see,
  'get /api/shows/:id/editions': see,
  'get /api/users': see,
  'get /api/media': see,
  'post /api/media': { may: drafting },
  'delete /api/media': { may: drafting },
  'put /api/media/thumbnail': { may: drafting },
  'get /api/media/holdings': see,
  'get /api/schedule/exceptions': see,
  'put /api/schedule/:rule/exceptions/:date': run,
  'delete /api/schedule/:rule/exceptions/:date': run,
  'get /api/schedule/calendar': see,
  'post /api/schedule/preview': see,
  'post /api/schedule/outlook': see,
  'post /api/schedule/edits': {
    may: running,
    beyond: { edits: [{ type: 'rule.delete', id: 'ambient' }] },
  },
  'get /api/schedule/report': see,
  'get /api/schedule/missed': see,
  'get /api/schedule/undo': see,
  'get /api/clock': see,
  'post /api/clock/trust': { may: announcing.filter((kind) => kind !== 'limited') },
  'get /api/days': see,
  'put /api/days/:date': run,
  // Days and hours are the whole hall's.
  'delete /api/days/:date': { may: running.filter((kind) => kind !== 'limited') },
  'get /api/hours': see,
  'put /api/hours': run,
  'get /api/schedule': see,
  'get /api/schedule/:id': see,
  'post /api/schedule': { may: running, beyond: { ...rule, id: 'new', version: undefined } },
  'put /api/schedule/:id': { may: running, beyond: rule },
  'delete /api/schedule/:id': run,
  'post /api/standby': { may: running, beyond: wholeHall },
  'get /api/standby': see,
  'delete /api/standby': run,
  'delete /api/standby/:id': run,
  'post /api/takes': { may: running, beyond: wholeHall },
  'post /api/runs/:id/go': run,
  'post /api/runs/:id/pause': run,
  'post /api/runs/:id/resume': run,
  'post /api/runs/:id/back': run,
  'post /api/runs/:id/jump': run,
  'post /api/runs/:id/ask': run,
  'delete /api/losses/:id': { may: people },
  'post /api/runs/:id/answer': run,
  'post /api/runs/:id/take-over': run,
  'post /api/runs/:id/guide': run,
  'get /api/guide': { may: ['guide'] },
  'post /api/guide/go': { may: ['guide'] },
  'post /api/take-back': run,
  'get /api/doors': see,
  'put /api/doors': run,
  'post /api/previews': see,
  'get /api/after-release': see,
  'get /api/timelines/:hash': see,
  'get /api/shows/:id/notes': see,
  'patch /api/runs/:id': run,
  'delete /api/runs/:id': run,
  'post /api/releases': run,
  'get /api/takes/:run/ledger': see,
  'get /api/plan': see,
  'get /api/rehearsal': see,
  'get /api/explain': see,
  'post /api/emergency': { may: announcing, beyond: { kind: 'blackout' } },
  'get /api/emergencies': see,
  'delete /api/emergency': run,
  'delete /api/emergency/:run': run,
  'post /api/overlays': { may: [...announcing, 'key'], beyond: { type: 'ribbon', targets: 'all', text } },
  'get /api/overlays': see,
  'delete /api/overlays/:id': { may: announcing },
  'patch /api/sound/:output': { may: announcing },
  'get /api/journal': see,
};

/** Ids that nothing has, so that who is let in changes nothing. */
const parameters: Readonly<Record<string, string>> = {
  date: '2026-12-16',
  code: 'NOCODE',
  id: 'nothing',
  kind: 'scene',
  rule: 'nothing',
};

async function ask(route: string, kind: KindOfActor, body?: unknown): Promise<'let in' | 'refused'> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replaceAll(/:([a-z]+)/g, (_all, name: string) => parameters[name] ?? 'nothing');
  const hasBody = !['get', 'delete'].includes(method);
  const response = await fetch(`${hall.origin}${idOf(path, body)}`, {
    method: method.toUpperCase(),
    headers: { ...hall.headers(kind), ...(hasBody ? { 'Content-Type': 'application/json' } : {}) },
    ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  await response.arrayBuffer();
  expect(response.status).toBeLessThan(500);
  return response.status === 401 || response.status === 403 ? 'refused' : 'let in';
}

/** A body with an id goes to that id. */
function idOf(path: string, body: unknown): string {
  const id = body !== null && typeof body === 'object' && 'id' in body ? String(body.id) : 'nothing';
  return path.replace(/\/nothing$/, `/${id}`);
}

/** Who signs out is signed out; who asks for what is open to all is no test of a session. */
const endsSessions = new Set(['delete /api/session']);

describe('every route', () => {
  it('has a row in this table, and every row a route', () => {
    expect(Object.keys(table).toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it.each(Object.keys(table).filter((route) => !endsSessions.has(route)))(
    '%s lets in who may, and nobody else',
    async (route) => {
      const found = await Promise.all(kindsOfActor.map(async (kind) => `${kind}: ${await ask(route, kind)}`));
      const may = table[route]?.may ?? [];
      expect(found).toEqual(kindsOfActor.map((kind) => `${kind}: ${may.includes(kind) ? 'let in' : 'refused'}`));
    },
  );

  it.each(
    Object.entries(table).flatMap(([route, { beyond }]) => (beyond === undefined ? [] : [[route, beyond] as const])),
  )('%s reaches no further than the zones of who asks', async (route, body) => {
    const limited = (['limited', 'key'] as const).filter((kind) => table[route]?.may.includes(kind));
    for (const kind of limited) expect([kind, await ask(route, kind, body)]).toEqual([kind, 'refused']);
  });

  it.each(['/api/hall', '/metrics'])('%s is nobody’s without a way in, through a proxy', async (path) => {
    const found = await Promise.all(
      kindsOfActor.map(async (kind) => {
        const headers = { ...hall.headers(kind), 'X-Forwarded-For': '10.0.0.7' };
        return `${kind}: ${(await fetch(`${hall.origin}${path}`, { headers })).status}`;
      }),
    );
    // A guide is known, and has no business there.
    const status = (kind: KindOfActor): number => (seeing.includes(kind) ? 200 : kind === 'guide' ? 403 : 401);
    expect(found).toEqual(kindsOfActor.map((kind) => `${kind}: ${status(kind)}`));
  });
});
