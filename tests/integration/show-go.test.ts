import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuideAnswer } from '#shared/guide.ts';
import { nextCueId } from '#shared/next-cue.ts';
import { startPlayedHall, type PlayedHall } from '../support/played-hall.ts';

const title = { en: 'A tour', ru: 'Экскурсия', kk: 'Серуен' };
const minuteMs = 60_000;
const patience = { timeout: 20_000, interval: 50 };

interface Answered {
  readonly status: number;
  readonly run?: string;
  readonly code?: string;
  readonly cue?: string;
  readonly ready?: readonly string[];
  readonly late?: readonly string[];
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

/** Three cues that follow by themselves after a minute, as every cue of the shipped show does. */
const tour = (id: string, how: object, note = 'As it was') => ({
  id,
  title,
  cues: ['welcome', 'way-title', 'way-independence'].map((scene, index) => ({
    id: `part-${index + 1}`,
    title,
    durationMs: minuteMs,
    note,
    parts: [{ targets: ['map', 'statehood', 'diplomacy'], scene }],
    ...(index === 1 ? how : {}),
  })),
});

describe('GO of a show while a screen is gone', () => {
  let hall: PlayedHall;
  let run: string;

  const send = async (path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answered> => {
    const response = await hall.controller.post(path, body, headers);
    return { status: response.status, ...((await response.json()) as object) };
  };
  /** Takes the show, and waits until those who play it hold its second cue ready. */
  async function take(show: string): Promise<void> {
    run = (await send('/api/takes', { targets: 'all', show, policy: 'go' })).run ?? '';
    await held(1, ['diplomacy', 'statehood']);
  }
  async function held(cue: number, screens: readonly string[]): Promise<void> {
    await vi.waitUntil(async () => {
      const states = (await hall.controller.get('/api/screens')) as {
        readonly id: string;
        readonly next?: readonly { readonly cue: string; readonly state: { readonly is: string } }[];
      }[];
      return screens.every((id) =>
        states
          .find((state) => state.id === id)
          ?.next?.some((told) => told.cue === nextCueId(run, cue) && told.state.is === 'ready'),
      );
    }, patience);
  }
  const go = (query = '') => send(`/api/runs/${run}/go${query}`);

  beforeAll(async () => {
    hall = await startPlayedHall({ without: ['map'] });
    for (const [id, how] of [
      ['plain', {}],
      ['strict', { policy: 'strict' }],
      ['critical', { policy: 'critical', critical: ['map'] }],
    ] as const)
      if ((await send('/api/shows', tour(id, how))).status !== 201) throw new Error(`no show ${id}`);
  });
  afterAll(() => hall.stop());
  beforeEach(() => async () => {
    await hall.controller.request('DELETE', `/api/runs/${run}`);
  });

  it('goes with those that are ready, long before the cue would have followed by itself', async () => {
    await take('plain');
    expect(await go()).toMatchObject({ status: 200, cue: 'part-2', ready: ['statehood', 'diplomacy'], late: ['map'] });
    await vi.waitUntil(() => hall.players.get('statehood')?.shown()?.startsWith(`${run}/1/`), patience);
    // And the one after it is being held by then.
    await held(2, ['diplomacy', 'statehood']);
  });

  it.each(['strict', 'critical'])('is refused by a %s cue, says for whom, and goes without them', async (show) => {
    await take(show);
    const refused = await go();
    expect(refused).toMatchObject({ status: 409, code: 'not-ready', fields: [{ path: 'policy', message: 'map' }] });
    expect(hall.players.get('statehood')?.shown()).toMatch(new RegExp(`^${run}/0/`));
    expect(await send(`/api/runs/${run}/jump`, { cue: 'part-2' })).toMatchObject({ status: 409, code: 'not-ready' });
    expect(await go('?policy=go')).toMatchObject({ status: 200, ready: ['statehood', 'diplomacy'], late: ['map'] });
  });

  it('takes a strict show only when it is ready, or without those that are not', async () => {
    const body = { targets: 'all', show: 'strict', cue: 'part-2' };
    expect(await send('/api/takes', body)).toMatchObject({ status: 409, code: 'not-ready' });
    const taken = await send('/api/takes', { ...body, policy: 'go' });
    run = taken.run ?? '';
    expect(taken).toMatchObject({ status: 201, late: ['map', 'statehood', 'diplomacy'] });
  });

  it('is held to the cue on a guide’s phone as well, which sees who is not ready', async () => {
    await take('strict');
    const { code } = await send(`/api/runs/${run}/guide`);
    const authorization = { authorization: `Guide ${code}` };
    const seen = async () =>
      (await (await fetch(`${hall.controller.url}/api/guide`, { headers: authorization })).json()) as GuideAnswer;
    expect((await seen()).next).toEqual({ cue: 'part-2', late: [4], insists: true });
    const asGuide = (body: object) =>
      fetch(`${hall.controller.url}/api/guide/go`, {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await asGuide({ from: 'part-1' })).status).toBe(409);
    expect((await asGuide({ from: 'part-1', policy: 'go' })).status).toBe(200);
    await held(2, ['diplomacy', 'statehood']);
    expect((await seen()).next).toEqual({ cue: 'part-3', late: [4], insists: false });
  });

  it('lets a guide say what was written for the version that is shown', async () => {
    await take('plain');
    const { code } = await send(`/api/runs/${run}/guide`);
    const { version } = (await hall.controller.get('/api/shows/plain')) as { readonly version: number };
    const edited = { ...tour('plain', {}, 'As it is now'), version };
    expect((await hall.controller.request('PUT', '/api/shows/plain', edited)).status).toBe(200);
    const answer = await fetch(`${hall.controller.url}/api/guide`, { headers: { authorization: `Guide ${code}` } });
    const { notes } = (await answer.json()) as GuideAnswer;
    expect(notes.map(({ note }) => note)).toEqual(['As it was', 'As it was', 'As it was']);
    // So do consoles, by the version that the run tells.
    const noted = async (of: number) =>
      ((await hall.controller.get(`/api/shows/plain/notes?version=${of}`)) as GuideAnswer['notes']).map(
        ({ note }) => note,
      );
    expect(await noted(version)).toEqual(['As it was', 'As it was', 'As it was']);
    expect(await noted(version + 1)).toEqual(['As it is now', 'As it is now', 'As it is now']);
    expect(await noted(version + 2)).toEqual([]);
  });
});
