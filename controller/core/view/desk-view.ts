import { takeBackMs } from '#shared/desk.ts';
import type { DoorsView, LastActView } from '#shared/facts.ts';
import { doorsAt } from '../schedule/doors.ts';
import type { HallState } from '../state.ts';
import type { Window } from '../resolve/window.ts';

/** Whether the hall is open, until when, and by what. */
export function doorsView({ state, closed }: Window, now: number): DoorsView {
  const { is, until } = doorsAt(closed[0]?.stretches ?? [], now);
  const doors = state.doors['doors'];
  const isByHand = doors !== undefined && doors.is === is && doors.from <= now && (doors.until ?? Infinity) > now;
  return { is, until, by: isByHand ? doors.by : null };
}

/** The newest act, while it can be taken back. */
export function lastActView(state: HallState, now: number): LastActView | null {
  const act = state.act['last'];
  if (act === undefined || now - act.at > takeBackMs) return null;
  const { commandId: id, command, by, at, undoes } = act;
  const runs = act.runs.flatMap(({ before, after }) => after ?? before ?? []);
  const screens = new Set(runs.flatMap(({ targets }) => targets));
  const [first] = runs;
  return {
    id,
    command,
    by,
    at,
    until: at + takeBackMs,
    targets: [...screens],
    title: (first === undefined ? undefined : state.timeline[first.timeline]?.title) ?? null,
    runs: runs.length,
    doors: act.doors?.is ?? null,
    undoes,
  };
}
