import type { Namespace, Socket } from 'socket.io';
import type { PlanNews } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';
import { controllerToDisplay, type ControllerToDisplay, type DisplayToController } from '#shared/protocol.ts';
import type { SignedAnswer } from './signed-answers.ts';

export type DisplaySocket = Socket<DisplayToController, ControllerToDisplay>;
export type DisplayNamespace = Namespace<DisplayToController, ControllerToDisplay>;

export interface DeliveryOptions {
  /** With signed answers. */
  readonly namespace: DisplayNamespace;
  readonly plan: (screen: string) => Plan | null;
  /** The sockets that play or mirror the screen. */
  readonly socketsOf: (screen: ScreenId) => readonly DisplaySocket[];
  /** The screens of a socket. */
  readonly screensOf: (socket: DisplaySocket) => readonly ScreenId[];
  /** A player that answers nothing, however often it was asked. */
  readonly onSilent: (socket: DisplaySocket) => void;
}

const Holding = controllerToDisplay.patch.ack;

/** Who has not answered by then gets the whole plan; who does not answer that either, is not there. */
const patienceMs = 1_000;

/** A screen's room holds the sockets that play it alone; for them one encoded patch serves all. */
export const roomOf = (screen: string): string => `alone:${screen}`;
/** All of those, so that a patch for every one of them is not sent to a thousand rooms. */
export const aloneRoom = 'alone';

/** Brings patches to players: encoded once for all whose patch is alike, answered, and repaired by the full plan. */
export function deliver(options: DeliveryOptions, news: readonly PlanNews[]): void {
  const { namespace, socketsOf, screensOf } = options;
  for (const { screens, patch } of news) {
    const crowded = new Map<DisplaySocket, ScreenId[]>();
    /** The players that have still to say that they hold the patch, by their sockets, each with its only screen. */
    const waiting = new Map<string, { readonly socket: DisplaySocket; readonly screen: ScreenId }>();
    for (const screen of screens) {
      for (const socket of socketsOf(screen)) {
        if (screensOf(socket).length === 1) waiting.set(socket.id, { socket, screen });
        else crowded.set(socket, [...(crowded.get(socket) ?? []), screen]);
      }
    }
    if (waiting.size > 0) {
      const isForAll = namespace.adapter.rooms.get(aloneRoom)?.size === waiting.size;
      const rooms = new Set([...waiting.values()].map(({ screen }) => roomOf(screen)));
      namespace
        .to(isForAll ? aloneRoom : [...rooms])
        .timeout(patienceMs)
        .emit('patch', { screens: null, patch }, (_late, answers: readonly unknown[]) => {
          // Nobody answers for another: who missed the patch would not be found.
          for (const { from, answer } of answers as readonly SignedAnswer[]) {
            const mine = waiting.get(from);
            if (mine !== undefined && appliedIn(answer).includes(mine.screen)) waiting.delete(from);
          }
          for (const { socket, screen } of waiting.values()) sendPlan(options, socket, screen);
        });
    }
    for (const [socket, mine] of crowded) {
      socket.timeout(patienceMs).emit('patch', { screens: mine, patch }, (late: Error | null, answer: unknown) => {
        const applied = late === null ? appliedIn(answer) : [];
        for (const screen of mine) if (!applied.includes(screen)) sendPlan(options, socket, screen);
      });
    }
  }
}

/** The whole plan, as often as it takes; a player that never answers is disconnected and comes back by itself. */
export function sendPlan(options: DeliveryOptions, socket: DisplaySocket, screen: ScreenId, triesLeft = 3): void {
  const plan = options.plan(screen);
  if (plan === null || !socket.connected || !options.screensOf(socket).includes(screen)) return;
  if (triesLeft === 0) {
    options.onSilent(socket);
    return;
  }
  socket.timeout(patienceMs * 2).emit('plan', { plan }, (late: Error | null, answer: unknown) => {
    if (late !== null || !appliedIn(answer).includes(screen)) sendPlan(options, socket, screen, triesLeft - 1);
  });
}

function appliedIn(answer: unknown): readonly ScreenId[] {
  const parsed = Holding.safeParse(answer);
  return parsed.success ? parsed.data.applied : [];
}
