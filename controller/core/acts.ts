import type { LastAct } from '#shared/desk.ts';
import type { Command } from './command.ts';
import type { Change, HallState } from './state.ts';

/** Acts that can be taken back. An emergency is not among them: it ends by ending it. */
const kept: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'run.take',
  'run.release',
  'run.edit',
  'run.control',
  'run.take-over',
  'act.take-back',
]);

/** What has to be remembered of an act on runs so that it can be taken back; nothing for other commands. */
export function remembered(
  state: HallState,
  command: Command['type'],
  act: Pick<LastAct, 'commandId' | 'by' | 'at'>,
  changes: readonly Change[],
): readonly Change[] {
  if (!kept.has(command)) return [];
  const runs = changes.flatMap((change) =>
    change.kind === 'run'
      ? [{ id: change.id as LastAct['runs'][number]['id'], before: state.run[change.id] ?? null, after: change.body }]
      : [],
  );
  const standbys = changes.flatMap((change) =>
    change.kind === 'standby' ? [{ id: change.id, before: state.standby[change.id] ?? null, after: change.body }] : [],
  );
  if (runs.length === 0) return [];
  return [{ kind: 'act', id: 'last', body: { id: 'last', command, ...act, runs, standbys } }];
}
