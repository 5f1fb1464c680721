import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { io, type Socket } from 'socket.io-client';
import { Problem } from '#shared/problem.ts';
import {
  controllerToOperator,
  operatorToController,
  type ControllerToOperator,
  type OperatorToController,
} from '#shared/protocol.ts';
import { baseOf } from '#shared/training.ts';
import { pageBuild } from './page-build.ts';
import { freshKey } from './rest.ts';
import { looksSame } from '../state/looks-same.ts';
import { nothingSeen, see, type News, type Seen, type SeenEvent } from '../state/seen.ts';

const againMs = 500;
/** What is open is told when it has stayed so long: who leafs through the library opens nothing on the way. */
const openedMs = 200;

/** Told once for each change of documents, with the kinds that changed and the revision that is drawn. */
export type OnChanged = (kinds: ReadonlySet<string>, drawn: number) => void;

/**
 * The socket to the hall: what it says becomes {@link seen}, gathered so that a busy hall costs one rendering per frame,
 * and a hall in which all goes on as before none.
 * Also the console's idea of the hall's time. Runs between `open()` and `close()`.
 */
export class HallLink implements ReactiveController {
  seen: Seen = nothingSeen;

  readonly #host: ReactiveControllerHost;
  /** By it the hall knows the console again whose connection was lost. */
  readonly #page = freshKey();
  readonly #onChanged: OnChanged;
  /** The hall does not know this browser (any more). */
  readonly #onRefused: () => void;
  #socket: Socket<ControllerToOperator, OperatorToController> | null = null;
  #waiting: SeenEvent[] = [];
  #frame = 0;
  /** Shared time minus this page's monotonic clock, ms: the largest seen, for delay only makes it smaller. */
  #offsetMs: number | null = null;
  /** `scene/…` or `show/…`, or null. */
  #opened: string | null = null;
  #openedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, onChanged: OnChanged, onRefused: () => void) {
    this.#host = host;
    this.#onChanged = onChanged;
    this.#onRefused = onRefused;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Shared time at this page, ms; right to within the delay of the link. */
  now(): number {
    return this.#offsetMs === null ? Date.now() : this.#offsetMs + performance.now();
  }

  open(): void {
    if (this.#socket !== null) return;
    const socket: Socket<ControllerToOperator, OperatorToController> = io(`${baseOf(location.pathname)}/operators`, {
      transports: ['websocket'],
      auth: { page: this.#page, build: pageBuild() },
      reconnectionDelay: 250,
      reconnectionDelayMax: 2000,
    });
    this.#socket = socket;
    socket.on('connect', () => {
      this.#offsetMs = null;
      socket.emit('watch', {}, (answer) => {
        const parsed = operatorToController.watch.ack.safeParse(answer);
        if (!parsed.success) return this.#take({ is: 'unread' });
        if (!parsed.data.ok) return;
        this.#hear(parsed.data.value.at);
        const drawn = this.seen.revision;
        this.#take({ is: 'watched', facts: parsed.data.value });
        this.#onChanged(new Set(['hall', 'scene', 'show', 'medium', 'hold']), drawn);
        // Nothing, too: what was closed while there was no connection would stay open for the others.
        this.#tellOpened();
      });
    });
    socket.on('facts', (payload) => {
      const parsed = controllerToOperator.facts.payload.safeParse(payload);
      if (parsed.success) this.#news(parsed.data);
      else this.#take({ is: 'unread' });
    });
    socket.on('outdated', () => this.#take({ is: 'outdated' }));
    // Socket.IO does not come back by itself where the hall ended the connection, or refused it.
    const again = (): void => {
      if (!socket.active) setTimeout(() => this.#socket === socket && socket.connect(), againMs);
    };
    socket.on('connect_error', (error: Error & { readonly data?: unknown }) => {
      if (Problem.safeParse(error.data).data?.code === 'not-signed-in') this.#onRefused();
      again();
    });
    socket.on('disconnect', () => {
      this.#take({ is: 'lost' });
      again();
    });
  }

  close(): void {
    this.#socket?.disconnect();
    this.#socket = null;
    this.#opened = null;
    clearTimeout(this.#openedTimer);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#waiting = [];
    this.seen = nothingSeen;
  }

  /** What the person has open to write in, for the others who have it open; null: nothing. */
  set opened(content: string | null) {
    if (content === this.#opened) return;
    this.#opened = content;
    clearTimeout(this.#openedTimer);
    this.#openedTimer = setTimeout(() => this.#tellOpened(), openedMs);
  }

  /** Told again with every connection; what the hall says to it changes nothing here. */
  #tellOpened(): void {
    if (this.#socket?.connected === true) this.#socket.emit('open', { content: this.#opened }, () => undefined);
  }

  #news(news: News): void {
    this.#hear(news.at);
    const drawn = this.seen.revision;
    this.#take({ is: 'news', news });
    if (news.changed !== undefined) this.#onChanged(new Set(news.changed.map(({ kind }) => kind)), drawn);
  }

  #hear(at: number): void {
    this.#offsetMs = Math.max(this.#offsetMs ?? -Infinity, at - performance.now());
  }

  #take(event: SeenEvent): void {
    this.#waiting.push(event);
    // A hidden page gets no frames; it must not pile up news until it is looked at.
    if (document.hidden) this.#settle();
    else if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#settle());
  }

  #settle(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const before = this.seen;
    this.seen = this.#waiting.reduce(see, before);
    this.#waiting = [];
    // Two hundred screens that are well are heard a hundred times a second: that alone draws nothing anew.
    if (!looksSame(before, this.seen)) this.#host.requestUpdate();
  }
}
