import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Rule, RuleException } from '#shared/schedule.ts';
import type { Timeline } from '#shared/scene.ts';
import { chainDurationMs } from '#shared/scene-at.ts';
import type { Claim } from '../claim.ts';
import type { Source } from '../compile.ts';
import { parseCron, type Cron } from '../schedule/cron.ts';
import { occurrencesOf, type Replacement, type Timetable } from '../schedule/occurrences.ts';
import { dayMs, localText, parseLocal, toInstant } from '../schedule/zone.ts';
import { hallOf, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';
import { remember } from './memo.ts';
import { looped } from './slates.ts';
import { mourningAt, type Window } from './window.ts';

/** How long an occurrence runs when neither its rule nor its show says so. */
const openEndedMs = dayMs;

/** What a rule shows: its own show or scene, or what an exception puts in its place. */
interface Subject {
  readonly timeline: Timeline;
  readonly listed: boolean;
}

function subjectOf(
  window: Pick<Window, 'state' | 'compile'>,
  rule: Rule,
  replacement: Replacement | null,
): Subject | null {
  const { state, compile } = window;
  const { show, scene } = replacement ?? rule;
  const source: Source | null =
    show !== undefined ? { kind: 'show', id: show } : scene !== undefined ? { kind: 'scene', id: scene } : null;
  if (source === null || state[source.kind][source.id] === undefined) return null;
  const listed = rule.listed && (show === undefined || state.show[show]?.listed === true);
  return { timeline: compile(state, source, rule.targets), listed };
}

/** The screens that a rule reaches, each with how directly it names it. */
export function screensOfRule(state: HallState, rule: Rule, memo: Window['memo']): ReadonlyMap<ScreenId, number> {
  const hall = hallOf(state);
  return remember(memo, rule, 'screens', [hall], () => targetScreens(hall, rule.targets, rule.except));
}

/** The claims of one rule that touch the window. */
export function ruleClaims(window: Window, rule: Rule): readonly Claim[] {
  const { memo, zone } = window;
  const exceptions = window.exceptions.get(rule.id) ?? [];
  const own = subjectOf(window, rule, null);
  const replaced = exceptions.flatMap(({ change }) => {
    const subject = change.is === 'replace' ? subjectOf(window, rule, change) : null;
    return [subject?.timeline, subject?.listed];
  });
  const screens = screensOfRule(window.state, rule, memo);
  const on = [zone, window.days, screens, own?.timeline, own?.listed, ...exceptions, ...replaced];
  return remember(memo, rule, window.name, on, () =>
    'always' in rule.when
      ? alwaysClaims(window, rule, screens, exceptions)
      : occurrenceClaims(window, rule, screens, exceptions),
  );
}

function ruleClaim(
  rule: Rule,
  screens: ReadonlyMap<ScreenId, number>,
  { timeline, listed }: Subject,
  span: { readonly run: RunId; readonly from: number; readonly until: number | null; readonly zero: number },
): Claim {
  return {
    run: span.run,
    layer: rule.layer,
    timeline,
    from: span.from,
    until: span.until,
    segments: [{ zero: span.zero, at: 0, rate: 1, cue: 0 }],
    priority: rule.priority,
    screens,
    outsideHours: rule.outsideHours,
    language: rule.language ?? rule.booking?.language ?? null,
    touch: timeline.touch,
    transition: timeline.cues[0]?.transition ?? { type: 'cut', durationMs: 0 },
    power: 'on',
    rule: rule.id,
    owner: null,
    reason: null,
    listed,
  };
}

/** The parsed expression of a rule that has one. */
export function cronOf(memo: Window['memo'], rule: Rule): Cron | null {
  const { when } = rule;
  if (!('cron' in when)) return null;
  const parsed = remember(memo, rule, 'cron', [], () => parseCron(when.cron));
  return parsed.ok ? parsed.cron : null;
}

/** All that decides when a rule with a time runs. */
export function timetableOf(
  window: Pick<Window, 'state' | 'compile' | 'memo' | 'zone' | 'calendar'>,
  rule: Rule,
  exceptions: readonly RuleException[],
): Timetable {
  return {
    rule,
    cron: cronOf(window.memo, rule),
    exceptions: new Map(exceptions.map((exception) => [exception.date, exception])),
    zone: window.zone,
    calendar: window.calendar,
    ownDurationMs(replacement) {
      const timeline = subjectOf(window, rule, replacement)?.timeline;
      return timeline === undefined || timeline.loop ? openEndedMs : (chainDurationMs(timeline, 0) ?? openEndedMs);
    },
  };
}

function occurrenceClaims(
  window: Window,
  rule: Rule,
  screens: ReadonlyMap<ScreenId, number>,
  exceptions: readonly RuleException[],
): readonly Claim[] {
  const timetable = timetableOf(window, rule, exceptions);
  const own = subjectOf(window, rule, null);
  return occurrencesOf(timetable, window.from, window.until).flatMap((occurrence) => {
    const { run, from, until, replacement } = occurrence;
    const subject = replacement === null ? own : subjectOf(window, rule, replacement);
    if (subject === null || isSilenced(window, rule, subject, from)) return [];
    return [ruleClaim(rule, screens, subject, { run, from, until, zero: from })];
  });
}

/** A day of mourning drops what would start on it and is not solemn; the ambient stays. */
function isSilenced(window: Window, rule: Rule, { timeline }: Subject, from: number): boolean {
  return rule.layer === 'scheduled' && !timeline.solemn && mourningAt(window, from) !== undefined;
}

/**
 * A rule that is always on is one run that has no beginning: its position counts from the anchor, so that it depends
 * on the clock alone and is the same after any restart. A new version of its show is a new run. Exceptions cut whole
 * local dates out of it.
 */
function alwaysClaims(
  window: Window,
  rule: Rule,
  screens: ReadonlyMap<ScreenId, number>,
  exceptions: readonly RuleException[],
): readonly Claim[] {
  const { zone, anchor } = window;
  const own = subjectOf(window, rule, null);
  const claims: Claim[] = [];
  let from = rule.from === undefined ? anchor : toInstant(zone, parseLocal(rule.from));
  const end = rule.to === undefined ? null : toInstant(zone, parseLocal(rule.to) + dayMs);
  const add = (until: number | null): void => {
    if (own === null || (until !== null && until <= from)) return;
    const timeline = endless(window, own.timeline);
    const run = `${rule.id}@${timeline.hash.slice(0, 12)}` as RunId;
    claims.push(ruleClaim(rule, screens, { ...own, timeline }, { run, from, until, zero: anchor }));
  };
  for (const { date, change } of exceptions.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if ((rule.from !== undefined && date < rule.from) || (rule.to !== undefined && date > rule.to)) continue;
    const begins = toInstant(zone, parseLocal(date));
    const ends = toInstant(zone, parseLocal(date) + dayMs);
    if (change.is === 'move' || begins < from) continue;
    add(begins);
    const instead = change.is === 'replace' ? subjectOf(window, rule, change) : null;
    if (instead !== null) {
      const timeline = endless(window, instead.timeline);
      const run = `${rule.id}@${localText(parseLocal(date))}` as RunId;
      claims.push(ruleClaim(rule, screens, { ...instead, timeline }, { run, from: begins, until: ends, zero: begins }));
    }
    from = ends;
  }
  add(end);
  return claims.filter((claim) => claim.from < window.until && (claim.until === null || claim.until > window.from));
}

/** A timeline that would run out is begun again: what is always on never ends. */
function endless(window: Window, timeline: Timeline): Timeline {
  if (timeline.loop || chainDurationMs(timeline, 0) === null) return timeline;
  return remember(window.memo, timeline, 'looped', [], () => looped(timeline));
}
