import { describe, expect, it, vi } from 'vitest';
import { openDisplays, type SocketPlayer } from '../support/display-sockets.ts';

const session = { as: 'session' };

/** Answers every patch by saying that these screens hold it. */
function claim(player: SocketPlayer, screens: readonly string[]): void {
  player.socket.off('patch');
  player.socket.on('patch', (_patch: unknown, ack: (answer: unknown) => void) => ack({ applied: screens, stale: [] }));
}
const hasWholePlan = (player: SocketPlayer): Promise<boolean> =>
  vi.waitUntil(() => player.plans.length > 0, { timeout: 5_000, interval: 10 });

describe('an answer that is not true', () => {
  it('of another screen does not keep the plan from the player that missed the patch', async () => {
    const { connect, attach, take } = await openDisplays();
    const [liar, misses] = [connect(session), connect(session)];
    await attach(liar, 'left', 'virtual');
    await attach(misses, 'right', 'virtual');
    claim(liar, ['left', 'right']);
    misses.applies = null;
    await take('a');
    expect(await hasWholePlan(misses)).toBe(true);
  });

  it('of a mirror, given as often as there are players of the screen, does not either', async () => {
    const { connect, attach, take } = await openDisplays();
    const [liar, misses] = [connect(session), connect(session)];
    await attach(misses, 'left', 'virtual');
    await attach(liar, 'left', 'mirror');
    claim(liar, ['left', 'left']);
    misses.applies = null;
    await take('a');
    expect(await hasWholePlan(misses)).toBe(true);
  });
});
