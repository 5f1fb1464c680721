import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ScreenId } from '#shared/ids.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { openRawPlayer, type RawPlayer } from '../support/raw-player.ts';
import { aHostReport, aReport } from '../support/reports.ts';

const patience = { timeout: 20_000, interval: 50 };
const screen = ScreenId.parse('map');

interface Told {
  readonly act: string;
  readonly confirmed: boolean;
  readonly said: string;
}

describe('what a technician can have a screen do', () => {
  const config = alwaysOpenConfig();
  const stops: (() => void)[] = [];
  let controller: TestController;
  let token = '';
  /** What the player was sent. */
  const plans: string[] = [];
  const ordered: unknown[] = [];

  const order = (act: string, more: object = {}): Promise<Response> =>
    controller.post(`/api/screens/${screen}/actions`, { act, ...more });
  const told = async (act: string, more: object = {}): Promise<Told> => {
    const response = await order(act, more);
    expect(response.status).toBe(200);
    return (await response.json()) as Told;
  };
  const played = async (): Promise<string> =>
    ((await controller.get(`/api/screens/${screen}`)) as { player: string }).player;

  /** A player that reports the plan it holds and the overlays in it, and comes back a second after it was thrown out. */
  function play(held: string): () => void {
    let isOver = false;
    let player: RawPlayer;
    let timer: NodeJS.Timeout | undefined;
    let again: NodeJS.Timeout | undefined;
    let plan = { revision: 0, sequence: 0, until: 1 };
    let overlays: string[] = [];
    let drawn = 0;
    const connect = (): void => {
      player = openRawPlayer({
        url: controller.url,
        namespace: '/displays',
        auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'test', screen, token: held },
        onOpen(socket) {
          const report = (): void => {
            drawn += 120;
            const frames = { drawn, dropped: 0, refreshHz: 60 };
            const said = { screen, at: Date.now(), plan, shown: null, frames };
            socket.emit('report', aReport({ ...said, overlays }));
          };
          socket.emit('attach', { screen, mode: 'screen', have: null }, report);
          timer = setInterval(report, 500);
        },
        onEvent(event, raw) {
          if (event !== 'patch' && event !== 'plan') return undefined;
          plans.push(raw);
          const next = /"(?:next|plan)":\{(?:[^{}]*?)"revision":(\d+),"sequence":(\d+),"until":(\d+)/.exec(raw);
          if (next !== null) plan = { revision: Number(next[1]), sequence: Number(next[2]), until: Number(next[3]) };
          overlays = [...raw.matchAll(/"(overlay-[0-9a-f-]+)"/g)].map(([, id]) => id ?? '');
          return { applied: [screen], stale: [] };
        },
        // Refused and then closed is one end, and one way back.
        onClose() {
          clearInterval(timer);
          clearTimeout(again);
          if (!isOver) again = setTimeout(connect, 1_000);
        },
      });
    };
    connect();
    return () => {
      isOver = true;
      clearInterval(timer);
      player.close();
    };
  }

  function host(): void {
    const socket = openRawPlayer({
      url: controller.url,
      namespace: '/displays',
      auth: { as: 'host', protocol: PROTOCOL_VERSION, build: 'test', screen, token },
      onOpen: (opened) => opened.emit('host', aHostReport({ screen, can: ['volume', 'brightness', 'reboot'] })),
      onEvent(event, raw) {
        if (event !== 'order') return undefined;
        ordered.push((JSON.parse(raw) as [string, { act: unknown }])[1].act);
        return { ok: true, said: 'The machine did it.' };
      },
    });
    stops.push(() => socket.close());
  }

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    token = await pairByHand(controller, screen);
    stops.push(play(token));
    await vi.waitUntil(async () => (await played()) === 'screen', patience);
  });
  afterAll(async () => {
    for (const stop of stops) stop();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('identify and test picture: through the plan, with the address of the screen’s page for a phone', async () => {
    expect(await told('identify')).toMatchObject({ confirmed: true });
    expect(plans.join('\n')).toContain(`"${controller.url}/#screen=${screen}"`);
    expect(await told('test-grid')).toMatchObject({ confirmed: true });
  });

  it('touch off and on: confirmed when the player holds the plan that says so', async () => {
    expect(await told('touch-off')).toMatchObject({ confirmed: true });
    expect(
      ((await controller.get('/api/hall')) as { screens: { id: string; touchOff?: boolean }[] }).screens,
    ).toContainEqual(expect.objectContaining({ id: screen, touchOff: true }));
    expect(await told('touch-on')).toMatchObject({ confirmed: true });
  });

  it('volume and brightness: refused where a page plays alone, done by the machine where there is one', async () => {
    const refused = await order('volume', { level: 0.4 });
    expect(refused.status).toBe(501);
    expect(((await refused.json()) as { detail: string }).detail).toContain('needs a player host');
    host();
    await vi.waitUntil(
      async () => ((await controller.get(`/api/screens/${screen}`)) as { host?: unknown }).host !== undefined,
      patience,
    );
    expect(await told('volume', { level: 0.4 })).toMatchObject({ confirmed: true, said: 'Volume is 40 %.' });
    expect(await told('brightness', { level: 0.8 })).toMatchObject({ confirmed: true });
    expect(ordered).toEqual([
      { is: 'volume', level: 0.4 },
      { is: 'brightness', level: 0.8 },
    ]);
    expect((await order('brightness', { level: 2 })).status).toBe(422);
  });

  it('reboot: confirmed when the machine is seen to go down', async () => {
    setTimeout(() => stops.pop()?.(), 1_500);
    expect(await told('reboot')).toMatchObject({
      confirmed: true,
      said: 'The machine has gone down, and comes back by itself.',
    });
    expect(ordered.at(-1)).toEqual({ is: 'reboot' });
  });

  it('keep a player out: it is gone, an incident says who wants it so, and it comes back when it is let in', async () => {
    expect(await told('quarantine')).toMatchObject({
      confirmed: true,
      said: 'The player of map is kept out until it is let in.',
      words: { ru: 'Плеер экрана «Карта достижений» не впускается, пока его не допустят снова.' },
    });
    expect(await played()).toBe('none');
    const incidents = async () =>
      (
        (await controller.get('/api/incidents')) as { trouble: string; title: string; closedAt: string | null }[]
      ).filter(({ trouble }) => trouble === 'quarantine');
    await vi.waitUntil(async () => (await incidents()).length > 0, patience);
    expect((await incidents())[0]?.title).toContain('admin wants it so');

    // Neither the controller's end nor its player, which knocks every second, changes that.
    await controller.kill('SIGKILL');
    controller = await controller.again();
    await new Promise((done) => setTimeout(done, 4_000));
    expect(await played()).toBe('none');
    expect(((await controller.get(`/api/screens/${screen}`)) as { health: object }).health).toMatchObject({
      state: 'offline',
      reason: 'Its player is kept out: admin wants it so.',
    });
    // Its machine can be reached all the same.
    host();
    await vi.waitUntil(
      async () => ((await controller.get(`/api/screens/${screen}`)) as { host?: unknown }).host !== undefined,
      patience,
    );

    expect(await told('release')).toMatchObject({ confirmed: true });
    expect(await played()).toBe('screen');
    expect((await order('release')).status).toBe(404);
    await vi.waitUntil(async () => (await incidents()).every(({ closedAt }) => closedAt !== null), patience);
    expect(await incidents()).toHaveLength(1);
    const journal = (await controller.get('/api/journal?command=screen.keep-out,screen.let-in')) as {
      actor: string;
      summary: string;
    }[];
    expect(journal.map(({ actor, summary }) => `${actor} ${summary}`)).toEqual([
      'admin let the player of screen map in again',
      'admin kept the player of screen 4 map out',
    ]);
  });

  it('swap for a spare: the spare plays, the old player is out, and what belongs to the screen stays', async () => {
    const screens = async () => ((await controller.get('/api/hall')) as { screens: { id: string }[] }).screens;
    const mine = async () => (await screens()).find(({ id }) => id === screen);
    await controller.request('PATCH', `/api/screens/${screen}`, { outputDelayMs: 42 });
    const before = await mine();
    expect(before).toMatchObject({ number: 4, outputDelayMs: 42 });
    const old = stops.shift();
    // Whoever was kept out is not the spare.
    expect(await told('quarantine')).toMatchObject({ confirmed: true });
    const spare = await pairByHand(controller, screen);
    stops.push(play(spare));
    await vi.waitUntil(async () => (await played()) === 'screen', patience);
    old?.();
    // The old player, should somebody plug it in again.
    const refused = new Promise<string>((resolve) => {
      const gone = openRawPlayer({
        url: controller.url,
        namespace: '/displays',
        auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'test', screen, token },
        onOpen: () => resolve('it was let in'),
        onClose: resolve,
      });
      stops.push(() => gone.close());
    });
    expect(await refused).toMatch(/token|paired|not-/i);
    expect(await mine()).toEqual(before);
  });
});
