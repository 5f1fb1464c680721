import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '../../controller/adapters/identity/totp.ts';
import { aScene, aState } from '../support/hall-state.ts';
import { cookieOf, httpClient, signInAs, type HttpAnswer, type HttpClient } from '../support/http-client.ts';
import { peopleOf, startHall, testPassword, type RunningHall } from '../support/running-hall.ts';

const hourMs = 3_600_000;
let hall: RunningHall;
let now = Date.now();
let admin: HttpClient;
let stranger: HttpClient;

beforeAll(async () => {
  hall = await startHall(await peopleOf(aState({ scenes: [aScene('quiet')] })), { now: () => now });
  stranger = httpClient(hall.origin);
  admin = await signInAs(hall.origin, 'admin');
});
afterAll(() => hall.stop());

const signIn = (body: object, client = stranger): Promise<HttpAnswer> => client.send('POST', '/api/session', body);
const withCookies = (answer: HttpAnswer, ...more: readonly string[]): HttpClient =>
  httpClient(hall.origin, [cookieOf(answer), ...more].join('; '));

async function addPerson(name: string, change: object = {}): Promise<string> {
  const body = { name, role: 'operator', password: testPassword, ...change };
  const answer = await admin.send('POST', '/api/people', body);
  expect(answer.status).toBe(201);
  return (answer.body as { person: string }).person;
}

