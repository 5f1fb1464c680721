import type { ScreenId } from '#shared/ids.ts';
import { problem } from '#shared/problem.ts';
import type { Said } from '#shared/said.ts';
import type { Standby } from '#shared/schedule.ts';
import type { Timeline } from '#shared/scene.ts';
import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { refuse, type Outcome } from '../command.ts';
import { compileScene, compileShow } from '../compile.ts';
import { isTarget, screensOf } from '../parts.ts';
import { hallOf, type HallState } from '../state.ts';

export interface Wanted {
  readonly targets: readonly string[];
  readonly scene?: string | undefined;
  readonly show?: string | undefined;
  readonly cue?: string | undefined;
}

interface Subject {
  readonly timeline: Timeline;
  readonly cue: number;
}

type Found =
  | ({
      readonly ok: true;
      readonly screens: readonly ScreenId[];
      /** Whose cue says for whom it waits. */
      readonly asks: Subject;
    } & Subject)
  | { readonly ok: false; readonly outcome: Outcome };

/** Unknown ids are 404 and name themselves and their field. */
export function unknownTarget(state: HallState, targets: readonly string[]): Outcome | null {
  const hall = hallOf(state);
  const unknown = targets.filter((id) => !isTarget(hall, id));
  if (unknown.length === 0) return null;
  return refuse(
    problem('not-found', no.noTarget(unknown), [{ path: 'targets', message: `unknown: ${unknown.join(', ')}` }]),
  );
}

/** The compiled subject of a take or a standby, and the screens among the targets that it has something for. */
export function wanted(state: HallState, body: Wanted): Found {
  const unknown = unknownTarget(state, body.targets);
  if (unknown !== null) return { ok: false, outcome: unknown };
  const asked = screensOf(hallOf(state), body.targets);
  const missing = (field: 'scene' | 'show' | 'cue', id: string): Found => ({
    ok: false,
    outcome: refuse(problem('not-found', no.noSuch(field, id), [{ path: field, message: `unknown: ${id}` }])),
  });
  let timeline: Timeline;
  if (body.scene !== undefined) {
    const scene = state.scene[body.scene];
    if (scene === undefined) return missing('scene', body.scene);
    timeline = compileScene(state, scene, body.targets);
  } else {
    const show = body.show === undefined ? undefined : state.show[body.show];
    if (show === undefined) return missing('show', body.show ?? '');
    timeline = compileShow(state, show);
  }
  const cue = body.cue === undefined ? 0 : timeline.cues.findIndex((candidate) => candidate.id === body.cue);
  if (cue < 0) return missing('cue', body.cue ?? '');
  const screens = shownOn(timeline, asked);
  if (screens.length === 0) {
    const kind = body.show === undefined ? 'scene' : 'show';
    const why = no.nothingFor(kind, body.show ?? body.scene ?? '', body.targets);
    return {
      ok: false,
      outcome: refuse(problem('invalid', why, [{ path: 'targets', message: 'no screen of these has a part in it' }])),
    };
  }
  return { ok: true, timeline, cue, screens, asks: { timeline, cue } };
}

function shownOn(timeline: Timeline, asked: readonly ScreenId[]): readonly ScreenId[] {
  const shown = new Set(timeline.cues.flatMap((entry) => entry.parts.flatMap((part) => part.screens)));
  return asked.filter((screen) => shown.has(screen));
}

/**
 * What GO starts, and where: what its screens hold ready, also where it was published anew since, or deleted, or armed
 * before an upgrade. It is never put where it was not armed for: it may have nothing for a screen there.
 */
export function armedAs(state: HallState, body: Wanted, standby: Standby): Found {
  const hall = hallOf(state);
  const unknown = unknownTarget(state, body.targets);
  if (unknown !== null) return { ok: false, outcome: unknown };
  const newest = wanted(state, body);
  const kept = state.timeline[standby.timeline];
  if (kept === undefined || !isAskedFor(body, kept, standby.cue))
    return newest.ok ? refused(no.standbyOther(), 'standby', `something else: ${standby.id}`) : newest;
  const asked = screensOf(hall, body.targets);
  const its = new Set(screensOf(hall, standby.targets));
  const elsewhere = asked.filter((screen) => !its.has(screen));
  if (elsewhere.length > 0)
    return refused(no.standbyNotFor(elsewhere), 'targets', `not armed: ${elsewhere.join(', ')}`);
  const away = new Set(screensOf(hall, standby.except));
  const screens = shownOn(kept, asked).filter((screen) => !away.has(screen));
  if (screens.length === 0) return refused(no.standbyNothingLeft(), 'targets', 'nothing is armed on these any more');
  const subject = { timeline: kept, cue: standby.cue };
  // What an older version has armed does not know what its cue asks for; the show of the same version does.
  const isSame = newest.ok && newest.timeline.source.version === kept.source.version;
  return { ok: true, ...subject, screens, asks: isSame ? newest.asks : subject };
}

function isAskedFor({ scene, show, cue }: Wanted, { source, cues }: Timeline, armed: number): boolean {
  if (source.kind !== (show === undefined ? 'scene' : 'show') || source.id !== (show ?? scene)) return false;
  return cue === undefined ? armed === 0 : cues[armed]?.id === cue;
}

function refused(why: Said | ReturnType<typeof no.standbyNotFor>, path: string, message: string): Found {
  return { ok: false, outcome: refuse(problem('conflict', why, [{ path, message }])) };
}
