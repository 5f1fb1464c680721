import { describe, expect, it, vi } from 'vitest';
import { messageLimitBytes } from '#shared/protocol.ts';
import { openDisplays as open } from '../support/display-sockets.ts';
import { screen } from '../support/hall-state.ts';

const session = { as: 'session' };
const until = (test: () => boolean): Promise<void> =>
  vi.waitUntil(test, { timeout: 5000, interval: 10 }).then(() => undefined);

describe('the socket of the screens', () => {
  it('gives a player its plan, and then what changes; or nothing where it holds that already', async () => {
    const { hall, connect, attach, take } = await open();
    const player = connect({ as: 'screen', screen: 'left', token: 'secret' });
    const answer = await attach(player, 'left', 'screen');
    if (!answer.ok || answer.value.plan === null) throw new Error('no plan');
    const { revision, sequence, until: ends } = answer.value.plan;
    expect(answer.value).toMatchObject({ mode: 'screen', plan: { screen: 'left' } });
    expect(hall.engine.screen('left')?.player).toBe('screen');
    const again = await attach(player, 'left', 'screen', { revision, sequence, until: ends });
    expect(again).toEqual({ ok: true, value: { mode: 'screen', plan: null } });
    await take('a');
    await until(() => player.patches.length === 1);
    expect(player.patches[0]).toMatchObject({
      screens: null,
      patch: { base: { revision }, next: { revision: revision + 1 } },
    });
    player.socket.disconnect();
    await until(() => hall.engine.screen('left')?.player === 'none');
  });

  it('sends the whole plan to whoever does not answer a patch, or cannot use it', async () => {
    const { connect, attach, take } = await open();
    const [deaf, stale, well] = [connect(session), connect(session), connect(session)];
    await attach(deaf, 'left', 'virtual');
    await attach(stale, 'right', 'virtual');
    await attach(well, 'right', 'mirror');
    deaf.applies = null;
    stale.applies = false;
    await take('a');
    await until(() => deaf.plans.length === 1 && stale.plans.length === 1);
    expect(well.patches).toHaveLength(1);
  });

  it('names the screens to a page that plays several', async () => {
    const { connect, attach, take } = await open();
    const page = connect(session);
    await attach(page, 'left', 'virtual');
    await attach(page, 'right', 'virtual');
    await take('a');
    await until(() => page.patches.length === 1);
    expect(page.patches[0]?.screens).toEqual(['left', 'right']);
  });

  it('remembers when a player came and went, and nothing of who only watches it', async () => {
    const { hall, connect, attach } = await open();
    const said = () =>
      hall.telemetry.records.flatMap((record) => (record.kind === 'player' ? [[record.screen, record.body]] : []));
    const watch = async (): Promise<void> => {
      const mirror = connect(session);
      for (const name of ['left', 'right']) await attach(mirror, name, 'mirror');
      await mirror.socket.emitWithAck('detach', { screen: 'left' });
      mirror.socket.disconnect();
    };
    await watch();
    const player = connect({ as: 'screen', screen: 'left', token: 'secret' });
    await attach(player, 'left', 'screen');
    await watch();
    const another = connect({ as: 'screen', screen: 'left', token: 'secret' });
    await attach(another, 'left', 'screen');
    player.socket.disconnect();
    await watch();
    another.socket.disconnect();
    await until(() => hall.engine.screen('left')?.player === 'none');
    expect(said()).toEqual([
      ['left', { is: 'came', by: 'screen' }],
      ['left', { is: 'came', by: 'screen' }],
      ['left', { is: 'left', by: 'none' }],
    ]);
  });

  it('tells a stand-in that the screen has its own player now, and takes no reports from it', async () => {
    const { hall, connect, attach } = await open();
    const page = connect(session);
    await attach(page, 'left', 'virtual');
    const player = connect({ as: 'screen', screen: 'left', token: 'secret' });
    await attach(player, 'left', 'screen');
    await until(() => page.modes.length === 1);
    expect(page.modes).toEqual(['mirror']);
    player.socket.disconnect();
    await until(() => page.modes.length === 2);
    expect(page.modes).toEqual(['mirror', 'virtual']);
    expect(hall.engine.screen('left')?.player).toBe('virtual');
  });

  it.each([
    ['a stranger', { as: 'stranger' }],
    ['another screen', { as: 'screen', screen: 'right', token: 'secret' }],
  ])('lets %s play no screen', async (_who, auth) => {
    const { connect, attach } = await open();
    const answer = await attach(connect(auth), 'left', 'screen');
    expect(answer.ok).toBe(false);
  });

  it('lets nobody in with a wrong token, a wrong protocol, or no handshake', async () => {
    const { connect } = await open();
    for (const auth of [
      { as: 'screen', screen: 'left', token: 'wrong' },
      { as: 'session', protocol: 99 },
      { as: 'nobody' },
    ]) {
      const { socket } = connect(auth);
      const error = await new Promise<Error & { data?: { detail: string } }>((done) =>
        socket.on('connect_error', done),
      );
      expect(error.data?.detail).toBeTruthy();
    }
  });

  it('answers what it cannot understand to its sender, and serves the others undisturbed', async () => {
    const { connect, attach, take } = await open();
    const [bad, good] = [connect(session), connect(session)];
    await attach(bad, 'left', 'virtual');
    await attach(good, 'right', 'virtual');
    bad.socket.emit('report', { screen: 'left', heapBytes: 'many' });
    bad.socket.emit('attach', null, () => undefined);
    bad.socket.emit('view', { screen: 'right', view: {} });
    await until(() => bad.refused.length === 3);
    expect(bad.refused).toEqual(['invalid', 'invalid', 'not-allowed']);
    bad.socket.emit('report', { screen: 'left', junk: 'x'.repeat(messageLimitBytes) });
    await until(() => bad.socket.disconnected);
    await take('a');
    await until(() => good.patches.length === 1);
    expect(good.socket.connected).toBe(true);
  });

  it('closes a socket that goes on sending what is refused', async () => {
    const { connect, attach } = await open();
    const bad = connect(session);
    await attach(bad, 'left', 'virtual');
    for (let index = 0; index < 500; index++) bad.socket.emit('report', { index });
    await until(() => bad.socket.disconnected);
    expect(bad.refused.length).toBeLessThan(500);
  });

  it('keeps a player out also where that is decided while it comes in', async () => {
    const { hall, connect } = await open();
    const player = connect({ as: 'screen', screen: 'left', token: 'secret' });
    await until(() => player.socket.connected);
    const command = { type: 'screen.keep-out', screen: screen('left') } as const;
    expect(await hall.engine.order({ commandId: 'out', actor: { is: 'hall' }, command })).toMatchObject({ ok: true });
    player.socket.emit('attach', { screen: 'left', mode: 'screen', have: null }, () => undefined);
    await until(() => !player.socket.connected);
    expect(hall.engine.screen('left')?.player).toBe('none');
  });

  it('pairs a new player by code or by link', async () => {
    const { connect } = await open();
    const { socket } = connect({ as: 'stranger' });
    expect(await socket.emitWithAck('pair', { with: 'nothing' })).toMatchObject({
      ok: true,
      value: { is: 'waiting', code: 'ABC346' },
    });
    expect(await socket.emitWithAck('pair', { with: 'code', code: 'right' })).toMatchObject({
      ok: true,
      value: { is: 'paired', token: 'secret' },
    });
    expect(await socket.emitWithAck('pair', { with: 'code', code: 'used' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});
