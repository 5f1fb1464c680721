import type { Hall, OpeningHours } from '#shared/hall.ts';
import type { RunId, ScreenId } from '#shared/ids.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { SpecialDay } from '#shared/schedule.ts';
import type { Text } from '#shared/text.ts';
import type { Window } from '../resolve/window.ts';
import { timeText } from '../schedule/calendar.ts';
import { dayOn, hoursGroups, hoursOn, type HoursGroup, type Stretch } from '../schedule/opening-hours.ts';
import { localDate, midnight, parseTimeOfDay, toLocal, type LocalMs } from '../schedule/zone.ts';
import { hallOf } from '../state.ts';
import type { Block } from './blocks.ts';
import type { Span } from './gaps.ts';

/** An occurrence that the closed hours hide, and the edits that would open the hall for it. */
export interface OutsideHours {
  readonly run: RunId;
  readonly rule: string;
  readonly date: string;
  /** Where it is hidden, by group of screens. */
  readonly hidden: readonly (Span & { readonly zone: string | null })[];
  /** Longer hours on that date alone. */
  readonly extendDay: readonly ScheduleEdit[];
  /** Longer hours on that weekday, every week. */
  readonly extendWeek: readonly ScheduleEdit[];
}

const longerHours: Text = { kk: 'Ұзартылған жұмыс уақыты', ru: 'Продлённые часы', en: 'Longer hours' };
const minuteMs = 60_000;

/** Which of the blocks fall, wholly or partly, outside opening hours and may not run there. */
export function outsideHours(window: Window, blocks: readonly Block[]): readonly OutsideHours[] {
  return blocks.flatMap((block) => {
    if (block.outsideHours) return [];
    const hidden = window.closed.flatMap(({ group, stretches }) => hiddenIn(block, group, stretches));
    if (hidden.length === 0) return [];
    const { run, rule, date } = block;
    return [{ run, rule, date, hidden, ...extensions(window, block, new Set(hidden.map(({ zone }) => zone))) }];
  });
}

function hiddenIn(block: Block, group: HoursGroup, stretches: readonly Stretch[]): OutsideHours['hidden'] {
  const wanted = new Set<ScreenId>(block.screens);
  const screens = group.screens.filter((screen) => wanted.has(screen));
  if (screens.length === 0) return [];
  return stretches
    .map((stretch) => ({ from: Math.max(stretch.from, block.from), until: Math.min(stretch.until, block.until) }))
    .filter(({ from, until }) => until > from)
    .map((span) => ({ ...span, screens, zone: group.zone }));
}

/** Wall times of a day as hours after its midnight. */
interface Reach {
  readonly from: string;
  readonly to: string;
}

function extensions(
  { state, days, zone: table }: Window,
  block: Block,
  zones: ReadonlySet<string | null>,
): Pick<OutsideHours, 'extendDay' | 'extendWeek'> {
  const hall = hallOf(state);
  const starts = toLocal(table, block.from);
  const day = midnight(starts);
  const reach = reachOf(day, starts, toLocal(table, block.until));
  if (reach === null) return { extendDay: [], extendWeek: [] };
  const groups = hoursGroups(hall, days);
  const longer = (group: HoursGroup): Reach => around(hoursOn({ group, days, zone: table }, day), reach);
  const touched = groups.filter(({ zone }) => zones.has(zone));
  return {
    extendDay: [dayEdit(hall, groups, touched, longer, days, day, table)],
    extendWeek: dayOn(days, localDate(day))?.hours === undefined ? weekEdit(hall, touched, day, longer) : [],
  };
}

/** From the whole minute before the start to the one after the end; null where no day's hours reach that far. */
function reachOf(day: LocalMs, starts: LocalMs, ends: LocalMs): Reach | null {
  const to = Math.ceil((ends - day) / minuteMs) * minuteMs;
  const from = Math.floor((starts - day) / minuteMs) * minuteMs;
  return to >= 36 * 60 * minuteMs ? null : { from: timeText(from), to: timeText(to) };
}

