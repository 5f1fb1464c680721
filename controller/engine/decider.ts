import type { Claim } from '../core/claim.ts';
import type { Command, StepContext } from '../core/command.ts';
import type { Answer, Decision, HallState, Log, Order, Store, Telemetry } from '../core/ports.ts';
import { reachOf } from '../core/reach.ts';
import { hallOf } from '../core/state.ts';
import { step } from '../core/step.ts';
import { targetScreens } from '../core/targets.ts';
import { takeInstant, type ScreensTiming } from '../core/take-instant.ts';
import { withoutCommitted, withRun, type Volatile } from '../core/volatile.ts';
import { contentHash } from '../core/canonical.ts';
import { createQueue } from './queue.ts';
import { createRecent } from '#shared/recent.ts';

export interface DeciderOptions {
  readonly store: Store;
  readonly telemetry: Telemetry;
  readonly log: Log;
  readonly now: () => number;
  readonly freshId: () => string;
  readonly state: HallState;
  /** The state with what is in force beside the store. */
  readonly live: () => HallState;
  readonly claimsAt: (t: number) => readonly Claim[];
  readonly ready: () => ReadonlySet<string>;
  /** What is known of the links and the displays of these screens. */
  readonly timing: (screens: ReadonlySet<string>, isUrgent: boolean) => ScreensTiming;
  readonly setVolatile: (change: (before: Volatile) => Volatile) => void;
  /** Called whenever the state or the volatile runs have changed: brings the screens what is new for them. */
  readonly extend: () => void;
  /** Called after it, for those who only watch. */
  readonly tell: (changed: Decision['entry']['changed']) => void;
}

/** Decides commands one after the other; an emergency goes out first and is committed after. */
export interface Decider {
  state(): HallState;
  order(order: Order): Promise<Answer>;
  storage(): 'ok' | 'failing';
  /** After the store refused: tries again to commit emergencies, and where there are none, whether it would take any. */
  retry(): void;
  settled(): Promise<void>;
}

const retryEveryMs = 2_000;
/** Before anything was measured. */
const usual = { commitMs: 5, sendMs: 2 } as const;
/** What an import took is no reason to let every take of the next hour wait as long. */
const mostCommitMs = 100;
const mostSendMs = 50;

