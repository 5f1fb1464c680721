import type { z } from 'zod';
import type { Problem } from '#shared/problem.ts';
import type { Actor, Answer, Command, HallEngine, Permission, PlayerDesk } from '#core/ports.ts';
import type { Browser, Identity } from '../identity/identity.ts';
import type { SignedIn } from '../identity/actors.ts';
import type { MediaLibrary } from '../media/media-library.ts';
import type { Pairing } from '../pairing.ts';
import type { ActorRates } from './rates.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What handlers work with. */
export interface HttpParts {
  readonly engine: HallEngine;
  readonly identity: Identity;
  readonly pairing: Pairing;
  readonly desk: PlayerDesk;
  readonly files: MediaLibrary;
  readonly rates: ActorRates;
}

/** A request that was let in and is valid. */
export interface Asked<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly actor: Actor;
  /** The session behind the cookie, where there is one. */
  readonly signedIn: SignedIn | null;
  readonly commandId: string;
  /** Where the caller reached us, for example `http://127.0.0.1:8080`. */
  readonly origin: string;
  readonly isSecure: boolean;
  readonly browser: Browser;
}

export type Reply =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly cookies?: readonly string[];
      /** Of the hall with what was decided in it. */
      readonly revision?: number;
    }
  | { readonly problem: Problem; readonly retryAfterMs?: number };

/** One line of the table that both serves the API and describes it. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** Express's notation: `/api/screens/:id`. */
  readonly path: string;
  readonly summary: string;
  /** What the caller must be allowed; `open` lets strangers in. */
  readonly needs: Permission | 'open';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** When it answers 409, where that is more than that somebody was quicker. */
  readonly conflict?: string;
  /** What it answers when all goes well. */
  readonly answer: { readonly status: number; readonly schema: z.ZodType | null };
  /**
   * How a repeated Idempotency-Key finds its first answer: the hall remembers commands on disk; `memory` keeps the reply
   * of what is not one command.
   */
  readonly repeat?: 'memory';
  handle(asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>, parts: HttpParts): Reply | Promise<Reply>;
}

/** Keeps the types of a route's schemas while declaring it, and forgets them for the table. */
export function route<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(declared: Route<Params, Query, Body>): Route {
  return declared;
}

/** Gives a command to the hall on behalf of who asked, and turns its answer into a reply. */
export async function obey(
  asked: Pick<Asked<unknown, unknown, unknown>, 'actor' | 'commandId'>,
  { engine }: HttpParts,
  command: Command,
  status = 200,
): Promise<Reply> {
  const answer = await engine.order({ commandId: asked.commandId, actor: asked.actor, command });
  return answered(answer, status);
}

export function answered(answer: Answer, status: number): Reply {
  if (!answer.ok) return { problem: answer.problem };
  const { revision } = answer;
  return status === 204 ? { status, revision } : { status, revision, body: answer.answer };
}
