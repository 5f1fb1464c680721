import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrokenPlayer, patience, screen, type BrokenPlayer } from '../support/broken-player.ts';

describe('a player that plays on with less than it needs', () => {
  let player: BrokenPlayer;

  beforeAll(async () => {
    player = await openBrokenPlayer();
  });
  afterAll(() => player.stop());

  it('without room on its disk: degraded', async () => {
    const cdp = await player.context.newCDPSession(player.page());
    const origin = `http://127.0.0.1:${player.cable.port}`;
    const run = { id: '' };
    const places = async (): Promise<readonly string[]> => {
      const { reported } = (await player.controller.get(`/api/screens/${screen}`)) as {
        readonly reported: { readonly errors: readonly { readonly where: string }[] };
      };
      return reported.errors.map(({ where }) => where);
    };
    const fill = async (): Promise<void> => {
      await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
      const taken = await player.controller.post('/api/takes', { targets: [screen], scene: 'relief', policy: 'go' });
      ({ run: run.id } = (await taken.json()) as { run: string });
      await vi.waitUntil(async () => (await places()).some((where) => /^(medium|scene) /.test(where)), patience);
    };
    const empty = async (): Promise<void> => {
      await cdp.send('Storage.overrideQuotaForOrigin', { origin });
      await player.controller.request('DELETE', `/api/runs/${run.id}`);
      // What lasts is told as long as it lasts; the minute is for what happens once.
      await vi.waitUntil(async () => (await places()).every((where) => !/^(medium|scene) /.test(where)), {
        timeout: 20_000,
        interval: 100,
      });
    };
    expect(await player.isFound('degraded', /(no room|cannot show)/, fill, empty)).toBe(1);
  });

  it('its clock set by somebody: degraded', async () => {
    const set = (): Promise<void> =>
      player.page().evaluate(() => {
        const real = Date.now.bind(Date);
        Date.now = () => real() + 60_000;
      });
    expect(await player.isFound('degraded', /clock jumped/, set, () => undefined)).toBe(1);
  });
});