export function createDecider(options: DeciderOptions): Decider {
  const { store, telemetry, log, now } = options;
  const queue = createQueue();
  /** What decisions took until they were on disk, and from then until their patches were under way, ms. */
  const commits = createRecent(200, usual.commitMs);
  const sends = createRecent(200, usual.sendMs);
  let { state } = options;
  let storage: 'ok' | 'failing' = 'ok';
  /** Decided urgently, in force and on the screens, in order; by command. */
  const uncommitted = new Map<
    string,
    { readonly order: Order; readonly context: StepContext; readonly answer: Answer }
  >();
  let triedAt = -Infinity;

  function contextOf({ actor, command }: Order, id: string): StepContext {
    const at = now();
    const reached = reachOf(options.live(), command, () => options.claimsAt(at));
    const takes = isUrgent(command) ? { commitMs: 0, sendMs: 0 } : usually();
    return {
      now: at,
      at: takeInstant({ now: at, ...takes, ...options.timing(reached, isUrgent(command)) }),
      id,
      actor,
      ready: options.ready(),
    };
  }

  function publish(): void {
    options.extend();
    options.tell([]);
  }

  /**
   * The disk has its bad moments and no take may come before it, so its 99th percentile counts; patches go out in a time
   * of their own, which the rare import that changes every plan says nothing of.
   */
  function usually(): { readonly commitMs: number; readonly sendMs: number } {
    return {
      commitMs: Math.min(mostCommitMs, commits.percentile(0.99)),
      sendMs: Math.min(mostSendMs, sends.percentile(0.9)),
    };
  }

  /** Commits one decided step; the durable state and everybody's plans follow, or nothing has happened. */
  async function commit(decision: Decision, next: HallState): Promise<Answer> {
    const startedAt = performance.now();
    const result = await store.commit(decision);
    const commitMs = performance.now() - startedAt;
    commits.add(commitMs);
    storage = result.ok ? 'ok' : 'failing';
    if (!result.ok) {
      publish();
      return result;
    }
    state = next;
    options.setVolatile((volatile) => withoutCommitted(volatile, state));
    options.extend();
    // What people are told besides does not keep the screens waiting, and no take waits for it.
    sends.add(performance.now() - startedAt - commitMs);
    options.tell(decision.entry.changed);
    keepTake(decision, commitMs);
    return { ok: true, answer: decision.answer as Record<string, unknown>, revision: state.revision };
  }

  /** What the ledger says of a take beside what the screens report. */
  function keepTake({ entry, answer }: Decision, commitMs: number): void {
    const { run, at, ready, late } = answer as { run?: string; at?: string; ready?: string[]; late?: string[] };
    if (run === undefined || at === undefined) return;
    const decided = state.run[run];
    const screens =
      decided === undefined ? [] : [...targetScreens(hallOf(state), decided.targets, decided.except).keys()];
    telemetry.append({
      kind: 'take',
      at: entry.at,
      run,
      body: { command: entry.command, decidedAt: entry.at, plannedAt: Date.parse(at), commitMs, ready, late, screens },
    });
  }

  async function decide(order: Order): Promise<Answer> {
    const known = await store.answered(order.commandId);
    if (known !== null) return { ok: true, answer: known.answer as Record<string, unknown>, revision: state.revision };
    const context = contextOf(order, options.freshId());
    const made = step(state, order.commandId, order.command, context, options.claimsAt);
    if (!made.ok) return made;
    if (made.decision === null) return { ok: true, answer: made.answer, revision: state.revision };
    return commit(made.decision, made.state);
  }

  /** On its way to the screens before anything is written; the answer does not wait for the disk either. */
  function decideUrgently(order: Order): Answer {
    // The id follows from the command's, so that the same command again finds its own emergency.
    const context = contextOf(order, contentHash(order.commandId).slice(0, 20));
    const known = uncommitted.get(order.commandId);
    if (known !== undefined) return known.answer;
    const live = options.live();
    const made = step(live, order.commandId, order.command, context, options.claimsAt);
    if (!made.ok) return made;
    if (made.decision === null) return { ok: true, answer: made.answer, revision: state.revision };
    const answer: Answer = {
      ok: true,
      answer: made.decision.answer as Record<string, unknown>,
      revision: state.revision,
    };
    for (const { kind, id } of made.decision.entry.changed) {
      const run = kind === 'run' ? made.state.run[id] : undefined;
      if (run === undefined) continue;
      const earlier = live.run[id];
      if (earlier !== undefined && order.command.type === 'emergency.raise') return answer;
      const timeline = made.state.timeline[run.timeline];
      if (timeline === undefined) throw new Error(`run ${id} pins timeline ${run.timeline}, which is not there`);
      options.setVolatile((volatile) => withRun(volatile, run, timeline));
    }
    publish();
    uncommitted.set(order.commandId, { order, context, answer });
    commitLater();
    return answer;
  }

  function commitLater(): void {
    triedAt = now();
    queue
      .run(commitUrgent)
      .catch((error: unknown) => log.error({ error }, 'an emergency is in force, but could not be committed'));
  }

  /** Commits what was decided urgently, in its order, until the store refuses. */
  async function commitUrgent(): Promise<void> {
    for (const [commandId, { order, context }] of uncommitted) {
      const made = step(state, commandId, order.command, context, options.claimsAt);
      if (made.ok && made.decision !== null) {
        const result = await commit(made.decision, made.state);
        if (!result.ok) return;
      }
      uncommitted.delete(commandId);
    }
  }

  function probeLater(): void {
    triedAt = now();
    queue.run(probe).catch((error: unknown) => log.error({ error }, 'the disk could not be tried again'));
  }

  /** Room was made, or the right to write was given: that is seen before somebody needs it. */
  async function probe(): Promise<void> {
    if (storage === 'ok' || !(await store.probe()).ok) return;
    storage = 'ok';
    publish();
  }

  return {
    state: () => state,
    storage: () => storage,
    order: (order) => (isUrgent(order.command) ? Promise.try(decideUrgently, order) : queue.run(() => decide(order))),
    retry() {
      if (now() - triedAt < retryEveryMs) return;
      if (uncommitted.size > 0) commitLater();
      else if (storage === 'failing') probeLater();
    },
    settled: () => queue.settled(),
  };
}

function isUrgent(command: Command): boolean {
  return command.type === 'emergency.raise' || command.type === 'emergency.end';
}
