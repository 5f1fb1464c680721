import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrokenPlayer, patience, screen, type BrokenPlayer, type Health } from '../support/broken-player.ts';

describe('a player that is broken in every way', () => {
  let player: BrokenPlayer;

  beforeAll(async () => {
    player = await openBrokenPlayer();
  });
  afterAll(() => player.stop());

  it('is green only when its picture has been seen', async () => {
    const { light } = await vi.waitUntil(async () => {
      const { health: now, reported } = (await player.controller.get(`/api/screens/${screen}`)) as {
        readonly health: Health;
        readonly reported: { readonly light: { readonly grid: string } | null } | null;
      };
      const seen = reported !== null && reported.light !== null;
      // Nobody has earned it before.
      expect(seen || now.state !== 'online').toBe(true);
      return seen ? reported : null;
    }, patience);
    await player.well();
    expect(light?.grid).toMatch(/^[0-9a-f]{128}$/);
  });

  it('killed: offline', async () => {
    expect(
      await player.isFound(
        'offline',
        /not been heard/,
        () => player.page().close(),
        () => player.open(),
      ),
    ).toBe(1);
  });

  it('its network cut without a word: offline', async () => {
    expect(
      await player.isFound(
        'offline',
        /not been heard/,
        () => player.cable.cut(),
        () => player.cable.mend(),
      ),
    ).toBe(1);
  });

  it('its tab frozen by a busy loop: frozen, in the words of its Worker', async () => {
    const freeze = (): Promise<void> =>
      player.page().evaluate(() => {
        setTimeout(() => {
          const until = performance.now() + 12_000;
          while (performance.now() < until);
        });
      });
    expect(await player.isFound('frozen', /has not answered/, freeze, () => undefined)).toBe(1);
  });

  it('black: wrong', async () => {
    const blacken = (): Promise<void> =>
      player.page().evaluate(() => {
        const canvases = (root: ParentNode): readonly HTMLCanvasElement[] =>
          [...root.querySelectorAll('*')].flatMap((element) => [
            ...(element instanceof HTMLCanvasElement ? [element] : []),
            ...(element.shadowRoot === null ? [] : canvases(element.shadowRoot)),
          ]);
        // Again and again: a map that is still being drawn draws over it.
        setInterval(() => {
          for (const canvas of canvases(document)) {
            const ctx = canvas.getContext('2d');
            ctx?.resetTransform();
            ctx?.fillRect(0, 0, canvas.width, canvas.height);
          }
        }, 100);
      });
    expect(await player.isFound('wrong', /picture is black/, blacken, () => player.page().reload())).toBe(1);
  });

  it('another scene, by a bug: wrong', async () => {
    const run = { id: '' };
    const confuse = async (): Promise<void> => {
      await player.page().evaluate(() => Object.assign(globalThis, { isConfused: true }));
      const taken = await player.controller.post('/api/takes', { targets: [screen], scene: 'entrance', policy: 'go' });
      ({ run: run.id } = (await taken.json()) as { run: string });
    };
    const mend = async (): Promise<void> => {
      await player.controller.request('DELETE', `/api/runs/${run.id}`);
      await player.page().close();
      await player.open();
    };
    expect(await player.isFound('wrong', /statehood/, confuse, mend)).toBe(1);
  });

  it('kept out: visitors see their scene all the same, also after a reload, and no word of it', async () => {
    await player.well();
    const order = async (act: string): Promise<void> => {
      expect((await player.controller.post(`/api/screens/${screen}/actions`, { act })).status).toBe(200);
    };
    const messages = () => player.page().locator('message-screen');
    await order('quarantine');
    await vi.waitUntil(async () => /kept out: admin wants it so/.test((await player.health()).reason ?? ''), patience);
    // It knocks every second or two.
    await player.page().waitForTimeout(4_000);
    expect(await messages().count()).toBe(0);
    await player.page().reload();
    await player.page().locator('.player[data-scene]').waitFor({ timeout: 30_000 });
    await messages().waitFor({ state: 'detached', timeout: 10_000 });
    await order('release');
    await player.well();
    expect(await messages().count()).toBe(0);
  });
});
