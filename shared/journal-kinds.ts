/** What the journal can be narrowed to; each stands for some commands. */
export type JournalKind =
  | 'runs'
  | 'emergencies'
  | 'announcements'
  | 'doors'
  | 'sound'
  | 'content'
  | 'schedule'
  | 'screens'
  | 'people';

/** The kind of every command that can be in the journal, in the order in which kinds are offered. */
export const kindOfCommand = {
  'run.take': 'runs',
  'run.release': 'runs',
  'run.edit': 'runs',
  'run.control': 'runs',
  'run.ask': 'runs',
  'run.answer': 'runs',
  'run.take-over': 'runs',
  'loss.read': 'runs',
  'act.take-back': 'runs',
  'guide.give': 'runs',
  'standby.arm': 'runs',
  'standby.clear': 'runs',
  'emergency.raise': 'emergencies',
  'emergency.end': 'emergencies',
  'overlay.show': 'announcements',
  'overlay.hide': 'announcements',
  'doors.set': 'doors',
  'hours.put': 'doors',
  'day.put': 'doors',
  'day.delete': 'doors',
  'sound.set': 'sound',
  'scene.put': 'content',
  'scene.delete': 'content',
  'show.put': 'content',
  'show.delete': 'content',
  'draft.save': 'content',
  'draft.submit': 'content',
  'draft.return': 'content',
  'draft.publish': 'content',
  'draft.discard': 'content',
  'draft.restore': 'content',
  'medium.add': 'content',
  'medium.delete': 'content',
  'hall.import': 'content',
  'rule.put': 'schedule',
  'rule.delete': 'schedule',
  'exception.put': 'schedule',
  'exception.delete': 'schedule',
  'schedule.edit': 'schedule',
  'clock.hold': 'schedule',
  'clock.trust': 'schedule',
  'screen.pair': 'screens',
  'screen.unpair': 'screens',
  'screen.renew-token': 'screens',
  'screen.offer-token': 'screens',
  'screen.use-token': 'screens',
  'screen.tell-copy': 'screens',
  'screen.keep-out': 'screens',
  'screen.let-in': 'screens',
  'screen.calibrate': 'screens',
  'cleaning.set': 'screens',
  'maintenance.start': 'screens',
  'maintenance.end': 'screens',
  'incident.note': 'screens',
  'person.put': 'people',
  'person.add': 'people',
  'person.edit': 'people',
  'person.remove': 'people',
  'person.secure': 'people',
  'session.open': 'people',
  'session.close': 'people',
  'tablet.pair': 'people',
  'tablet.revoke': 'people',
  'key.add': 'people',
  'key.revoke': 'people',
} as const satisfies Readonly<Record<string, JournalKind>>;

export const journalKinds: readonly JournalKind[] = [...new Set(Object.values(kindOfCommand))];

/** The commands behind a kind. */
export function commandsOf(kind: JournalKind): readonly string[] {
  return Object.entries(kindOfCommand).flatMap(([command, of]) => (of === kind ? [command] : []));
}
