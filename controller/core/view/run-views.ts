import type { Ask } from '#shared/desk.ts';
import type { RunView } from '#shared/facts.ts';
import type { ScreenId } from '#shared/ids.ts';
import { runPosition, segmentAt } from '#shared/scene-at.ts';
import type { Claim } from '../claim.ts';
import type { HallState } from '../state.ts';

/** Runs as people see them at `now`: what is on and what is to come, in order of their beginning. */
export function runViews(claims: readonly Claim[], asks: HallState['ask'], now: number): readonly RunView[] {
  const views = new Map<string, RunView>();
  for (const claim of claims) {
    if (claim.until !== null && claim.until <= now) continue;
    if (claim.run.startsWith('hall:rest@') || views.has(claim.run)) continue;
    views.set(claim.run, runView(claim, asks[claim.run], now));
  }
  return [...views.values()].toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}

function runView(claim: Claim, ask: Ask | undefined, now: number): RunView {
  const { timeline, segments } = claim;
  const named = new Set<ScreenId>(timeline.cues.flatMap((cue) => cue.parts.flatMap((part) => part.screens)));
  return {
    id: claim.run,
    layer: claim.layer,
    source: timeline.source,
    title: timeline.title,
    targets: [...claim.screens.keys()],
    screens: [...claim.screens.keys()].filter((screen) => named.has(screen)),
    from: claim.from,
    until: claim.until,
    owner: claim.owner,
    reason: claim.reason,
    language: claim.language,
    cue: runPosition(timeline, segments, Math.max(now, claim.from)).cue,
    cues: timeline.cues.length,
    paused: segmentAt(segments, now).rate === 0,
    timeline: timeline.hash,
    segments: [...segments],
    asked: ask === undefined ? null : { by: ask.by, at: ask.at, message: ask.message },
  };
}
