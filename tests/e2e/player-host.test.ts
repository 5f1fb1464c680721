import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActionAnswer } from '#shared/orders.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { startPlayerProcess, type PlayerProcess } from '../support/player-process.ts';

// A screen whose scene is text: its page cannot read it, only a screenshot can.
const screen = 'statehood';
/** The browser keeps what it has fetched by origin, and so by port: it stays the same over the player's restarts. */
const port = 8_371;
const patience = { timeout: 90_000, interval: 200 };
/** For what needs a screenshot. */
const soon = { timeout: 20_000, interval: 100 };

interface Seen {
  readonly player: 'screen' | 'virtual' | 'none';
  readonly health: { readonly state: string; readonly reason: string | null };
  readonly host?: { readonly browser: { readonly state: string; readonly restarts: number }; readonly uptimeS: number };
  readonly reported: {
    readonly shown: { readonly scene: string } | null;
    readonly at: string;
  } | null;
}

describe('a player host', () => {
  const config = alwaysOpenConfig();
  const dataDir = mkdtempSync(join(tmpdir(), 'shanyraq-player-'));
  let controller: TestController;
  let host: PlayerProcess;
  let loopback = '';

  const seen = async (): Promise<Seen> => (await controller.get(`/api/screens/${screen}`)) as Seen;
  const order = async (act: string, more: object = {}): Promise<ActionAnswer> => {
    const response = await controller.post(`/api/screens/${screen}/actions`, { act, ...more });
    expect(response.status).toBe(200);
    return (await response.json()) as ActionAnswer;
  };
  // A screen is online for some seconds after its page has gone; who is to be ordered about has to be there.
  const isWell = ({ player, health: { state, reason } }: Seen): boolean =>
    player === 'screen' &&
    (state === 'online' || (state === 'degraded' && /frames|stood still|certain to|memory|disk|°C/.test(reason ?? '')));
  const well = (): Promise<boolean> => vi.waitUntil(async () => isWell(await seen()), patience);
  /** The page that answered an order is the one before; the new one has to have fetched and kept everything again. */
  async function loadedAnew(): Promise<void> {
    const orderedAt = Date.now();
    await vi.waitUntil(async () => Date.parse((await seen()).reported?.at ?? '') > orderedAt + 4_000, patience);
  }
  async function start(): Promise<void> {
    host = startPlayerProcess({ controller: controller.url, port, dataDir });
    loopback = await host.loopback();
  }

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    // A machine that was paired, with a browser that has lost everything.
    writeFileSync(
      join(dataDir, 'pairing.json'),
      JSON.stringify({ screen, token: await pairByHand(controller, screen) }),
    );
    await start();
  });
  afterAll(async () => {
    await host.stop();
    await controller.stop();
    for (const folder of [dataDir, config]) rmSync(folder, { recursive: true, force: true });
  });

  it('plays the screen in a browser that did not know it, and proves it by a screenshot', async () => {
    await well();
    expect((await seen()).host).toMatchObject({ browser: { state: 'running', restarts: 0 } });
  });

  it('shows a technician what the screen shows, and its number on it', async () => {
    const { picture, confirmed } = await order('screenshot');
    expect(confirmed).toBe(true);
    expect(
      Buffer.from(picture ?? '', 'base64')
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('ffd8');
    expect(await order('identify')).toMatchObject({ confirmed: true });
    expect(await order('test-grid', { holdFor: 5_000 })).toMatchObject({ confirmed: true });
  });

  it('finds a picture that is black, which the page knows nothing of: one incident, and its end', async () => {
    await well();
    const blackOnes = async (): Promise<readonly { readonly title: string; readonly closedAt: string | null }[]> =>
      ((await controller.get('/api/incidents')) as { trouble: string; title: string; closedAt: string | null }[])
        .filter(({ trouble, title }) => trouble === 'wrong' && title.includes('black'))
        .map(({ title, closedAt }) => ({ title, closedAt }));
    expect(await blackOnes()).toEqual([]);
    const page = await host.cdp();
    const black = 'document.documentElement.style.filter = ';
    await page.call('Runtime.evaluate', { expression: `${black}"brightness(0)"` });
    await vi.waitUntil(async () => /black/.test((await seen()).health.reason ?? ''), soon);
    expect((await seen()).health.state).toBe('wrong');
    await vi.waitUntil(async () => (await blackOnes()).length > 0, patience);
    await page.call('Runtime.evaluate', { expression: `${black}""` });
    page.close();
    await well();
    await vi.waitUntil(async () => (await blackOnes()).every(({ closedAt }) => closedAt !== null), patience);
    expect(await blackOnes()).toHaveLength(1);
  });

  it('starts the browser again when it is killed, and when it hangs', async () => {
    const before = (await seen()).host?.browser.restarts ?? 0;
    expect(await order('restart-player')).toMatchObject({ confirmed: true });
    await vi.waitUntil(async () => ((await seen()).host?.browser.restarts ?? 0) > before, patience);
    await well();
    const page = await host.cdp();
    // A page that never answers again, in a browser that lives.
    void page.call('Runtime.evaluate', { expression: 'for (;;);' }).catch(() => undefined);
    await vi.waitUntil(async () => (await seen()).health.state === 'frozen', soon);
    await vi.waitUntil(async () => ((await seen()).host?.browser.restarts ?? 0) > before + 1, patience);
    await well();
  });

  it('reloads and clears its cache when it is told to, and keeps its pairing', async () => {
    expect(await order('reload')).toMatchObject({ confirmed: true });
    await loadedAnew();
    expect(await order('clear-cache')).toMatchObject({ confirmed: true });
    await loadedAnew();
    await well();
  });

  it('refuses a controller that it cannot prove', async () => {
    const response = await controller.post(`/api/screens/${screen}/actions`, {
      act: 'controller',
      url: 'http://127.0.0.1:9',
    });
    expect(response.status).toBe(409);
    expect(((await response.json()) as { detail: string }).detail).toMatch(/does not answer/);
    await well();
  });

  it('boots with the controller dead, and the hall is right again when it is back', async () => {
    await vi.waitUntil(async () => (await fetch(loopback)).ok, patience);
    await host.stop();
    await controller.kill('SIGKILL');
    const startedAt = performance.now();
    await start();
    await vi.waitUntil(() => host.shows(), patience);
    const bootedMs = performance.now() - startedAt;
    controller = await controller.again();
    const backAt = performance.now();
    await well();
    console.log(
      `dead controller: picture after ${Math.round(bootedMs)} ms; green ${Math.round(performance.now() - backAt)} ms after it was back`,
    );
    expect(bootedMs).toBeLessThan(60_000);
  });
});