describe('people', () => {
  it('are let in by an admin, changed, and let in no more', async () => {
    const id = await addPerson('Дана Қ.', { zones: ['left'] });
    const dana = withCookies(await signIn({ name: 'дана қ.', password: testPassword }));
    expect((await dana.get('/api/session')).body).toMatchObject({ person: { name: 'Дана Қ.', zones: ['left'] } });
    expect((await dana.send('POST', '/api/takes', { targets: 'left', scene: 'quiet' })).status).toBe(201);
    expect((await dana.send('POST', '/api/takes', { targets: 'all', scene: 'quiet' })).status).toBe(403);
    expect((await dana.get('/api/people')).status).toBe(403);

    expect((await admin.send('PATCH', `/api/people/${id}`, { zones: null, role: 'viewer' })).status).toBe(200);
    expect((await dana.send('POST', '/api/takes', { targets: 'left', scene: 'quiet' })).status).toBe(403);
    const listed = (await admin.get('/api/people')).body as object[];
    expect(listed).toContainEqual(expect.objectContaining({ id, role: 'viewer', zones: null, hasPassword: true }));
    expect(JSON.stringify(listed)).not.toContain('argon2');

    expect((await admin.send('DELETE', `/api/people/${id}`)).status).toBe(200);
    expect((await dana.get('/api/session')).status).toBe(401);
  });

  it('are switched off by an admin, and then nothing of theirs lets them in, until they are switched on', async () => {
    const id = await addPerson('Самал');
    const mine = () => signIn({ name: 'Самал', password: testPassword });
    const samal = withCookies(await mine());
    const { url } = (await admin.send('POST', `/api/people/${id}/sign-in-link`)).body as { url: string };
    expect((await admin.send('PATCH', `/api/people/${id}`, { disabled: true })).status).toBe(200);
    expect((await samal.get('/api/session')).status).toBe(401);
    const refused = await mine();
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({ detail: expect.stringContaining('switched off') as string });
    expect((await signIn({ code: new URL(url).hash.replace('#sign-in=', '') })).status).toBe(401);
    // A stranger does not learn it from a guess.
    const guess = await signIn({ name: 'Самал', password: 'a guess' });
    expect(JSON.stringify(guess.body)).not.toContain('switched off');
    expect((await admin.send('PATCH', `/api/people/${id}`, { disabled: false })).status).toBe(200);
    expect((await mine()).status).toBe(200);
  });

  it('come in by a link when they have no password, choose one, and keep to it', async () => {
    const id = await addPerson('Ерлан', { password: undefined });
    const { url } = (await admin.send('POST', `/api/people/${id}/sign-in-link`)).body as { url: string };
    const code = new URL(url).hash.replace('#sign-in=', '');
    const first = withCookies(await signIn({ code }));
    expect((await signIn({ code })).status).toBe(401);
    expect((await first.send('PUT', '/api/session/password', { password: 'aaaaaaaaaa' })).status).toBe(422);
    expect((await first.send('PUT', '/api/session/password', { password: 'steppe wind' })).status).toBe(200);
    const second = withCookies(await signIn({ name: 'Ерлан', password: 'steppe wind' }));

    const change = { current: 'not it', password: 'steppe winds' };
    expect((await second.send('PUT', '/api/session/password', change)).status).toBe(403);
    expect((await second.send('PUT', '/api/session/password', { password: 'steppe winds' })).status).toBe(422);
    expect((await second.send('PUT', '/api/session/password', { ...change, current: 'steppe wind' })).status).toBe(200);
    expect((await second.get('/api/session')).status).toBe(200);
    expect((await first.get('/api/session')).status).toBe(401);
  });

  it('always include an admin', async () => {
    expect((await admin.send('DELETE', '/api/people/admin')).status).toBe(409);
    expect((await admin.send('PATCH', '/api/people/admin', { role: 'viewer' })).status).toBe(409);
  });

  it('see where they are signed in, and can end it; others’ sessions do not exist for them', async () => {
    const phone = withCookies(await signIn({ name: 'operator', password: testPassword }));
    const desk = withCookies(await signIn({ name: 'operator', password: testPassword }));
    const mine = (await desk.get('/api/sessions')).body as { id: string; isThis: boolean; address: string }[];
    expect(mine.length).toBeGreaterThanOrEqual(2);
    expect(mine.filter(({ isThis }) => isThis)).toHaveLength(1);
    const others = (await admin.get('/api/sessions')).body as { id: string; person: string }[];
    const adminSession = others.find(({ person }) => person === 'admin')?.id ?? '';
    expect((await desk.send('DELETE', `/api/sessions/${adminSession}`)).status).toBe(404);
    for (const { id } of mine.toSorted((a, b) => Number(a.isThis) - Number(b.isThis)))
      expect((await desk.send('DELETE', `/api/sessions/${id}`)).status).toBe(204);
    expect((await phone.get('/api/session')).status).toBe(401);
    expect((await desk.get('/api/session')).status).toBe(401);
  });

  it('are signed out when nobody has used the session for half a day, and after two weeks at the latest', async () => {
    const used = withCookies(await signIn({ name: 'viewer', password: testPassword }));
    const left = withCookies(await signIn({ name: 'viewer', password: testPassword }));
    const start = now;
    for (let hours = 6; hours < 14 * 24; hours += 6) {
      now = start + hours * hourMs;
      expect((await used.get('/api/session')).status).toBe(200);
    }
    expect((await left.get('/api/session')).status).toBe(401);
    await hall.identity.sweep();
    const open = Object.values(hall.engine.state().session).filter(({ person }) => person === 'viewer');
    expect(open).toHaveLength(1);
    now = start + 14 * 24 * hourMs;
    expect((await used.get('/api/session')).status).toBe(401);
    admin = await signInAs(hall.origin, 'admin');
  });

  it('get a new session at every sign-in: one that was planted is worth nothing, the one before ends', async () => {
    const planted = httpClient(hall.origin, `shanyraq_session=${'x'.repeat(43)}`);
    const first = await signIn({ name: 'curator', password: testPassword }, planted);
    expect(cookieOf(first)).not.toContain('xxx');
    expect((await planted.get('/api/session')).status).toBe(401);
    const again = await signIn({ name: 'curator', password: testPassword }, withCookies(first));
    expect((await withCookies(first).get('/api/session')).status).toBe(401);
    expect((await withCookies(again).get('/api/session')).status).toBe(200);
  });
});

