import type { Text } from '#shared/text.ts';
import { inMaintenance } from '../health/sentences.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { SpecialDay } from '#shared/schedule.ts';
import type { Compile } from '../compile.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import type { Won } from '../resolve/sweep.ts';
import { dayOn } from '../schedule/opening-hours.ts';
import { dayMs, parseLocal, toInstant, zoneTable } from '../schedule/zone.ts';
import { hallOf, type HallState } from '../state.ts';
import { absentIn, blocksIn, type Absent, type Block } from './blocks.ts';
import { gapsOf, type Span } from './gaps.ts';
import { missingTexts, type MissingText } from './missing-texts.ts';
import { outsideHours, type OutsideHours } from './outside-hours.ts';
import { transitionsIn, type Transition } from './transitions.ts';

/** What is known of a screen beside the schedule. */
export interface ScreenTrouble {
  readonly screen: ScreenId;
  /** Media its player does not hold. */
  readonly missing: readonly string[];
  /** Why it shows nothing now, or null. */
  readonly down: { readonly why: string; readonly said: Text | null } | null;
}

/** A show that does not run to its end. */
export interface CutShort {
  readonly block: Block;
  /** How long it would take, and how much of it comes, ms. */
  readonly ownMs: number;
  readonly comesMs: number;
  /** `rule`: its own time is shorter; otherwise the run that takes over. */
  readonly by: 'rule' | (string & {});
  readonly screens: readonly ScreenId[];
}

/** A local date of the hall, looked through for what an operator would want to know before it comes. */
export interface DayReport {
  readonly date: string;
  /** Its midnights, ms of shared time. */
  readonly from: number;
  readonly until: number;
  readonly day: SpecialDay | null;
  readonly blocks: readonly Block[];
  readonly gaps: readonly Span[];
  /** Blocks that other runs keep from screens. */
  readonly overlaps: readonly Block[];
  readonly cutShort: readonly CutShort[];
  readonly outside: readonly OutsideHours[];
  readonly absent: readonly Absent[];
  readonly transitions: readonly Transition[];
  /** Blocks whose start does not exist that day, or comes twice. */
  readonly moments: readonly Block[];
  readonly missingTexts: readonly MissingText[];
  readonly missingMedia: readonly { readonly screen: ScreenId; readonly media: readonly string[] }[];
  /** Screens in maintenance during the day, and those that are down now. */
  readonly down: readonly (Span & { readonly why: string; readonly said: Text | null })[];
}

/** The report of a local date, `YYYY-MM-DD`. */
export function dayReport(
  state: HallState,
  compile: Compile,
  date: string,
  troubles: readonly ScreenTrouble[],
  memo: ScheduleMemo,
): DayReport {
  const hall = hallOf(state);
  const midnight = parseLocal(date);
  const table = zoneTable(hall.timeZone, midnight, midnight + dayMs);
  const from = toInstant(table, midnight);
  const until = toInstant(table, midnight + dayMs);
  const { window, won, blocks } = blocksIn(state, compile, from, until, memo);
  const timelines = new Set([...won.values()].flatMap((list) => list.map(({ claim }) => claim.timeline)));
  return {
    date,
    from,
    until,
    day: dayOn(window.days, date) ?? null,
    blocks,
    gaps: gapsOf(won),
    overlaps: blocks.filter(({ lost }) => lost.some(({ why }) => why !== 'closed')),
    cutShort: blocks.flatMap(cutShort),
    outside: outsideHours(window, blocks),
    absent: absentIn(state, compile, from, until, memo),
    transitions: transitionsIn(window.zone, from, until),
    moments: blocks.filter(({ moment }) => moment !== 'usual'),
    missingTexts: missingTexts(
      [...timelines].filter(({ source }) => source.kind !== 'slate'),
      hall.languages.order,
    ),
    missingMedia: troubles.flatMap(({ screen, missing }) => (missing.length > 0 ? [{ screen, media: missing }] : [])),
    down: [
      ...maintained(won),
      ...troubles.flatMap(({ screen, down }) => (down === null ? [] : [{ screens: [screen], from, until, ...down }])),
    ],
  };
}

/** Where a show does not come to its end: its time is too short, or something takes the screens over and keeps them. */
function cutShort(block: Block): readonly CutShort[] {
  const { ownMs, from, until, lost, screens } = block;
  if (ownMs === null) return [];
  const cuts: CutShort[] = [];
  if (until - from < ownMs) cuts.push({ block, ownMs, comesMs: until - from, by: 'rule', screens });
  for (const loss of lost) {
    const comesMs = loss.from - from;
    if (loss.until < until || comesMs <= 0 || comesMs >= ownMs) continue;
    cuts.push({ block, ownMs, comesMs, by: loss.run, screens: loss.screens });
  }
  return cuts;
}

function maintained(won: ReadonlyMap<ScreenId, readonly Won[]>): DayReport['down'] {
  return [...won].flatMap(([screen, stretches]) =>
    stretches
      .filter(({ claim }) => claim.layer === 'maintenance')
      .map(({ claim: { reason }, from, until }) => ({
        screens: [screen],
        from,
        until,
        why: reason ?? 'maintenance',
        said: (reason ?? '') === '' ? inMaintenance('', false) : null,
      })),
  );
}
