import { WebSocket } from 'ws';

/**
 * A player without a browser, and without Socket.IO's client: it speaks just enough of the protocol for a thousand of it
 * to fit in one process.
 */
export interface RawPlayer {
  /** Sends an event; `answer` is called with the first argument of the acknowledgement. */
  emit(event: string, payload: unknown, answer?: (value: unknown) => void): void;
  /** Stops reading, so that what is sent to it waits at the other side. */
  stopReading(): void;
  close(): void;
}

export interface RawPlayerOptions {
  readonly url: string;
  readonly namespace: string;
  readonly auth: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly onOpen: (player: RawPlayer) => void;
  /** An event came; what is returned acknowledges it where it wants that. */
  readonly onEvent?: (event: string, raw: string) => unknown;
  readonly onClose?: (why: string) => void;
}

export function openRawPlayer({
  url,
  namespace,
  auth,
  headers = {},
  onOpen,
  onEvent,
  onClose,
}: RawPlayerOptions): RawPlayer {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    headers,
  });
  const answers = new Map<number, (value: unknown) => void>();
  const prefix = { event: `42${namespace},`, ack: `43${namespace},`, refused: `44${namespace},` };
  let lastId = 0;
  const player: RawPlayer = {
    emit(event, payload, answer) {
      if (socket.readyState !== WebSocket.OPEN) return;
      const id = answer === undefined ? '' : String((lastId += 1));
      if (answer !== undefined) answers.set(lastId, answer);
      socket.send(`${prefix.event}${id}${JSON.stringify([event, payload])}`);
    },
    stopReading: () => socket.pause(),
    close: () => socket.terminate(),
  };
  const heard = (text: string): void => {
    if (text.startsWith('0')) socket.send(`40${namespace},${JSON.stringify(auth)}`);
    else if (text === '2') socket.send('3');
    else if (text.startsWith(`40${namespace},`)) onOpen(player);
    else if (text.startsWith(prefix.refused)) onClose?.(text.slice(prefix.refused.length));
    else if (text.startsWith(prefix.ack)) acknowledged(text);
    else if (text.startsWith(prefix.event)) happened(text);
  };
  function acknowledged(text: string): void {
    const bracket = text.indexOf('[');
    const id = Number(text.slice(prefix.ack.length, bracket));
    const answer = answers.get(id);
    answers.delete(id);
    if (answer !== undefined) answer((JSON.parse(text.slice(bracket)) as unknown[])[0]);
  }
  function happened(text: string): void {
    const bracket = text.indexOf('[');
    const id = text.slice(prefix.event.length, bracket);
    const event = text.slice(bracket + 2, text.indexOf('"', bracket + 2));
    const answer = onEvent?.(event, text.slice(bracket));
    if (id !== '' && answer !== undefined) socket.send(`${prefix.ack}${id}${JSON.stringify([answer])}`);
  }
  socket.on('message', (data: Buffer) => heard(data.toString()));
  socket.on('close', () => onClose?.('closed'));
  socket.on('error', () => socket.terminate());
  return player;
}