describe('a second factor', () => {
  const codeAt = (secret: string, shift = 0) => totpCode(secret, Math.floor(now / 30_000) + shift);

  it('is asked for once it is confirmed, takes each code once, and recovery codes once', async () => {
    await addPerson('Сәуле');
    const who = { name: 'Сәуле', password: testPassword };
    const saule = withCookies(await signIn(who));
    const begun = await saule.send('POST', '/api/session/second-factor', { password: testPassword });
    const { secret, uri } = begun.body as { secret: string; uri: string };
    expect(uri).toContain(`secret=${secret}`);
    expect((await signIn(who)).status).toBe(200);
    const wrong = codeAt(secret) === '000000' ? '000001' : '000000';
    expect((await saule.send('PUT', '/api/session/second-factor', { code: wrong })).status).toBe(422);
    const confirmed = await saule.send('PUT', '/api/session/second-factor', { code: codeAt(secret) });
    const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(10);

    const missing = await signIn(who);
    expect(missing).toMatchObject({ status: 401, body: { fields: [{ path: 'secondFactor', message: 'needed' }] } });
    expect((await signIn({ ...who, secondFactor: codeAt(secret) })).status).toBe(401);
    now += 30_000;
    expect((await signIn({ ...who, secondFactor: codeAt(secret) })).status).toBe(200);
    expect((await signIn({ ...who, secondFactor: codeAt(secret) })).status).toBe(401);

    const [first = ''] = recoveryCodes;
    const recovered = await signIn({ ...who, secondFactor: first.toUpperCase() });
    expect(recovered.status).toBe(200);
    expect((await signIn({ ...who, secondFactor: first })).status).toBe(401);
    const again = withCookies(recovered);
    expect((await again.get('/api/session')).body).toMatchObject({ hasSecondFactor: true, recoveryCodes: 9 });
    const removed = await again.send('DELETE', '/api/session/second-factor', { password: testPassword });
    expect(removed.status).toBe(200);
    expect((await signIn(who)).status).toBe(200);
  });

  it('that is lost can be taken away by an admin', async () => {
    const id = await addPerson('Марат');
    const who = { name: 'Марат', password: testPassword };
    const marat = withCookies(await signIn(who));
    const begun = await marat.send('POST', '/api/session/second-factor', { password: testPassword });
    const { secret } = begun.body as { secret: string };
    await marat.send('PUT', '/api/session/second-factor', { code: codeAt(secret) });
    expect((await signIn(who)).status).toBe(401);
    expect((await admin.send('DELETE', `/api/people/${id}/second-factor`)).status).toBe(200);
    expect((await signIn(who)).status).toBe(200);
  });
});

describe('a shared tablet', () => {
  it('lets people in with a PIN, for running the hall alone, and nowhere else', async () => {
    const operator = await signInAs(hall.origin, 'operator');
    expect((await operator.send('PUT', '/api/session/pin', { password: testPassword, pin: '1111' })).status).toBe(422);
    expect((await operator.send('PUT', '/api/session/pin', { password: testPassword, pin: '4071' })).status).toBe(200);
    expect((await operator.send('POST', '/api/tablets', { name: 'Door' })).status).toBe(403);
    const paired = await admin.send('POST', '/api/tablets', { name: 'Tablet at the door' });
    const { tablet } = paired.body as { tablet: string };
    const tabletCookie = paired.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const onTablet = httpClient(hall.origin, tabletCookie);
    expect((await onTablet.get('/api/tablet')).body).toEqual({
      tablet: { id: tablet, name: 'Tablet at the door' },
      people: [{ id: 'operator', name: 'operator' }],
    });

    expect((await signIn({ person: 'operator', pin: '4071' })).status).toBe(401);
    expect((await signIn({ person: 'operator', pin: '4072' }, onTablet)).status).toBe(401);
    const entered = await signIn({ person: 'operator', pin: '4071' }, onTablet);
    const byPin = withCookies(entered, tabletCookie);
    expect((await byPin.get('/api/session')).body).toMatchObject({ byPin: true });
    const take = { targets: 'p1', scene: 'quiet', reason: 'a colleague has it' };
    expect((await byPin.send('POST', '/api/takes', take)).status).toBe(201);
    const change = await byPin.send('PUT', '/api/session/password', { current: testPassword, password: 'another one' });
    expect(change.status).toBe(403);
    // The session's cookie alone, carried away from the tablet, opens nothing.
    expect((await withCookies(entered).get('/api/session')).status).toBe(401);

    expect((await admin.send('DELETE', `/api/tablets/${tablet}`)).status).toBe(200);
    expect((await byPin.get('/api/session')).status).toBe(401);
    expect((await onTablet.get('/api/tablet')).body).toEqual({ tablet: null, people: [] });
  });

  it('asks for the password after ten wrong PINs, however long one waits', async () => {
    const paired = await admin.send('POST', '/api/tablets', { name: 'Second' });
    const tabletCookie = paired.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const onTablet = httpClient(hall.origin, tabletCookie);
    for (let wrong = 0; wrong < 10; wrong += 1) {
      now += 61 * 60_000;
      expect((await signIn({ person: 'operator', pin: '0000' }, onTablet)).status).toBe(401);
    }
    now += 61 * 60_000;
    expect((await signIn({ person: 'operator', pin: '4071' }, onTablet)).status).toBe(429);
    expect((await signIn({ name: 'operator', password: testPassword })).status).toBe(200);
    now += 61 * 60_000;
    expect((await signIn({ person: 'operator', pin: '4071' }, onTablet)).status).toBe(200);
    admin = await signInAs(hall.origin, 'admin');
  });
});