/** The hours of a day, made long enough. */
function around(hours: readonly Reach[], reach: Reach): Reach {
  const closing = ({ from, to }: Reach): number => {
    const end = parseTimeOfDay(to);
    return end <= parseTimeOfDay(from) ? end + 24 * 60 * minuteMs : end;
  };
  const from = Math.min(...[...hours, reach].map((one) => parseTimeOfDay(one.from)));
  const to = Math.max(...[...hours, reach].map(closing));
  return { from: timeText(from), to: timeText(to) };
}

function dayEdit(
  hall: Hall,
  groups: readonly HoursGroup[],
  touched: readonly HoursGroup[],
  longer: (group: HoursGroup) => Reach,
  days: Window['days'],
  day: LocalMs,
  table: Window['zone'],
): ScheduleEdit {
  const date = localDate(day);
  const known = days.get(date);
  const model = dayOn(days, date);
  const own = touched.find(({ zone }) => zone === null);
  const zones = new Map((model?.zones ?? []).map((entry) => [entry.zone, entry.hours]));
  for (const group of groups) {
    if (group.zone === null) continue;
    if (touched.includes(group)) zones.set(group.zone, longer(group));
    // Hours for the whole hall would hold here too: what this zone has is said, so that it stays.
    else if (own !== undefined && model?.hours === undefined && !zones.has(group.zone))
      zones.set(group.zone, ownHours(hoursOn({ group, days, zone: table }, day)));
  }
  const put: SpecialDay = {
    date,
    version: known?.version ?? 1,
    name: model?.name ?? namedIn(hall),
    tone: model?.tone ?? 'usual',
    ...(own !== undefined ? { hours: longer(own) } : model?.hours === undefined ? {} : { hours: model.hours }),
    zones: [...zones].map(([zone, hours]) => ({ zone, hours })),
  };
  return { type: 'day.put', day: put, base: known?.version ?? null };
}

/** What a day can say of a zone's usual hours: from the first opening to the last closing. */
function ownHours([first, ...more]: readonly Reach[]): Reach | 'none' {
  return first === undefined ? 'none' : around(more, { from: first.from, to: first.to });
}

/** The hall's own words, in the languages it has. */
function namedIn(hall: Hall): Text {
  const known = Object.entries(longerHours).filter(([language]) => hall.languages.order.includes(language));
  return known.length === 0 ? longerHours : Object.fromEntries(known);
}

function weekEdit(
  { openingHours }: Hall,
  touched: readonly HoursGroup[],
  day: LocalMs,
  longer: (group: HoursGroup) => Reach,
): readonly ScheduleEdit[] {
  const weekday = new Date(day).getUTCDay() || 7;
  const weekOf = (group: HoursGroup) => longerWeek(group.weekly, weekday, longer(group));
  const whole = touched.find(({ zone }) => zone === null);
  const own = touched.flatMap((group) =>
    group.zone === null ? [] : [{ zone: group.zone, weekly: weekOf(group), warmUpMs: group.warmUpMs }],
  );
  const others = openingHours.zones.filter(({ zone }) => !own.some((entry) => entry.zone === zone));
  const hours = {
    ...openingHours,
    weekly: whole === undefined ? openingHours.weekly : weekOf(whole),
    zones: [...others, ...own],
  };
  return [{ type: 'hours.put', hours, base: openingHours.version }];
}

function longerWeek(weekly: OpeningHours['weekly'], weekday: number, reach: Reach): OpeningHours['weekly'] {
  const others = weekly
    .map((entry) => ({ ...entry, weekdays: entry.weekdays.filter((one) => one !== weekday) }))
    .filter(({ weekdays }) => weekdays.length > 0);
  const alike = others.find(({ from, to }) => from === reach.from && to === reach.to);
  if (alike === undefined) return [...others, { weekdays: [weekday], ...reach }];
  return others.map((entry) =>
    entry === alike ? { ...entry, weekdays: [...entry.weekdays, weekday].toSorted((a, b) => a - b) } : entry,
  );
}
