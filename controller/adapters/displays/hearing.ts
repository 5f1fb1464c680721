import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { asIs } from '#shared/said.ts';
import type { z } from 'zod';
import { problem, problemFromZod, type Problem } from '#shared/problem.ts';
import { displayToController } from '#shared/protocol.ts';
import type { Budget } from '../budget.ts';
import type { DisplaySocket } from './delivery.ts';

type Table = typeof displayToController;
type PayloadOf<Name extends keyof Table> = z.output<Table[Name]['payload']>;
type AckOf<Name extends keyof Table> = Table[Name] extends { ack: infer A extends z.ZodType }
  ? (answer: z.input<A>) => void
  : () => void;

/** Listens to an event with its payload parsed; what does not fit costs its sender an answer and nobody anything. */
export function createHearing(
  socket: DisplaySocket,
  budget: Budget,
  now: () => number,
  refuse: (why: Problem) => void,
) {
  return <Name extends keyof Table>(name: Name, listener: (payload: PayloadOf<Name>, ack: AckOf<Name>) => void) => {
    const schema: z.ZodType = displayToController[name].payload;
    const heard = (payload: unknown, ack: unknown): void => {
      const answer = typeof ack === 'function' ? (ack as AckOf<Name>) : ((() => undefined) as AckOf<Name>);
      const tell = (why: Problem): void => {
        refuse(why);
        if (typeof ack === 'function') (ack as (answer: unknown) => void)({ ok: false, problem: why });
      };
      if (!budget.spend(now())) return tell(problem('too-many', no.tooManyMessages(name)));
      const parsed = schema.safeParse(payload);
      if (!parsed.success) return tell(problemFromZod(parsed.error, asIs(name)));
      listener(parsed.data as PayloadOf<Name>, answer);
    };
    (socket as unknown as { on(event: string, listener: (payload: unknown, ack: unknown) => void): void }).on(
      name,
      heard,
    );
  };
}
