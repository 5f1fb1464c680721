import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import type { Cdp } from '../../player-host/cdp.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { startPlayerProcess, type PlayerProcess } from '../support/player-process.ts';
import { openRawPlayer } from '../support/raw-player.ts';

const screen = 'statehood';
const port = 8_375;
const patience = { timeout: 150_000, interval: 200 };

/** A page waits two minutes for its disk before it uses a new token; here a tenth, in which its host still looks twice. */
const hurry = `{
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (run, ms, ...more) => later(run, ms === 120_000 ? 12_000 : ms, ...more);
}`;
/** Looks at every frame of the page for a scene that can be seen, and for anything that is said in its place. */
const watch = `{
  const seen = (globalThis.seenFrames = { lit: 0, dark: 0, words: 0 });
  const look = () => {
    const scenes = [...document.querySelectorAll('.layer *')].filter((one) => one.localName.startsWith('scene-'));
    seen[scenes.some((one) => one.checkVisibility({ opacityProperty: true })) ? 'lit' : 'dark'] += 1;
    if (document.querySelector('message-screen, pairing-screen') !== null) seen.words += 1;
    requestAnimationFrame(look);
  };
  look();
}`;

interface Pairing {
  readonly screen: string;
  readonly token: string;
  readonly next?: string;
}

/** One token gives way to the next while the hall is open. */
describe('the token of a player on the wall', () => {
  const config = alwaysOpenConfig();
  const dataDir = mkdtempSync(join(tmpdir(), 'shanyraq-player-'));
  const startedAt = new Date().toISOString();
  let controller: TestController;
  let host: PlayerProcess;
  let wall: Cdp;
  let first = '';
  let gone = 0;

  const onTheWall = async (expression: string): Promise<unknown> => {
    const { result } = await wall.call('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { readonly value?: unknown }).value;
  };
  const inPage = async (): Promise<Pairing> =>
    JSON.parse(String(await onTheWall(`localStorage.getItem('shanyraq.pairing')`))) as Pairing;
  /** Loads the page anew, with a shorter wait for its disk. */
  const hurries = async (): Promise<void> => {
    await wall.call('Page.enable');
    await wall.call('Page.addScriptToEvaluateOnNewDocument', { source: hurry });
    await wall.call('Page.reload');
    await plays();
  };
  const incidents = async (): Promise<readonly unknown[]> =>
    ((await controller.get('/api/incidents')) as { trouble: string }[]).filter(({ trouble }) => trouble === 'token');
  const onDisk = (): Pairing => JSON.parse(readFileSync(join(dataDir, 'pairing.json'), 'utf8')) as Pairing;
  const seen = async () =>
    (await controller.get(`/api/screens/${screen}`)) as {
      readonly player: string;
      readonly host?: object;
      readonly health: { readonly state: string };
    };
  const plays = (): Promise<boolean> =>
    vi.waitUntil(async () => {
      const { player, host: machine } = await seen();
      return player === 'screen' && machine !== undefined && (await host.shows());
    }, patience);
  /** How often the hall has seen a player leave the screen. */
  const departures = async (): Promise<number> => {
    const query = `from=${startedAt}&to=${new Date().toISOString()}`;
    const events = (await controller.get(`/api/screens/${screen}/events?${query}`)) as {
      readonly kind: string;
      readonly body: { readonly is?: string };
    }[];
    return events.filter(({ kind, body }) => kind === 'player' && body.is === 'left').length;
  };
  const knock = (token: string): Promise<string> =>
    new Promise((resolve) => {
      const stranger = openRawPlayer({
        url: controller.url,
        namespace: '/displays',
        auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'test', screen, token },
        onOpen: () => {
          stranger.close();
          resolve('in');
        },
        onClose: resolve,
      });
    });

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    first = await pairByHand(controller, screen);
    writeFileSync(join(dataDir, 'pairing.json'), JSON.stringify({ screen, token: first }));
    host = startPlayerProcess({ controller: controller.url, port, dataDir });
    await plays();
    wall = await host.cdp();
    await hurries();
    await vi.waitUntil(async () => (await seen()).health.state !== 'unproved', patience);
    await onTheWall(watch);
  });
  afterAll(async () => {
    wall.close();
    await host.stop();
    await controller.stop();
    for (const folder of [dataDir, config]) rmSync(folder, { recursive: true, force: true });
  });

  it('changes while it plays: it stays paired, and no visitor sees anything of it', async () => {
    gone = await departures();
    expect((await controller.post(`/api/screens/${screen}/token`, {})).status).toBe(202);
    const states = new Set<string>();
    await vi.waitUntil(async () => {
      const { player, health } = await seen();
      states.add(`${player} ${health.state}`);
      const { token, next } = await inPage();
      return token !== first && next === undefined;
    }, patience);
    const { token } = await inPage();
    await vi.waitUntil(() => onDisk().token === token && onDisk().next === undefined, patience);
    await plays();

    // It was the same page all the time, with its scene in every frame.
    expect(await onTheWall('seenFrames')).toMatchObject({ dark: 0, words: 0 });
    expect(await onTheWall('seenFrames.lit')).toBeGreaterThan(100);
    expect(await departures()).toBe(gone);
    expect([...states].filter((state) => !/^screen (online|unproved|degraded|late)$/.test(state))).toEqual([]);
    expect(await incidents()).toEqual([]);
  });

  it('is not taken for a copy when the host crashes before it has read the next one, and its browser lives on', async () => {
    const { token } = onDisk();
    expect((await controller.post(`/api/screens/${screen}/token`, {})).status).toBe(202);
    await vi.waitUntil(async () => (await inPage()).next !== undefined, { ...patience, interval: 20 });
    await host.crash();
    expect(wall.isOpen()).toBe(true);
    host = startPlayerProcess({ controller: controller.url, port, dataDir });
    await vi.waitUntil(() => !wall.isOpen(), patience);
    await plays();
    wall = await host.cdp();
    await hurries();
    await vi.waitUntil(() => onDisk().token !== token && onDisk().next === undefined, patience);
    await plays();
    expect(await inPage()).toEqual(onDisk());
    expect(await incidents()).toEqual([]);
  });

  it('is the new one from then on: the old one is refused, and the machine gives it to a browser that lost everything', async () => {
    const { token } = onDisk();
    expect(token).not.toBe(first);
    gone = await departures();
    wall.close();
    await host.stop();
    await vi.waitUntil(async () => (await departures()) > gone, patience);
    rmSync(join(dataDir, 'profile'), { recursive: true, force: true });
    host = startPlayerProcess({ controller: controller.url, port, dataDir });
    await plays();
    wall = await host.cdp();
    expect(await inPage()).toEqual({ screen, token });
    expect(await knock(first)).toMatch(/not valid any more/);
    expect(await knock(token)).toBe('in');
    expect((await seen()).player).toBe('screen');
  });
});
