import type { RunView, ScreenState } from './facts.ts';
import { nextCueId } from './next-cue.ts';
import { layers, type TimelineCue } from './scene.ts';

type StateOf = (screen: string) => ScreenState | undefined;

/** Of these screens of a run's next cue the ones that it would come to: nothing stands above the run there. */
export function enteringOf(
  run: RunView,
  screens: readonly string[],
  stateOf: StateOf,
  runs: readonly RunView[],
): readonly string[] {
  return screens.filter((id) => !isCovered(run, stateOf(id), runs));
}

/** Whether the screen has something of a higher layer, or in the same one what came later. */
function isCovered(run: RunView, screen: ScreenState | undefined, runs: readonly RunView[]): boolean {
  if (screen === undefined || screen.desired.run === run.id) return false;
  const above = layers.indexOf(screen.desired.layer) - layers.indexOf(run.layer);
  if (above !== 0) return above < 0;
  return (runs.find(({ id }) => id === screen.desired.run)?.from ?? 0) > run.from;
}

/** What the screen says of the run's next cue; null: nothing. */
export function nextReadiness({ next = [] }: ScreenState, run: string, cue: number): ScreenState['readiness'] {
  const id = nextCueId(run, cue);
  return next.find((told) => told.cue === id)?.state ?? null;
}

/** Of the screens that are not ready, those that the cue does not go without by itself. */
export function insistsOn(
  { policy, critical }: Pick<TimelineCue, 'policy' | 'critical'>,
  late: readonly string[],
): readonly string[] {
  const named: readonly string[] = critical ?? [];
  switch (policy ?? 'critical') {
    case 'go':
      return [];
    case 'strict':
      return late;
    case 'critical':
      return late.filter((id) => named.includes(id));
  }
}
