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
  'doors.set',
  'act.take-back',
]);

/**
 * What has to be remembered of an act so that it can be taken back; nothing for commands that leave the walls alone.
 * After an act on the walls that has another way back nothing is offered: whoever wants it undone would undo the one
 * before it.
 */
export function remembered(
  state: HallState,
  command: Command,
  act: Pick<LastAct, 'commandId' | 'by' | 'at'>,
  changes: readonly Change[],
): readonly Change[] {
  const last = state.act['last'] ?? null;
  if (hasOtherWayBack(state, command)) return last === null ? [] : [{ kind: 'act', id: 'last', body: null }];
  if (!kept.has(command.type)) return [];
  const runs = changes.flatMap((change) =>
    change.kind === 'run'
      ? [{ id: change.id as LastAct['runs'][number]['id'], before: state.run[change.id] ?? null, after: change.body }]
      : [],
  );
  const standbys = changes.flatMap((change) =>
    change.kind === 'standby' ? [{ id: change.id, before: state.standby[change.id] ?? null, after: change.body }] : [],
  );
  const [doors = null] = changes.flatMap((change): LastAct['doors'][] => {
    if (change.kind !== 'doors') return [];
    const is = command.type === 'doors.set' ? command.body.is : (last?.doors?.is ?? 'open');
    return [{ is, before: state.doors['doors'] ?? null, after: change.body }];
  });
  if (runs.length === 0 && doors === null) return [];
  const what = command.type === 'act.take-back' && last !== null ? takenBack(last) : { command: command.type };
  return [{ kind: 'act', id: 'last', body: { id: 'last', undoes: null, ...what, ...act, runs, standbys, doors } }];
}

/** What a take-back is: of an act its undoing, and of an undoing the act again. */
function takenBack({ command, by, undoes }: LastAct): Pick<LastAct, 'command' | 'undoes'> {
  return undoes === null
    ? { command: 'act.take-back', undoes: { command, by } }
    : { command: undoes.command, undoes: null };
}

function hasOtherWayBack(state: HallState, command: Command): boolean {
  if (command.type === 'emergency.raise' || command.type === 'emergency.end') return true;
  if (command.type === 'overlay.show') return isAnnounced(command.body.type);
  return command.type === 'overlay.hide' && isAnnounced(state.overlay[command.overlay]?.type);
}

/** Who looks for a screen by its sign has announced nothing. */
const isAnnounced = (type: string | undefined): boolean => type === 'ribbon' || type === 'notice';
