import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../controller/adapters/http/routes.ts';
import { signInAs, type HttpClient } from '../support/http-client.ts';
import { problemOf, startHttpHall } from '../support/http-hall.ts';
import type { RunningHall } from '../support/running-hall.ts';

let hall: RunningHall;
let admin: HttpClient;
let operator: HttpClient;
let stranger: HttpClient;

beforeAll(async () => {
  ({ hall, admin, operator, stranger } = await startHttpHall());
});
afterAll(() => hall.stop());

describe('what is not right', () => {
  it.each([
    ['GET', '/api/screens/nowhere', 404, 'id'],
    ['GET', '/api/explain?screen=nowhere', 404, 'screen'],
    ['GET', '/api/plan?screen=p1&from=yesterday', 422, 'from'],
    ['GET', '/api/plan?screen=p1&from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z', 422, 'to'],
    ['GET', '/api/journal?limit=0', 422, 'limit'],
    ['GET', '/api/journal?colour=red', 422, '(body)'],
    ['GET', '/api/takes/nothing/ledger', 404, 'run'],
    ['DELETE', '/api/runs/nothing', 404, undefined],
    ['PATCH', '/api/screens/p1', 422, '(body)'],
  ])('%s %s is a %i that names the field', async (method, path, status, field) => {
    const answer = await admin.send(method, path, method === 'PATCH' ? {} : undefined);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(problemOf(answer.body).fields?.[0]?.path).toBe(field);
  });

  it.each([
    [{ targets: 'all' }, 422, 'scene'],
    [{ targets: 'all', scene: 'fanfare', colour: 'red' }, 422, '(body)'],
    [{ targets: 'cellar', scene: 'fanfare' }, 404, 'targets'],
    [{ targets: 'all', scene: 'unheard-of' }, 404, 'scene'],
    [{ targets: 'all', scene: 'fanfare', holdFor: 'long' }, 422, 'holdFor'],
    [[], 422, '(body)'],
    [null, 422, '(body)'],
    ['{"targets":', 422, '(body)'],
  ])('a take of %j is a %i that names %s', async (body, status, field) => {
    const answer = await operator.send('POST', '/api/takes', body);
    expect(answer.status).toBe(status);
    expect(problemOf(answer.body).fields?.map(({ path }) => path)).toContain(field);
  });

  it('calls things by their names for people, and by their ids for programs', async () => {
    const rule = {
      id: 'noon',
      title: { en: 'At noon' },
      scene: 'fanfare',
      when: { cron: '0 12 * * *' },
      targets: 'all',
    };
    expect((await admin.send('POST', '/api/schedule', rule)).status).toBe(201);
    const { status, body } = await admin.send('DELETE', '/api/scenes/fanfare');
    expect((await admin.send('DELETE', '/api/schedule/noon')).status).toBe(200);
    expect(status).toBe(409);
    expect(problemOf(body).detail).toContain('is used by rule noon');
    expect((body as { readonly said: { readonly en: string } }).said.en).toContain('is used by rule “At noon”');
    expect(body).not.toHaveProperty('byName');
  });

  it('says what somebody may not do by its permission to programs, and without it to people', async () => {
    const { status, body } = await operator.send('GET', '/api/people');
    const refused = problemOf(body) as { readonly detail: string; readonly said?: Readonly<Record<string, string>> };
    expect(status).toBe(403);
    expect(refused.detail).toContain('person.see');
    for (const sentence of Object.values(refused.said ?? { none: 'person.see' }))
      expect(sentence).not.toContain('person.see');
  });

  it('a body of more than a megabyte is refused before it is read to its end', async () => {
    const answer = await operator.send('POST', '/api/takes', { targets: 'all', scene: 'x'.repeat(1_100_000) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('a body that is not JSON is refused, and so is a key that is no key', async () => {
    const form = await operator.send('POST', '/api/takes', 'targets=all', {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(422);
    const key = await operator.send(
      'POST',
      '/api/takes',
      { targets: 'all', scene: 'quiet' },
      { 'Idempotency-Key': 'a b' },
    );
    expect(key.status).toBe(422);
  });

  it.each(['/api/unknown', '/api', '/nothing', '/media/..%2F..%2Fetc%2Fpasswd', `/media/${'0'.repeat(64)}`, '/%zz'])(
    '%s is a problem document',
    async (path) => {
      const answer = await admin.get(path);
      expect([404, 422]).toContain(answer.status);
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    },
  );

  it('nothing of this was logged as a mistake of the controller', () => {
    expect(hall.logged).toEqual([]);
  });
});

describe('who may', () => {
  it('a stranger gets 401 everywhere but where they sign in, whatever they send', async () => {
    for (const { method, path, needs } of routes) {
      const answer = await stranger.send(
        method.toUpperCase(),
        path.replaceAll(/:[a-z]+/gi, 'x'),
        method === 'get' ? undefined : '{',
      );
      expect([path, answer.status]).toEqual([path, path === '/api/tablet' ? 200 : needs === 'open' ? 422 : 401]);
    }
  });

  it('each role gets what it may, and 403 for the rest', async () => {
    const viewer = await signInAs(hall.origin, 'viewer');
    const take = { targets: 'all', scene: 'quiet' };
    expect((await viewer.get('/api/screens')).status).toBe(200);
    expect(await viewer.send('POST', '/api/takes', take)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await operator.send('POST', '/api/screens/p1/pairing')).status).toBe(403);
    const technician = await signInAs(hall.origin, 'technician');
    expect((await technician.send('POST', '/api/takes', take)).status).toBe(403);
    expect((await technician.send('PATCH', '/api/screens/p1', { outputDelayMs: 40 })).status).toBe(200);
  });

  it('another site’s page can do nothing, even with the cookie', async () => {
    const take = { targets: 'all', scene: 'quiet' };
    const foreign = await operator.send('POST', '/api/takes', take, { Origin: 'https://evil.example' });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await operator.send('POST', '/api/takes', take, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await operator.send('POST', '/api/takes', take, { Origin: 'null' })).status).toBe(403);
    expect((await operator.send('POST', '/api/takes', take, { Origin: hall.origin })).status).toBe(201);
  });
});
