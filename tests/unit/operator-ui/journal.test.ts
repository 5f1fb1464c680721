import { describe, expect, it } from 'vitest';
import { everything, journalCsv, journalQuery, offerOf, type Entry } from '../../../operator-ui/state/journal.ts';
import { afterText } from '../../../operator-ui/state/after-text.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';
import { journalKinds, kindOfCommand, type JournalKind } from '#shared/journal-kinds.ts';
import type { Command } from '../../../controller/core/command.ts';
import { aHall, screenInput } from '../../support/hall-state.ts';

const speech = createSpeech('ru', { timeZone: 'Asia/Almaty', order: ['kk', 'ru', 'en'] });
const entry = {
  seq: 7,
  at: '2026-12-16T04:20:00.000Z',
  command: 'run.take',
  commandId: 'x',
  actor: 'Әлия',
  reason: null as string | null,
  summary: 'took scene welcome to map, statehood',
  said: {
    en: 'took scene welcome to map, statehood',
    ru: 'поставлено (map, statehood): сцена welcome',
    kk: 'қойылды (map, statehood): welcome сахнасы',
  },
  changed: [{ kind: 'run', id: 'run-7' }],
};

describe('the journal’s filters', () => {
  it('ask for whole days of the hall, both of them included', () => {
    const query = journalQuery({ ...everything, from: '2026-12-16', to: '2026-12-16' }, 'Asia/Almaty');
    expect(query.get('from')).toBe('2026-12-15T19:00:00.000Z');
    expect(query.get('to')).toBe('2026-12-16T19:00:00.000Z');
    expect(journalQuery(everything, 'Asia/Almaty').toString()).toBe('');
  });

  it('have a place for every command that can be decided, and for no other', () => {
    // An omission does not compile here, and neither does a command that is none.
    const placed: Readonly<Record<Command['type'], JournalKind>> = kindOfCommand;
    const decided: Readonly<Record<keyof typeof kindOfCommand, Command['type']>> = Object.fromEntries(
      Object.keys(placed).map((command) => [command, command]),
    ) as { [K in keyof typeof kindOfCommand]: K };
    const asked = journalKinds.flatMap((kind) =>
      (journalQuery({ ...everything, kind }, 'UTC').get('command') ?? '').split(','),
    );
    expect(asked.toSorted()).toEqual(Object.keys(decided).toSorted());
  });

  it('have what people write in the console under what is edited', () => {
    const asked = journalQuery({ ...everything, kind: 'content' }, 'UTC')
      .get('command')
      ?.split(',');
    expect(asked).toEqual(expect.arrayContaining(['draft.save', 'draft.publish', 'draft.discard', 'medium.add']));
  });
});

describe('the journal for a spreadsheet', () => {
  it('quotes what has commas, and makes no formula of what somebody wrote', () => {
    const [, line] = journalCsv([{ ...entry, reason: '=HYPERLINK("x")' }], aHall(), speech).split('\r\n');
    expect(line).toBe(
      `7,2026-12-16 09:20:00,2026-12-16T04:20:00.000Z,Әлия,"поставлено (map, statehood): сцена welcome","'=HYPERLINK(""x"")",run.take`,
    );
  });

  it('names the screen that acted by itself as people do', () => {
    const hall = aHall({ screens: [{ ...screenInput('p1', 1), name: { ru: 'Вход' } }] });
    const who = (actor: string) => journalCsv([{ ...entry, actor }], hall, speech).split(',')[9];
    expect(who('screen p1')).toBe('экран «Вход»');
    expect(who('screen p7')).toBe('экран p7');
    expect(who('the hall')).toBe('зал');
  });

  it('begins with the mark by which spreadsheets know Cyrillic', () => {
    expect(journalCsv([], aHall(), speech).startsWith('\uFEFF#,Когда')).toBe(true);
  });
});

describe('what the journal offers to take back', () => {
  const now = Date.parse(entry.at) + 30_000;
  const lastAct = {
    id: 'x',
    command: 'run.take',
    by: 'Әлия',
    at: now,
    until: now + 30_000,
    targets: ['map'],
    title: null,
    runs: 0,
    doors: null,
    undoes: null,
  };
  const hall = {
    lastAct: null,
    overlays: new Set<string>(),
    standbys: new Set<string>(),
    discarded: new Set<string>(),
    now,
  };
  const made = (command: string, kind: string, id: string): Entry => ({ ...entry, command, changed: [{ kind, id }] });

  it('is the newest act on what runs, while it can be', () => {
    expect(offerOf(entry, [], { ...hall, lastAct })).toEqual({ is: 'take-back', act: 'x' });
    expect(offerOf(entry, [], { ...hall, lastAct: { ...lastAct, until: now } })).toBeNull();
    expect(offerOf({ ...entry, commandId: 'y' }, [], { ...hall, lastAct })).toBeNull();
  });

  it('is what is still over scenes, and what is still armed', () => {
    const shown = made('overlay.show', 'overlay', 'overlay-1');
    expect(offerOf(shown, [], hall)).toBeNull();
    expect(offerOf(shown, [], { ...hall, overlays: new Set(['overlay-1']) })).toMatchObject({ is: 'overlay' });
    const armed = made('standby.arm', 'standby', 'standby-1');
    expect(offerOf(armed, [], { ...hall, standbys: new Set(['standby-1']) })).toMatchObject({ is: 'standby' });
    expect(offerOf(armed, [], hall)).toBeNull();
  });

  it('is a draft that was thrown away, while it is kept', () => {
    const thrown = made('draft.discard', 'discarded', 'scene/steppe@41');
    expect(offerOf(thrown, [], hall)).toBeNull();
    const offered = { is: 'draft', discarded: 'scene/steppe@41' };
    expect(offerOf(thrown, [], { ...hall, discarded: new Set(['scene/steppe@41']) })).toEqual(offered);
  });

  it('is an edit of the schedule for a week, unless the same was changed since', () => {
    const edit = made('schedule.edit', 'rule', 'morning');
    expect(offerOf(edit, [made('schedule.edit', 'rule', 'evening')], hall)).toEqual({ is: 'edit', act: 'x' });
    expect(offerOf(edit, [made('rule.put', 'rule', 'morning')], hall)).toBeNull();
    expect(offerOf(edit, [], { ...hall, now: now + 7 * 24 * 3_600_000 })).toBeNull();
  });
});

describe('what comes after a release, in one line', () => {
  const title = (ru: string) => ({ title: { ru } });
  it('names one or two scenes, and of more the commonest', () => {
    expect(afterText([title('Рельеф'), title('Рельеф')], speech)).toBe('Рельеф');
    expect(afterText([title('Карта'), title('Рельеф')], speech)).toBe('Карта и ещё 1');
    expect(afterText([title('Карта'), title('Рельеф'), title('Рельеф'), title('Вход')], speech)).toBe('Рельеф и ещё 2');
    expect(afterText([{ title: null }], speech)).toBe(speech.words.marks.resting);
    expect(afterText(null, speech)).toBe('');
  });
});
