import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { until } from '../support/eventually.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { openRawPlayer } from '../support/raw-player.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What a program that reads the log can rely on. */
const Line = z.looseObject({
  level: z.union([10, 20, 30, 40, 50, 60].map((level) => z.literal(level))),
  time: z.int().min(1_700_000_000_000),
  msg: z.string().min(1),
});

const pin = '739146';
const wrongPassword = 'a password that is not right';

describe('the log of a controller, through a day’s story', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shanyraq-log-'));
  let hall: TestController;
  /** Everything that opens something, by what it is. */
  const secrets = new Map<string, string>([
    ['PIN', pin],
    ['wrong password', wrongPassword],
    ['password', 'a long password for tests'],
  ]);

  /** Knocks as a screen; what became of it. */
  const knock = (token: string): Promise<string> =>
    new Promise((resolve) => {
      const player = openRawPlayer({
        url: hall.url,
        namespace: '/displays',
        auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'test', screen: 'map', token },
        onOpen() {
          resolve('in');
          player.close();
        },
        onClose: resolve,
      });
    });
  const lines = (): readonly string[] => hall.logged().trimEnd().split('\n');

  async function offered(): Promise<string> {
    const { code } = (await (await hall.post('/api/screens/entrance/pairing', {})).json()) as { code: string };
    return code;
  }

  beforeAll(async () => {
    // A telemetry that cannot be opened, so that there is an error to read of.
    mkdirSync(join(dataDir, 'telemetry.db'));
    hall = await startTestController({ dataDir, env: { LOG_LEVEL: 'trace' } });
    secrets.set('cookie', (hall.headers['cookie'] ?? '').split('=')[1] ?? '');
  });

  afterAll(() => hall.stop());

  it('is written while people sign in, players are paired and refused, and scenes are taken', async () => {
    // Signing in, well and badly.
    const refused = await hall.post('/api/session', { name: 'admin', password: wrongPassword });
    expect(refused.status).toBe(401);
    expect((await hall.request('PUT', '/api/cleaning-pin', { pin })).status).toBe(200);
    const own = { password: secrets.get('password'), pin };
    expect((await hall.request('PUT', '/api/session/pin', own)).status).toBe(200);
    const key = { name: 'bms', permissions: ['hall.see'], days: 1 };
    secrets.set('key', ((await (await hall.post('/api/keys', key)).json()) as { key: string }).key);
    secrets.set('code', await offered());

    // A player is paired, comes, is paired again elsewhere; what it had is refused.
    secrets.set('older token', await pairByHand(hall, 'map'));
    expect(await knock(secrets.get('older token') ?? '')).toBe('in');
    secrets.set('token', await pairByHand(hall, 'map'));
    expect(await knock(secrets.get('older token') ?? '')).toContain('Pair the player again');

    // A take, one that is refused, and a request that is none.
    expect((await hall.post('/api/takes', { targets: 'map', scene: 'map' })).status).toBe(201);
    expect((await hall.post('/api/takes', { targets: 'nowhere', scene: 'map' })).status).toBe(404);
    expect((await hall.post('/api/takes', { targets: 5 })).status).toBe(422);

    // A player that flaps is kept out, and that is logged.
    for (let turn = 0; turn < 15; turn += 1) await knock(secrets.get('token') ?? '');
    await until('it is logged', () => Promise.resolve(hall.logged().includes('a player is kept out')));
  });

  it('is one object of JSON a line, with its level, its time and what it says', () => {
    expect(lines().length).toBeGreaterThan(1);
    for (const line of lines()) Line.parse(JSON.parse(line));
  });

  it('names what it is about in fields of their own', () => {
    const kept = lines()
      .map((line) => Line.parse(JSON.parse(line)))
      .find(({ msg }) => msg.includes('kept out'));
    expect(kept).toMatchObject({ level: 40, player: 'screen map' });
  });

  it('tells of an error with its message and where it came from', () => {
    const failed = lines()
      .map((line) => Line.parse(JSON.parse(line)))
      .filter((line) => 'error' in line);
    expect(failed.length).toBeGreaterThan(0);
    for (const { error } of failed)
      expect(error).toMatchObject({
        message: expect.stringMatching(/\w/) as string,
        stack: expect.any(String) as string,
      });
  });

  it('holds no token, cookie, password, key or PIN', () => {
    expect([...secrets.values()].filter((secret) => secret.length < 6)).toEqual([]);
    for (const [name, secret] of secrets) expect([name, hall.said().includes(secret)]).toEqual([name, false]);
  });

  it('is quiet about who does not hurt: nothing is logged for each request or report', () => {
    expect(lines().length).toBeLessThan(20);
  });
});
