import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { severityOf, type Trouble } from '#shared/incidents.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { layCable, type Cable } from '../support/cut-proxy.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

const screen = 'map';
const patience = { timeout: 100_000, interval: 100 };
/** What may pass until the right state is said. */
const soon = { timeout: 6_000, interval: 50 };

interface Health {
  readonly state: string;
  readonly reason: string | null;
}
interface Incident {
  readonly id: string;
  readonly trouble: Trouble;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

describe('a player that is broken in every way', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let cable: Cable;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  const health = async (): Promise<Health> =>
    ((await controller.get(`/api/screens/${screen}`)) as { health: Health }).health;
  const incidents = async (): Promise<readonly Incident[]> => (await controller.get('/api/incidents')) as Incident[];
  /** The state is said in time, and what was opened because of it ends; how many incidents that were. */
  async function isFound(
    state: string,
    reason: RegExp,
    breakIt: () => unknown,
    mendIt: () => unknown,
  ): Promise<number> {
    await well();
    const before = new Set((await incidents()).map(({ id }) => id));
    await breakIt();
    await vi.waitFor(async () => {
      const now = await health();
      expect(`${now.state}: ${now.reason ?? ''}`).toMatch(new RegExp(`^${state}: .*${reason.source}`));
    }, soon);
    const fresh = async (): Promise<readonly Incident[]> => (await incidents()).filter(({ id }) => !before.has(id));
    const mine = async (): Promise<readonly Incident[]> => (await fresh()).filter(({ trouble }) => trouble === state);
    await vi.waitUntil(async () => (await mine()).length > 0, patience);
    // A busy machine may drop frames meanwhile; nothing else of what visitors miss is made of it.
    const others = (await fresh()).filter(({ trouble }) => trouble !== state && severityOf(trouble) === 'fault');
    expect(others).toEqual([]);
    await mendIt();
    await vi.waitUntil(async () => (await mine()).every(({ closedAt }) => closedAt !== null), patience);
    return (await mine()).length;
  }
  /** A busy machine may drop frames; that is no fault of what was broken. */
  const well = (): Promise<unknown> =>
    vi.waitUntil(async () => {
      const { state, reason } = await health();
      return state === 'online' || (state === 'degraded' && /frames|stood still|certain to/.test(reason ?? ''));
    }, patience);

  async function open(fragment = ''): Promise<void> {
    page = await context.newPage();
    // A page that takes every scene of its plan for another one, from when the switch is thrown.
    await page.addInitScript(() => {
      const original: (text: string, ...rest: []) => unknown = JSON.parse.bind(JSON);
      JSON.parse = (text: string, ...rest: []) =>
        original(
          'isConfused' in globalThis ? text.replaceAll('"scene":"entrance"', '"scene":"statehood"') : text,
          ...rest,
        );
    });
    await page.goto(`http://127.0.0.1:${cable.port}/display/${fragment}`);
  }

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    cable = await layCable(controller.port);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 960, height: 540 } });
    const offered = (await (await controller.post(`/api/screens/${screen}/pairing`, {})).json()) as { code: string };
    await open(`#pair=${offered.code}`);
  });
  afterAll(async () => {
    await browser.close();
    await cable.stop();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('is green only when its picture has been seen', async () => {
    const { light } = await vi.waitUntil(async () => {
      const { health: now, reported } = (await controller.get(`/api/screens/${screen}`)) as {
        readonly health: Health;
        readonly reported: { readonly light: { readonly grid: string } | null } | null;
      };
      const seen = reported !== null && reported.light !== null;
      // Nobody has earned it before.
      expect(seen || now.state !== 'online').toBe(true);
      return seen ? reported : null;
    }, patience);
    await well();
    expect(light?.grid).toMatch(/^[0-9a-f]{128}$/);
  });

  it('killed: offline', async () => {
    expect(
      await isFound(
        'offline',
        /not been heard/,
        () => page.close(),
        () => open(),
      ),
    ).toBe(1);
  });

  it('its network cut without a word: offline', async () => {
    expect(
      await isFound(
        'offline',
        /not been heard/,
        () => cable.cut(),
        () => cable.mend(),
      ),
    ).toBe(1);
  });

  it('its tab frozen by a busy loop: frozen, in the words of its Worker', async () => {
    const freeze = (): Promise<void> =>
      page.evaluate(() => {
        setTimeout(() => {
          const until = performance.now() + 12_000;
          while (performance.now() < until);
        });
      });
    expect(await isFound('frozen', /has not answered/, freeze, () => undefined)).toBe(1);
  });

  it('black: wrong', async () => {
    const blacken = (): Promise<void> =>
      page.evaluate(() => {
        const canvases = (root: ParentNode): readonly HTMLCanvasElement[] =>
          [...root.querySelectorAll('*')].flatMap((element) => [
            ...(element instanceof HTMLCanvasElement ? [element] : []),
            ...(element.shadowRoot === null ? [] : canvases(element.shadowRoot)),
          ]);
        for (const canvas of canvases(document)) {
          const ctx = canvas.getContext('2d');
          ctx?.resetTransform();
          ctx?.fillRect(0, 0, canvas.width, canvas.height);
        }
      });
    expect(await isFound('wrong', /picture is black/, blacken, () => page.reload())).toBe(1);
  });

  it('another scene, by a bug: wrong', async () => {
    const run = { id: '' };
    const confuse = async (): Promise<void> => {
      await page.evaluate(() => Object.assign(globalThis, { isConfused: true }));
      const taken = await controller.post('/api/takes', { targets: [screen], scene: 'entrance', policy: 'go' });
      ({ run: run.id } = (await taken.json()) as { run: string });
    };
    const mend = async (): Promise<void> => {
      await controller.request('DELETE', `/api/runs/${run.id}`);
      await page.close();
      await open();
    };
    expect(await isFound('wrong', /statehood/, confuse, mend)).toBe(1);
  });

  it('without room on its disk: degraded', async () => {
    const cdp = await context.newCDPSession(page);
    const origin = `http://127.0.0.1:${cable.port}`;
    const run = { id: '' };
    const fill = async (): Promise<void> => {
      await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
      const taken = await controller.post('/api/takes', { targets: [screen], scene: 'relief', policy: 'go' });
      ({ run: run.id } = (await taken.json()) as { run: string });
    };
    const empty = async (): Promise<void> => {
      await cdp.send('Storage.overrideQuotaForOrigin', { origin });
      await controller.request('DELETE', `/api/runs/${run.id}`);
    };
    expect(await isFound('degraded', /(no room|cannot show)/, fill, empty)).toBe(1);
  });

  it('its clock set by somebody: degraded', async () => {
    const set = (): Promise<void> =>
      page.evaluate(() => {
        const real = Date.now.bind(Date);
        Date.now = () => real() + 60_000;
      });
    expect(await isFound('degraded', /clock jumped/, set, () => undefined)).toBe(1);
  });
});
