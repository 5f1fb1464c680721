import { io } from 'socket.io-client';
import { startProbeLoop, type ProbeLoop } from '../../displays/clock/probe-loop.ts';
import { stayConnected } from '../../displays/clock/stay-connected.ts';
import { createFace, type Face } from '#shared/clock/face.ts';
import { createFilter, defaultConfig } from '#shared/clock/filter.ts';
import { probeEvent } from '#shared/clock/events.ts';
import type { Reading } from '#shared/clock/reading.ts';
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

export interface NodeClock {
  readonly clock: SharedClock;
  readonly stop: () => void;
}

const config = { ...defaultConfig, resolutionMs: 0.001 };

/** The shared clock of a simulated player: the same loop and filter as a page, without a Worker. */
export function startNodeClock(options: NodeClockOptions): NodeClock {
  let setStill: (isStill: boolean) => void = () => undefined;
  const face = nodeFace(options, (isStill) => setStill(isStill));
  const loop = startNodeProbes(options, (reading) => {
    options.onProbe?.();
    face.show(reading, 0);
  });
  setStill = (isStill) => loop.setStill(isStill);
  return { clock: face.clock, stop: () => loop.stop() };
}

/** The clock that readings are shown on, where the probes are in another thread: as on a page. */
export function nodeFace(
  { mono = () => performance.now(), wall = () => Date.now() }: Pick<NodeClockOptions, 'mono' | 'wall'>,
  onStill?: (isStill: boolean) => void,
): Face {
  return createFace({
    mono: () => monoMs(mono()),
    first: createFilter(config, wall() - mono()).reading,
    ...(onStill && { onStill }),
  });
}

/** Probes on a socket of their own, and what they have found. */
export function startNodeProbes(
  options: NodeClockOptions,
  onReading: (reading: Reading) => void,
): Pick<ProbeLoop, 'setStill' | 'stop'> {
  const { url, auth = {}, mono = () => performance.now(), wall = () => Date.now() } = options;
  const socket = io(`${url}/clock`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { ...auth },
    ...(options.headers === undefined ? {} : { extraHeaders: { ...options.headers } }),
    reconnectionDelay: 200,
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
    onReading,
  });
  socket.on('connect', () => loop.connected());
  socket.on('disconnect', () => loop.disconnected());
  let isStopped = false;
  stayConnected(socket, (run, ms) => setTimeout(() => isStopped || run(), ms));
  return {
    setStill: (isStill) => loop.setStill(isStill),
    stop() {
      isStopped = true;
      loop.stop();
      socket.disconnect();
    },
  };
}
