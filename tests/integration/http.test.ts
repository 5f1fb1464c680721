import { asIs } from '#shared/said.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cookieOf, httpClient, type HttpClient } from '../support/http-client.ts';
import { problem } from '#shared/problem.ts';
import { aState } from '../support/hall-state.ts';
import { aScene, problemOf, startHttpHall } from '../support/http-hall.ts';
import { startHall, testPassword, type RunningHall } from '../support/running-hall.ts';
import { routes } from '../../controller/adapters/http/routes.ts';

let hall: RunningHall;
let admin: HttpClient;
let operator: HttpClient;
let stranger: HttpClient;

beforeAll(async () => {
  ({ hall, admin, operator, stranger } = await startHttpHall());
});
afterAll(() => hall.stop());

describe('signing in', () => {
  it('answers with who it is, and a cookie no script can read and no other site can send', async () => {
    const answer = await stranger.send('POST', '/api/session', { name: 'operator', password: testPassword });
    expect(answer).toMatchObject({
      status: 200,
      body: { person: { id: 'operator', name: 'operator', role: 'operator' } },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^shanyraq_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    const signedIn = httpClient(hall.origin, cookieOf(answer));
    expect((await signedIn.get('/api/session')).status).toBe(200);
    expect((await signedIn.send('DELETE', '/api/session')).status).toBe(204);
    expect((await signedIn.get('/api/session')).status).toBe(401);
  });

  it('tells a wrong password and an unknown name in the same words', async () => {
    const wrong = await stranger.send('POST', '/api/session', { name: 'admin', password: 'not this one' });
    const unknown = await stranger.send('POST', '/api/session', { name: 'nobody', password: 'not this one' });
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  });

  it('takes a one-time code once', async () => {
    const code = hall.identity.issueSignInCode('admin');
    const answer = await stranger.send('POST', '/api/session', { code });
    expect(answer.body).toMatchObject({ person: { id: 'admin' } });
    expect((await stranger.send('POST', '/api/session', { code })).status).toBe(401);
  });

  it('gives the first answer again to the same request with the same key', async () => {
    const code = hall.identity.issueSignInCode('admin');
    const key = { 'Idempotency-Key': 'sign-in-1' };
    const first = await stranger.send('POST', '/api/session', { code }, key);
    const again = await stranger.send('POST', '/api/session', { code }, key);
    expect(again.status).toBe(200);
    expect(cookieOf(again)).toBe(cookieOf(first));
  });

  it('keeps no password and no cookie in the journal', async () => {
    const { body } = await admin.get('/api/journal?limit=1000');
    const text = JSON.stringify(body);
    expect(text).toContain('session.open');
    expect(text).not.toContain(testPassword);
    expect(text).not.toContain(admin.cookie?.split('=')[1]);
  });
});

describe('the hall over HTTP', () => {
  it('says what it is, and how every screen is', async () => {
    const { body } = await operator.get('/api/hall');
    expect(body).toMatchObject({ id: 'test-hall', revision: hall.engine.state().revision });
    const screens = (await operator.get('/api/screens')).body as { id: string }[];
    expect(screens.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'w1', 'w2']);
    expect((await operator.get('/api/screens/p1')).body).toMatchObject({
      id: 'p1',
      desired: { layer: 'ambient' },
      reported: null,
      health: {},
      clock: null,
    });
    expect((await operator.get('/api/scene-types')).body).toContainEqual(expect.objectContaining({ type: 'title' }));
  });

  it('takes a scene, shows it as a run, and releases it', async () => {
    const taken = await operator.send('POST', '/api/takes', { targets: 'all', scene: 'fanfare', reason: 'a visit' });
    expect(taken).toMatchObject({ status: 201, body: { run: expect.stringMatching(/^run-/) as string } });
    // From this revision on a console shows what came of it.
    expect(taken.headers.get('Hall-Revision')).toBe(String(hall.engine.state().revision));
    const { run } = taken.body as { run: string };
    expect((await operator.get('/api/runs')).body).toContainEqual(
      expect.objectContaining({ id: run, owner: 'operator', reason: 'a visit' }),
    );
    const plan = (await operator.get('/api/plan?screen=p1')).body as { run: string }[];
    expect(plan.map((stretch) => stretch.run)).toContain(run);
    expect((await operator.get('/api/explain?screen=p1')).body).toMatchObject({ screen: 'p1' });
    // Nobody plays here: the take is in the ledger, and nobody's change.
    const ledger = (await operator.get(`/api/takes/${run}/ledger`)).body;
    expect(ledger).toMatchObject({ run, takes: [{ cue: 0, spreadMs: null, lateness: null, screens: [] }] });
    expect((await operator.send('PATCH', `/api/runs/${run}`, { holdFor: 60_000 })).status).toBe(200);
    expect((await operator.send('DELETE', `/api/runs/${run}`)).status).toBe(200);
  });

  it('says what would follow several releases in the order in which they were asked', async () => {
    const take = (targets: readonly string[]) =>
      operator
        .send('POST', '/api/takes', { targets, scene: 'fanfare' })
        .then(({ body }) => (body as { run: string }).run);
    const first = await take(['p1']);
    const second = await take(['p1', 'p2']);
    const ask = (runs: string) => operator.get(`/api/after-release?runs=${runs}`).then(({ body }) => body as unknown[]);
    const questions = [second, first, `${first},${second}`];
    const follows = (screen: string, what: object): unknown => expect.objectContaining({ screen, ...what });
    const rest = { layer: 'ambient' };
    // A take is for an instant soon to come: until then nothing of it follows anything.
    const alone = await vi.waitFor(async () => {
      const answers = (await Promise.all(questions.map(ask))).flat();
      expect(answers).toEqual([
        [follows('p1', { run: first }), follows('p2', rest)],
        [follows('p1', { run: second })],
        [follows('p1', rest), follows('p2', rest)],
      ]);
      return answers;
    }, 10_000);
    expect(await ask(questions.join(';'))).toEqual(alone);
    for (const run of [first, second]) await operator.send('DELETE', `/api/runs/${run}`);
  });

  it('has one effect and one answer for one key, and keys are each actor’s own', async () => {
    const key = { 'Idempotency-Key': 'take-1' };
    const body = { targets: 'p1', scene: 'quiet' };
    const before = hall.engine.state().revision;
    const first = await operator.send('POST', '/api/takes', body, key);
    const again = await operator.send('POST', '/api/takes', body, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(hall.engine.state().revision).toBe(before + 1);
    const other = await admin.send('POST', '/api/takes', body, key);
    expect(other.body).not.toEqual(first.body);
  });

  it('raises and ends an emergency', async () => {
    expect((await operator.send('POST', '/api/emergency', { kind: 'blackout' })).status).toBe(201);
    expect((await operator.send('DELETE', '/api/emergency')).body).toMatchObject({ ended: [expect.any(String)] });
  });

  it('ends one emergency of several, and says so of one that it does not know', async () => {
    const raise = async (body: object) => (await operator.send('POST', '/api/emergency', body)).body as { run: string };
    const zone = await raise({ kind: 'evacuation', targets: 'panels' });
    const whole = await raise({ kind: 'evacuation' });
    expect((await operator.send('DELETE', `/api/emergency/${whole.run}`)).body).toEqual({ ended: [whole.run] });
    expect((await operator.send('DELETE', '/api/emergency/nothing')).status).toBe(404);
    expect((await operator.send('DELETE', '/api/emergency')).body).toEqual({ ended: [zone.run] });
  });

  it('shows an overlay and takes it off', async () => {
    const body = { type: 'ribbon', targets: 'panels', text: { en: 'Closing soon' }, holdFor: 60_000 };
    const { overlay } = (await operator.send('POST', '/api/overlays', body)).body as { overlay: string };
    expect((await operator.get('/api/overlays')).body).toContainEqual(expect.objectContaining({ id: overlay }));
    expect((await operator.send('DELETE', `/api/overlays/${overlay}`)).status).toBe(200);
  });

  it('arms and disarms', async () => {
    const armed = await operator.send('POST', '/api/standby', { targets: 'p1', scene: 'fanfare' });
    expect(armed).toMatchObject({ status: 201, body: { screens: ['p1'] } });
    expect((await operator.get('/api/standby')).body).toHaveLength(1);
    expect((await operator.send('DELETE', '/api/standby')).status).toBe(200);
    expect((await operator.get('/api/standby')).body).toEqual([]);
  });
});

describe('the library', () => {
  it('creates, changes by version, refuses a stale change, and deletes', async () => {
    expect(await operator.send('POST', '/api/scenes', aScene('new-one'))).toMatchObject({
      status: 201,
      body: { id: 'new-one', version: 1 },
    });
    expect((await operator.send('POST', '/api/scenes', aScene('new-one'))).status).toBe(409);
    const changed = { ...aScene('new-one'), title: { en: 'New' }, version: 1 };
    expect((await operator.send('PUT', '/api/scenes/new-one', changed)).body).toEqual({ id: 'new-one', version: 2 });
    expect((await operator.send('PUT', '/api/scenes/new-one', changed)).status).toBe(409);
    const unversioned = await operator.send('PUT', '/api/scenes/new-one', aScene('new-one'));
    expect(unversioned.status).toBe(422);
    expect(problemOf(unversioned.body).fields).toEqual([expect.objectContaining({ path: 'version' })]);
    expect((await operator.send('PUT', '/api/scenes/other', { ...changed, id: 'new-one' })).status).toBe(422);
    expect((await operator.get('/api/scenes/new-one')).body).toMatchObject({ version: 2, title: { en: 'New' } });
    expect((await operator.send('DELETE', '/api/scenes/new-one')).status).toBe(200);
    expect((await operator.get('/api/scenes/new-one')).status).toBe(404);
  });

  it('keeps exceptions beside their rule', async () => {
    const rule = { id: 'noon', scene: 'quiet', targets: 'all', when: { cron: '0 12 * * *' }, durationMs: 600_000 };
    expect((await operator.send('POST', '/api/schedule', rule)).status).toBe(201);
    const path = '/api/schedule/noon/exceptions/2026-12-16';
    expect((await operator.send('PUT', path, { change: { is: 'skip' } })).status).toBe(200);
    expect((await operator.get('/api/schedule/exceptions')).body).toHaveLength(1);
    expect((await operator.send('DELETE', path)).status).toBe(200);
    expect((await operator.send('DELETE', path)).status).toBe(404);
    expect((await operator.send('DELETE', '/api/schedule/noon')).status).toBe(200);
  });
});

describe('pairing', () => {
  it('gives a one-time URL that works once, for its screen only', async () => {
    const offer = (await admin.send('POST', '/api/screens/p2/pairing')).body as { url: string; code: string };
    expect(offer.url).toBe(`${hall.origin}/display/#pair=${offer.code}`);
    const paired = await hall.pairing.claimWithCode('10.0.0.9', offer.code);
    expect(paired).toMatchObject({ screen: 'p2' });
    expect(await hall.pairing.claimWithCode('10.0.0.9', offer.code)).toMatchObject({ status: 404 });
    expect((await admin.send('DELETE', '/api/screens/p2/pairing')).status).toBe(200);
    expect((await admin.send('DELETE', '/api/screens/p2/pairing')).status).toBe(404);
  });

  it('takes the code that a player shows, once, however it is typed', async () => {
    const told: unknown[] = [];
    const shown = hall.pairing.askCode('10.0.0.9', (paired) => told.push(paired));
    if ('status' in shown) throw new Error(shown.detail);
    const typed = `${shown.code.slice(0, 3)}-${shown.code.slice(3)}`.toLowerCase();
    expect((await admin.send('POST', `/api/pairings/${typed}`, { screen: 'nowhere' })).status).toBe(404);
    expect((await admin.send('POST', `/api/pairings/${typed}`, { screen: 'p3' })).body).toEqual({ screen: 'p3' });
    expect(told).toEqual([{ screen: 'p3', token: expect.stringMatching(/^[\w-]{43}$/) as string }]);
    expect((await admin.send('POST', `/api/pairings/${typed}`, { screen: 'p3' })).status).toBe(404);
  });
});

describe('around the API', () => {
  it('describes exactly the routes it serves', async () => {
    const { body } = await stranger.get('/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
    expect(JSON.stringify(body)).toContain('"Idempotency-Key"');
    expect(JSON.stringify(body)).toContain('"Hall-Revision"');
    const why = expect.stringContaining('names `reason`') as string;
    for (const path of ['/api/takes', '/api/releases'])
      expect(paths[path]?.['post']).toMatchObject({ responses: { 409: { description: why } } });
  });

  it('tells that it lives, whether it is ready, and its figures', async () => {
    expect((await stranger.get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await stranger.get('/readyz')).status).toBe(200);
    const metrics = await stranger.get('/metrics');
    expect(metrics.body).toContain('shanyraq_screens{health="unknown"}');
    expect((await stranger.get('/metrics', { 'X-Forwarded-For': '10.0.0.1' })).status).toBe(401);
    expect((await operator.get('/metrics', { 'X-Forwarded-For': '10.0.0.1' })).status).toBe(200);
  });

  it('sends the headers that hold pages to our own files', async () => {
    for (const path of [
      '/',
      '/display/',
      '/hall/',
      '/api/hall',
      '/api/openapi.json',
      '/healthz',
      '/metrics',
      '/nothing',
    ]) {
      const { headers } = await stranger.get(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(headers.get('X-Powered-By')).toBeNull();
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(headers.get('Permissions-Policy')).toMatch(/camera=\(\).*microphone=\(\)/);
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      // Nothing to insist on where there is no TLS.
      expect(headers.get('Strict-Transport-Security')).toBeNull();
    }
  });

  it('answers no other site’s page, also where that asks beforehand', async () => {
    for (const path of ['/api/hall', '/api/session', '/metrics']) {
      const asked = await fetch(`${hall.origin}${path}`, {
        method: 'OPTIONS',
        headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
      });
      await asked.arrayBuffer();
      expect([...asked.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('says why it is not ready', async () => {
    const waiting = await startHall(aState({}), { waitingFor: () => asIs('The hall is being imported.') });
    const answer = await httpClient(waiting.origin).get('/readyz');
    expect(answer).toMatchObject({ status: 503, body: { code: 'starting', detail: 'The hall is being imported.' } });
    await waiting.stop();
  });

  it('is not ready while its disk takes no decisions, and is again when one was taken', async () => {
    let isFull = true;
    const full = await startHall(aState({}), {
      refusal: () => (isFull ? problem('storage', asIs('The disk is full.')) : null),
    });
    const decide = (commandId: string) =>
      full.engine.order({ commandId, actor: { is: 'hall' }, command: { type: 'emergency.end' } });
    const ready = () => httpClient(full.origin).get('/readyz');
    expect((await ready()).status).toBe(200);
    await full.engine.order({
      commandId: 'a',
      actor: { is: 'hall' },
      command: { type: 'emergency.raise', body: { kind: 'evacuation' } },
    });
    await full.engine.settled();
    expect(await ready()).toMatchObject({ status: 503, body: { code: 'storage' } });
    isFull = false;
    await decide('b');
    await full.engine.settled();
    expect((await ready()).status).toBe(200);
    await full.stop();
  });
});
