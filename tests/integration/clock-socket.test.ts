import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { attachClock } from '../../controller/adapters/clock-socket.ts';
import { ProbeReply } from '#shared/clock/probe.ts';
import type { ClockState, SharedClock } from '#shared/clock/shared-clock.ts';
import { startNodeClock } from '../support/node-clock.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const trueNow = () => 1_790_000_000_000 + performance.now();

async function startController(
  epoch: string,
  port = 0,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'] });
  const detach = attachClock(server.of('/clock'), { now: trueNow, epoch: () => epoch });
  await new Promise<void>((resolve) => {
    http.listen(port, '127.0.0.1', resolve);
  });
  const stop = async () => {
    detach();
    await server.close();
  };
  stops.push(stop);
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, stop };
}

function until(clock: SharedClock, is: (state: ClockState) => boolean): Promise<ClockState> {
  return new Promise((resolve) => {
    const stop = clock.subscribe((state) => {
      if (!is(state)) return;
      stop();
      resolve(state);
    });
  });
}

function startClock(url: string): SharedClock {
  // A machine whose clocks are nobody else's: its wall clock is an hour off, its monotonic one began elsewhere.
  const mono = () => performance.now() + 777_777;
  const { clock, stop } = startNodeClock({ url, mono, wall: () => trueNow() + 3_600_000 });
  stops.push(stop);
  return clock;
}

describe('the clock over a real socket', () => {
  it('finds shared time, within its own bound', async () => {
    const { url } = await startController('first');
    const clock = startClock(url);
    expect(clock.state().status).toBe('unsynced');
    const { boundMs, epoch } = await until(clock, ({ status }) => status === 'synced');
    expect(epoch).toBe('first');
    expect(boundMs).toBeLessThan(1_000);
    const [before, said, after] = [trueNow(), clock.now(), trueNow()];
    expect(said).toBeGreaterThan(before - clock.boundMs());
    expect(said).toBeLessThan(after + clock.boundMs());
  });

  it('comes back by itself when the controller does, with a new epoch', async () => {
    const { url, stop } = await startController('first');
    const clock = startClock(url);
    await until(clock, ({ status }) => status === 'synced');
    await stop();
    await startController('second', Number(new URL(url).port));
    const again = until(clock, ({ status, epoch }) => status === 'synced' && epoch === 'second');
    expect((await again).generation).toBe(1);
  });

  it('answers a probe in one message, and nothing that is no probe', async () => {
    const { url } = await startController('first');
    const socket = io(`${url}/clock`, { transports: ['websocket'] });
    stops.push(() => socket.disconnect());
    await expect(socket.timeout(300).emitWithAck('probe', { t1: 'soon' })).rejects.toThrow('timed out');
    socket.emit('probe', { t1: 1 });
    const reply = ProbeReply.parse(await socket.timeout(5_000).emitWithAck('probe', { t1: 1 }));
    expect(reply.t3).toBeGreaterThanOrEqual(reply.t2);
  });
});
