import { io } from 'socket.io-client';
import { startProbeLoop } from '../../displays/clock/probe-loop.ts';
import { stayConnected } from '../../displays/clock/stay-connected.ts';
import { createFace } from '#shared/clock/face.ts';
import { createFilter, defaultConfig } from '#shared/clock/filter.ts';
import { probeEvent } from '#shared/clock/probe.ts';
import type { SharedClock } from '#shared/clock/shared-clock.ts';
import { monoMs } from '#shared/time.ts';

export interface NodeClockOptions {
  /** The controller's origin. */
  readonly url: string;
  readonly auth?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The client's own clocks, ms; tests shift and stretch them. */
  readonly mono?: () => number;
  readonly wall?: () => number;
  readonly fixedIntervalMs?: number;
  /** Each answered probe, for those who count them. */
  readonly onProbe?: () => void;
}

/** The shared clock of a simulated player: the same loop and filter as a page, without a Worker. */
export function startNodeClock(options: NodeClockOptions): { readonly clock: SharedClock; readonly stop: () => void } {
  const { url, auth = {}, mono = () => performance.now(), wall = () => Date.now() } = options;
  const config = { ...defaultConfig, resolutionMs: 0.001 };
  const socket = io(`${url}/clock`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { ...auth },
    ...(options.headers === undefined ? {} : { extraHeaders: { ...options.headers } }),
    reconnectionDelay: 200,
  });
  let setStill: (isStill: boolean) => void = () => undefined;
  const face = createFace({
    mono: () => monoMs(mono()),
    first: createFilter(config, wall() - mono()).reading,
    onStill: (isStill) => setStill(isStill),
  });
  const loop = startProbeLoop({
    config,
    mono,
    wall,
    ...(options.fixedIntervalMs === undefined ? {} : { fixedIntervalMs: options.fixedIntervalMs }),
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ask: (probe, answer) => void socket.emit(probeEvent, probe, answer),
    onReading(reading) {
      options.onProbe?.();
      face.show(reading, 0);
    },
  });
  setStill = (isStill) => loop.setStill(isStill);
  socket.on('connect', () => loop.connected());
  socket.on('disconnect', () => loop.disconnected());
  let isStopped = false;
  stayConnected(socket, (run, ms) => setTimeout(() => isStopped || run(), ms));
  return {
    clock: face.clock,
    stop() {
      isStopped = true;
      loop.stop();
      socket.disconnect();
    },
  };
}
