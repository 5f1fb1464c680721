import type { ScreenId } from '#shared/ids.ts';
import type { OrderDone, PlayerOrder } from '#shared/orders.ts';
import { identityOf, type Plan } from '#shared/plan.ts';
import { Problem } from '#shared/problem.ts';
import type { DisplayHandshake, PlayerMode } from '#shared/protocol.ts';
import type { SceneView } from '#shared/scene-view.ts';
import { openDisplaySocket, type DisplaySocket } from './display-socket.ts';
import { createPlanKeeper, type PlanKeeper } from './plan-keeper.ts';
import type { PlanStore } from './plan-store.ts';

export interface Attachment {
  readonly screen: ScreenId;
  readonly mode: PlayerMode;
  /** What was granted: at first, and whenever somebody else takes the part or leaves it. */
  readonly onMode: (mode: PlayerMode) => void;
  readonly onView: (view: SceneView) => void;
  /** The controller does not let this page play the screen. */
  readonly onProblem: (problem: Problem) => void;
}

export interface DisplayLinkOptions {
  readonly url: string;
  readonly handshake: () => DisplayHandshake;
  readonly store: PlanStore;
  readonly onTrouble: (where: string, what: string) => void;
  readonly onConnection: (isConnected: boolean) => void;
  /** The connection as such was refused: the token is not valid any more, nobody is signed in. */
  readonly onRefused: (problem: Problem) => void;
  readonly onOutdated: (build: string) => void;
  readonly onOrder: (order: PlayerOrder) => OrderDone;
  readonly onPaired: (paired: { readonly screen: ScreenId; readonly token: string }) => void;
}

/** One connection for all players of a page, with the plans it brought. */
export interface DisplayLink {
  readonly plans: PlanKeeper;
  readonly socket: DisplaySocket;
  /** Plays for a screen from here on, through every reconnection. Returns its stop. */
  attach(attachment: Attachment): () => void;
  stop(): void;
}

/** The kept plan plays when the controller has not answered by then. */
const patienceMs = 700;
const againMs = 2_000;
const saveEveryMs = 1_000;

export function openDisplayLink(options: DisplayLinkOptions): DisplayLink {
  const { store, onTrouble } = options;
  const attached = new Map<ScreenId, Attachment>();
  /** From the page before this one; played when no newer one comes. */
  const kept = new Map<ScreenId, Plan>();
  const unsaved = new Map<ScreenId, ReturnType<typeof setTimeout>>();
  const plans = createPlanKeeper((plan) => {
    // A hall at work changes its plans often; the disk needs only the last of them.
    if (unsaved.has(plan.screen)) return;
    const timer = setTimeout(() => {
      unsaved.delete(plan.screen);
      const latest = plans.get(plan.screen);
      if (latest !== null) store.save(latest);
    }, saveEveryMs);
    unsaved.set(plan.screen, timer);
  });
  const socket = openDisplaySocket({
    url: options.url,
    handshake: options.handshake,
    onBad: (event, what) => onTrouble(`message ${event}`, what),
    onConnected() {
      options.onConnection(true);
      for (const attachment of attached.values()) void greet(attachment);
    },
    onDisconnected: () => options.onConnection(false),
    onRefused(what) {
      const problem = Problem.safeParse(what);
      if (problem.success) options.onRefused(problem.data);
    },
  });

  async function greet(attachment: Attachment): Promise<void> {
    const { screen, mode } = attachment;
    const old = kept.get(screen);
    const have = plans.identity(screen) ?? (old === undefined ? null : identityOf(old));
    const answer = await socket.ask('attach', { screen, mode, have });
    if (attached.get(screen) !== attachment) return;
    if (answer === null || !answer.ok) {
      if (answer !== null) attachment.onProblem(answer.problem);
      // Without a connection the next one greets; with one, the controller may only be starting.
      if (socket.isConnected())
        setTimeout(() => void (attached.get(screen) === attachment && greet(attachment)), againMs);
      return;
    }
    if (answer.value.plan !== null) plans.put(answer.value.plan);
    else playKept(screen);
    attachment.onMode(answer.value.mode);
  }

  function playKept(screen: ScreenId): void {
    const old = kept.get(screen);
    if (old !== undefined && attached.has(screen) && plans.get(screen) === null) plans.put(old);
  }

  /** Plays what this page still holds when the controller is silent; who is connected sooner asks for the plan as a whole. */
  async function enter(attachment: Attachment): Promise<void> {
    const { screen } = attachment;
    if (socket.isConnected()) void greet(attachment);
    const old = await store.load(screen).catch((error: unknown) => {
      onTrouble('kept plan', String(error));
      return null;
    });
    if (attached.get(screen) !== attachment || old === null) return;
    kept.set(screen, old);
    setTimeout(() => playKept(screen), patienceMs);
  }

  socket.on('plan', ({ plan }) => {
    if (!attached.has(plan.screen)) return { applied: [], stale: [] };
    plans.put(plan);
    return { applied: [plan.screen], stale: [] };
  });
  socket.on('patch', ({ screens, patch }) => {
    const mine = (screens ?? [...attached.keys()]).filter((screen) => attached.has(screen));
    const applied = mine.filter((screen) => plans.patch(screen, patch));
    return { applied, stale: mine.filter((screen) => !applied.includes(screen)) };
  });
  socket.on('mode', ({ screen, mode }) => attached.get(screen)?.onMode(mode));
  socket.on('view', ({ screen, view }) => attached.get(screen)?.onView(view));
  socket.on('paired', options.onPaired);
  socket.on('order', options.onOrder);
  socket.on('refused', ({ problem }) => onTrouble('controller', problem.detail));
  socket.on('outdated', ({ build }) => options.onOutdated(build));
  socket.on('pulse', () => undefined);

  return {
    plans,
    socket,
    attach(attachment) {
      const { screen } = attachment;
      attached.set(screen, attachment);
      void enter(attachment);
      return () => {
        if (attached.get(screen) !== attachment) return;
        attached.delete(screen);
        void socket.ask('detach', { screen });
      };
    },
    stop() {
      attached.clear();
      for (const timer of unsaved.values()) clearTimeout(timer);
      socket.stop();
    },
  };
}
