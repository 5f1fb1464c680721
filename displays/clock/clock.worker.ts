import { io } from 'socket.io-client';
import { defaultConfig } from '#shared/clock/filter.ts';
import { probeEvent } from '#shared/clock/probe.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { startProbeLoop, type ProbeLoop } from './probe-loop.ts';
import { stayConnected } from './stay-connected.ts';
import { stepOfClock } from './step-of-clock.ts';

// The page's types know no Worker scope; this is what is used of it.
const scope = self as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker): void;
};

/** Opens the clock's own socket, so that no plan or picture stands in a probe's way. Ends with the Worker. */
function start(url: string, auth: Readonly<Record<string, unknown>>): ProbeLoop {
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
    onReading: (reading) => scope.postMessage({ reading, timeOrigin: performance.timeOrigin }),
  });
  socket.on('connect', () => loop.connected());
  socket.on('disconnect', () => loop.disconnected());
  stayConnected(socket, setTimeout);
  return loop;
}

function listen(): void {
  let loop: ProbeLoop | null = null;
  scope.addEventListener('message', ({ data }) => {
    switch (data.is) {
      case 'start':
        loop ??= start(data.url, data.auth);
        return;
      case 'still':
        loop?.setStill(data.isStill);
    }
  });
}

listen();
