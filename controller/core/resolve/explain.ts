import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Layer, Timeline } from '#shared/scene.ts';
import { pickText, type Text } from '#shared/text.ts';
import type { Claim } from '../claim.ts';
import type { Compile } from '../compile.ts';
import { dayMs } from '../schedule/zone.ts';
import { clockHold, hallOf, type HallState } from '../state.ts';
import { titleIn } from '../words/call.ts';
import { claimsIn } from './claims.ts';
import { createScheduleMemo, type ScheduleMemo } from './memo.ts';
import type { Why } from './order.ts';
import { resolve } from './resolve.ts';
import { sweep } from './sweep.ts';

/** A claim as a person may read it. Times are ms of shared time. */
export interface ExplainedClaim {
  readonly run: RunId;
  readonly layer: Layer;
  readonly source: Timeline['source'];
  readonly title: Timeline['title'];
  readonly rule: string | null;
  /** What people call that rule; null: there is none, or it has no name. */
  readonly ruleTitle: Text | null;
  readonly owner: string | null;
  readonly reason: string | null;
  readonly from: number;
  readonly until: number | null;
  readonly priority: number;
  /** One English sentence: why it is on, or why it is not. */
  readonly sentence: string;
}

export interface Explanation {
  readonly screen: ScreenId;
  readonly at: number;
  readonly winner: ExplainedClaim;
  readonly losers: readonly (ExplainedClaim & { readonly why: Why })[];
  /** When the screen next gets another run, and which; null when nothing changes for two months. */
  readonly nextChange: {
    readonly at: number;
    readonly run: RunId;
    readonly layer: Layer;
    readonly source: Timeline['source'];
    readonly title: Timeline['title'];
  } | null;
}

/** How far ahead the next change is looked for: first near, then further. */
const lookaheadDays = [2, 14, 62] as const;

/** Why the screen shows what it shows at `t` (any instant, ms), what lost and why, and the next change. */
export function explain(
  state: HallState,
  compile: Compile,
  screen: ScreenId,
  t: number,
  memo: ScheduleMemo = createScheduleMemo(),
): Explanation {
  const { order } = hallOf(state).languages;
  const name = (claim: Claim): string => `“${pickText(claim.timeline.title, 'en', order).text}”`;
  const held =
    clockHold(state) === null
      ? ''
      : ' The wall clock is not trusted, so that nothing scheduled and no closing comes until somebody has put it right.';
  const { winner, losers } = resolve(claimsIn(state, compile, t, t + 1, memo), screen, t);
  return {
    screen,
    at: t,
    winner: explained(state, winner, `${name(winner)} is on: ${origin(winner)}.${held}`),
    losers: losers.map(({ claim, why }) => ({
      ...explained(state, claim, `${name(claim)} (${origin(claim)}) is not on: ${because(why, claim, winner, name)}.`),
      why,
    })),
    nextChange: nextChange(state, compile, screen, winner, t, memo),
  };
}

function explained(state: HallState, claim: Claim, sentence: string): ExplainedClaim {
  const { run, layer, timeline, rule, owner, reason, from, until, priority } = claim;
  return {
    run,
    layer,
    source: timeline.source,
    title: timeline.title,
    rule,
    ruleTitle: rule === null ? null : (titleIn(state, 'rule', rule) ?? null),
    owner,
    reason,
    from,
    until,
    priority,
    sentence,
  };
}

/** Where a claim comes from, in words. */
function origin(claim: Claim): string {
  const reason = claim.reason === null ? '' : `, because “${claim.reason}”`;
  if (claim.layer === 'closed') return 'the hall is closed';
  if (claim.rule !== null) return `rule ${claim.rule} in the ${claim.layer} layer${reason}`;
  if (claim.run.startsWith('hall:rest@')) return 'nothing else wants the screen';
  return `started ${claim.owner === null ? '' : `by ${claim.owner} `}in the ${claim.layer} layer${reason}`;
}

function because(why: Why, claim: Claim, winner: Claim, name: (claim: Claim) => string): string {
  switch (why) {
    case 'layer':
      return `the ${winner.layer} layer stands above ${claim.layer}`;
    case 'closed':
      return 'the hall is closed, and its rule does not run outside opening hours';
    case 'outside-hours':
      return `${name(winner)} may run outside opening hours`;
    case 'priority':
      return `${name(winner)} has priority ${winner.priority}, this ${claim.priority}`;
    case 'specificity':
      return `${name(winner)} names this screen more directly`;
    case 'start':
      return `${name(winner)} started later`;
    case 'id':
      return `both started at the same instant, and the order of their ids decides (${winner.run} before ${claim.run})`;
    case 'waits':
      return 'its cue for this screen comes later';
    case 'no-scene':
      return 'it has nothing for this screen';
    case 'ended':
      return 'it has run to its end';
  }
}

function nextChange(
  state: HallState,
  compile: Compile,
  screen: ScreenId,
  winner: Claim,
  t: number,
  memo: ScheduleMemo,
): Explanation['nextChange'] {
  for (const days of lookaheadDays) {
    const until = t + days * dayMs;
    const won = sweep(claimsIn(state, compile, t, until, memo), [screen], t, until).get(screen) ?? [];
    const next = won.find((one) => one.claim.run !== winner.run);
    if (next === undefined) continue;
    const { run, layer, timeline } = next.claim;
    return { at: next.from, run, layer, source: timeline.source, title: timeline.title };
  }
  return null;
}