describe('a key for another system', () => {
  it('does what it is for until it ends, and is never shown again', async () => {
    const made = await admin.send('POST', '/api/keys', {
      name: 'Ticketing',
      permissions: ['hall.see', 'overlay.show'],
      zones: ['left'],
      days: 30,
    });
    const { id, key } = made.body as { id: string; key: string };
    const bearer = { Authorization: `Bearer ${key}` };
    expect((await stranger.get('/api/screens', bearer)).status).toBe(200);
    const ribbon = { type: 'ribbon', targets: 'p1', text: { en: 'Sold out' } };
    expect((await stranger.send('POST', '/api/overlays', ribbon, bearer)).status).toBe(201);
    expect((await stranger.send('POST', '/api/overlays', { ...ribbon, targets: 'p2' }, bearer)).status).toBe(403);
    expect((await stranger.send('POST', '/api/takes', { targets: 'p1', scene: 'quiet' }, bearer)).status).toBe(403);
    expect((await stranger.get('/api/people', bearer)).status).toBe(403);
    expect((await stranger.get('/api/session', bearer)).status).toBe(401);
    const journal = JSON.stringify((await admin.get('/api/journal')).body);
    expect(journal).toContain('"actor":"key Ticketing"');
    expect(journal).not.toContain(key);
    const listed = await admin.get('/api/keys');
    expect(listed.body).toContainEqual(expect.objectContaining({ id, name: 'Ticketing' }));
    expect(JSON.stringify(listed.body)).not.toMatch(/[0-9a-f]{64}/);

    now += 30 * 24 * hourMs;
    expect((await stranger.get('/api/screens', bearer)).status).toBe(401);
  });

  it('is refused when it is wrong, even beside a good cookie, and when it is revoked', async () => {
    admin = await signInAs(hall.origin, 'admin');
    expect((await admin.get('/api/screens', { Authorization: 'Bearer nonsense' })).status).toBe(401);
    const made = await admin.send('POST', '/api/keys', { name: 'Short', permissions: ['hall.see'], days: 1 });
    const { id, key } = made.body as { id: string; key: string };
    expect((await admin.send('DELETE', `/api/keys/${id}`)).status).toBe(200);
    expect((await stranger.get('/api/screens', { Authorization: `Bearer ${key}` })).status).toBe(401);
  });

  it('cannot be made to let people in', async () => {
    const made = await admin.send('POST', '/api/keys', { name: 'Too much', permissions: ['person.add'], days: 1 });
    expect(made.status).toBe(422);
  });
});

describe('guessing', () => {
  it('is slowed down, and never keeps out a browser that the person has used before', async () => {
    await addPerson('Тимур');
    const right = { name: 'Тимур', password: testPassword };
    const known = await signIn(right);
    const knownCookie = known.headers.getSetCookie().find((cookie) => cookie.startsWith('shanyraq_known='));
    const ownBrowser = httpClient(hall.origin, knownCookie?.split(';')[0] ?? null);
    let refusal: HttpAnswer | null = null;
    for (let guess = 0; guess < 12; guess += 1) {
      const answer = await signIn({ name: 'Тимур', password: `guess ${guess}` });
      if (answer.status === 429) refusal = answer;
    }
    expect(refusal).toMatchObject({ status: 429, body: { code: 'too-many' } });
    expect(Number(refusal?.headers.get('Retry-After'))).toBeGreaterThan(0);
    // The right password from the guesser's place has to wait like any other.
    expect((await signIn(right)).status).toBe(429);
    expect((await signIn(right, ownBrowser)).status).toBe(200);
    now += 16 * 60_000;
    expect((await signIn(right)).status).toBe(200);
  });

  it('all at once is no way around the wait', async () => {
    await addPerson('Айша');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, guess) => signIn({ name: 'Айша', password: `guess ${guess}` })),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(35);
  });
});
