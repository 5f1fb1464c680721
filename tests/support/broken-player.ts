import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { expect, vi } from 'vitest';
import { severityOf, type Trouble } from '#shared/incidents.ts';
import { launchBrowser } from './browser.ts';
import { startTestController, type TestController } from './controller.ts';
import { layCable, type Cable } from './cut-proxy.ts';
import { alwaysOpenConfig } from './open-hall.ts';

/** The screen whose player is broken. */
export const screen = 'map';
export const patience = { timeout: 100_000, interval: 100 };
/** What may pass until the right state is said. */
const soon = { timeout: 6_000, interval: 50 };

export interface Health {
  readonly state: string;
  readonly reason: string | null;
}

interface Incident {
  readonly id: string;
  readonly trouble: Trouble;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** A hall with one paired player behind a cable that can be cut, to be broken and mended in every way. */
export interface BrokenPlayer {
  readonly controller: TestController;
  readonly cable: Cable;
  readonly context: BrowserContext;
  /** The player's page that was opened last. */
  page(): Page;
  /** Opens the player's page. */
  open(): Promise<void>;
  health(): Promise<Health>;
  well(): Promise<unknown>;
  /** The state is said in time, and what was opened because of it ends; how many incidents that were. */
  isFound(state: string, reason: RegExp, breakIt: () => unknown, mendIt: () => unknown): Promise<number>;
  stop(): Promise<void>;
}

export async function openBrokenPlayer(): Promise<BrokenPlayer> {
  const config = alwaysOpenConfig();
  const controller = await startTestController({ env: { CONFIG_DIR: config } });
  const cable = await layCable(controller.port);
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });

  const health = async (): Promise<Health> =>
    ((await controller.get(`/api/screens/${screen}`)) as { health: Health }).health;
  const incidents = async (): Promise<readonly Incident[]> => (await controller.get('/api/incidents')) as Incident[];
  /** A busy machine may drop frames; that is no fault of what was broken. */
  const well = (): Promise<unknown> =>
    vi.waitUntil(async () => {
      const { state, reason } = await health();
      return state === 'online' || (state === 'degraded' && /frames|stood still|certain to/.test(reason ?? ''));
    }, patience);

  async function open(fragment = ''): Promise<Page> {
    const opened = await context.newPage();
    // A page that takes every scene of its plan for another one, from when the switch is thrown.
    await opened.addInitScript(() => {
      const original: (text: string, ...rest: []) => unknown = JSON.parse.bind(JSON);
      JSON.parse = (text: string, ...rest: []) =>
        original(
          'isConfused' in globalThis ? text.replaceAll('"scene":"entrance"', '"scene":"statehood"') : text,
          ...rest,
        );
    });
    await opened.goto(`http://127.0.0.1:${cable.port}/display/${fragment}`);
    return opened;
  }
  const offered = (await (await controller.post(`/api/screens/${screen}/pairing`, {})).json()) as { code: string };
  let page = await open(`#pair=${offered.code}`);

  return {
    controller,
    cable,
    context,
    page: () => page,
    async open() {
      page = await open();
    },
    health,
    well,
    async isFound(state, reason, breakIt, mendIt) {
      await well();
      const before = new Set((await incidents()).map(({ id }) => id));
      const fresh = async (): Promise<readonly Incident[]> => (await incidents()).filter(({ id }) => !before.has(id));
      const mine = async (): Promise<readonly Incident[]> => (await fresh()).filter(({ trouble }) => trouble === state);
      // Whatever came of it is mended: what is told next begins at a player that is well.
      try {
        await breakIt();
        await vi.waitFor(async () => {
          const now = await health();
          expect(`${now.state}: ${now.reason ?? ''}`).toMatch(new RegExp(`^${state}: .*${reason.source}`));
        }, soon);
        await vi.waitUntil(async () => (await mine()).length > 0, patience);
        // A busy machine may drop frames meanwhile; nothing else of what visitors miss is made of it.
        const others = (await fresh()).filter(({ trouble }) => trouble !== state && severityOf(trouble) === 'fault');
        expect(others).toEqual([]);
      } finally {
        await mendIt();
      }
      await vi.waitUntil(async () => (await mine()).every(({ closedAt }) => closedAt !== null), patience);
      return (await mine()).length;
    },
    async stop() {
      await browser.close();
      await cable.stop();
      await controller.stop();
      rmSync(config, { recursive: true, force: true });
    },
  };
}
