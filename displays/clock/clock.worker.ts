import { io, type Socket } from 'socket.io-client';
import { hungEvent, probeEvent } from '#shared/clock/events.ts';
import { defaultConfig } from '#shared/clock/filter.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { createSpokesman, type Spokesman } from './spokesman.ts';
import { startProbeLoop, type ProbeLoop } from './probe-loop.ts';
import { stayConnected } from './stay-connected.ts';
import { stepOfClock } from './step-of-clock.ts';

// The page's types know no Worker scope; this is what is used of it.
const scope = self as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker): void;
};

/** Opens the clock's own socket, so that no plan or picture stands in a probe's way. Ends with the Worker. */
function start(url: string, auth: Readonly<Record<string, unknown>>): Started {
  const mono = () => performance.now();
  const socket = io(`${url}/clock`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { ...auth },
    withCredentials: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  });
  const loop = startProbeLoop({
    config: { ...defaultConfig, resolutionMs: stepOfClock(mono) },
    mono,
    wall: () => Date.now(),
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ask: (probe, answer) => void socket.emit(probeEvent, probe, answer),
    onReading: (reading, delayMs) =>
      scope.postMessage({ reading, delayMs, at: mono(), timeOrigin: performance.timeOrigin }),
  });
  socket.on('connect', () => loop.connected());
  socket.on('disconnect', () => loop.disconnected());
  stayConnected(socket, setTimeout);
  const spokesman = createSpokesman(mono, (report) => void socket.emit(hungEvent, report));
  setInterval(() => spokesman.look(), lookMs);
  return { socket, loop, spokesman };
}

interface Started {
  readonly socket: Socket;
  readonly loop: ProbeLoop;
  readonly spokesman: Spokesman;
}

const lookMs = 500;

function listen(): void {
  let started: Started | null = null;
  scope.addEventListener('message', ({ data }) => {
    switch (data.is) {
      case 'start':
        started ??= start(data.url, data.auth);
        return;
      case 'auth':
        if (started !== null) started.socket.auth = { ...data.auth };
        return;
      case 'still':
        started?.loop.setStill(data.isStill);
        return;
      case 'alive':
        started?.spokesman.alive();
        return;
      case 'report':
        started?.spokesman.heard(data.report);
    }
  });
}

listen();
