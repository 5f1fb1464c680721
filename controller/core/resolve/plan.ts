import type { Hall } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';
import { planLimits, type Armed, type Plan, type PlanItem, type ProgrammeItem, type Setup } from '#shared/plan.ts';
import type { Standby } from '#shared/schedule.ts';
import type { Overlay, Timeline } from '#shared/scene.ts';
import type { Claim } from '../claim.ts';
import type { Compile } from '../compile.ts';
import { dayMs, localDate, midnight, toInstant, toLocal } from '../schedule/zone.ts';
import { hallOf, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';
import { claimsIn } from './claims.ts';
import { joiningAt, joins, type Joining } from './joining.ts';
import { createScheduleMemo, remember, type ScheduleMemo } from './memo.ts';
import { programmeOf } from './programme.ts';
import { resolve } from './resolve.ts';
import { sweep, type Won } from './sweep.ts';
import { mourningAt, windowAround, type Window } from './window.ts';

/**
 * The plans of several screens at `now`, in their order; their claims are found once. Each says what the screen shows
 * over the next 48 hours, less where the limits cut it (`until` says where), and after that the ambient for ever.
 */
export function plansFor(
  state: HallState,
  compile: Compile,
  screens: readonly ScreenId[],
  now: number,
  memo: ScheduleMemo = createScheduleMemo(),
): readonly Plan[] {
  // In whole hours, so that a plan made again within the hour is the same plan.
  const horizon = Math.ceil(now / hourMs) * hourMs + planLimits.horizonMs;
  const window = windowAround(state, compile, now - 2 * dayMs, horizon, memo);
  const { zone } = window;
  // An item on air keeps its true beginning, or it would enter again at every new plan; older ones begin here.
  const from = toInstant(zone, midnight(toLocal(zone, now)) - dayMs);
  const claims = claimsIn(state, compile, from, horizon, memo);
  const programme = programmeOf(state, compile, claims, now, memo);
  const won = sweep(claims, screens, from, horizon, memo);
  const numbers = new Map(claims.map((claim, index) => [claim, index]));
  const listed = [...programme];
  /** Screens with the same future share one, so that a thousand of them cost little more than one. */
  const futures = new Map<string, Future>();
  const hall = hallOf(state);
  const setups = remember(memo, hall, 'setups', [], () => new Map<ScreenId, SizedSetup>());
  const ribbons = mourningRibbons(window, now);
  const overlays = overlaysAt(state, hall, now);
  const endless = claims.filter((claim) => claim.layer === 'ambient' && claim.until === null);
  const standbys = Object.values(state.standby)
    .filter((standby) => state.timeline[standby.timeline] !== undefined)
    .map((standby) => ({ standby, screens: new Set(standby.screens) }));
  const settled = now + inForceMs;
  const joining = joiningAt(claims, settled);
  /** Screens that every claim reaches alike share the list of what they show, and with it what follows from it. */
  const ahead = new Map<readonly Won[], Ahead>();
  const aheadOf = (all: readonly Won[], screen: ScreenId): Ahead => {
    const current = all.filter((one) => one.until > now);
    const rest = endlessOn(endless, screen, current.at(-1)?.until ?? now);
    const stretches = current.map((one) => `${numbers.get(one.claim)}:${one.from}:${one.until}`);
    return { current, rest, name: [...stretches, numbers.get(rest)].join('|') };
  };
  return screens.map((screen) => {
    const all = won.get(screen) ?? [];
    let next = ahead.get(all);
    if (next === undefined) ahead.set(all, (next = aheadOf(all, screen)));
    let sized = setups.get(screen);
    if (sized === undefined) setups.set(screen, (sized = sizedSetup(hall, screen)));
    const { setup, bytes } = sized;
    const winner = next.current.find(({ until }) => until > settled)?.claim;
    const mine = joining.filter((one) => joins(one, screen, winner));
    const beside = {
      armed: [
        ...standbys.flatMap(({ standby, screens: on }) => (on.has(screen) ? [armedBy(standby)] : [])),
        ...mine.map(({ armed }) => armed),
      ],
      joining: mine,
      overlays: [...ribbons, ...overlays.flatMap((one) => (one.screens.has(screen) ? [one.overlay] : []))],
      rest: next.rest,
      setupBytes: bytes,
    };
    const names = [...beside.armed.map(({ standby }) => standby), ...beside.overlays.map(({ id }) => id)];
    const key = `${next.name}|${bytes}|${names.join('|')}`;
    let future = futures.get(key);
    if (future === undefined) futures.set(key, (future = futureOf(window, next.current, beside, listed, now)));
    return { screen, revision: state.revision, sequence: 0, setup, ...future };
  });
}

/** What screens that are reached alike show from now on. */
interface Ahead {
  readonly current: readonly Won[];
  /** What has them after the plan's end. */
  readonly rest: Claim;
  /** Tells one such future from every other of the same claims. */
  readonly name: string;
}

function armedBy({ id, timeline, cue, language }: Standby): Armed {
  return { standby: id, timeline, cue, language };
}

/** Everything in a plan that does not name its screen. */
type Future = Omit<Plan, 'screen' | 'revision' | 'sequence' | 'setup'>;

/** The plan of one screen at `now`. */
export function planFor(
  state: HallState,
  compile: Compile,
  screen: ScreenId,
  now: number,
  memo: ScheduleMemo = createScheduleMemo(),
): Plan {
  const [plan] = plansFor(state, compile, [screen], now, memo);
  if (plan === undefined) throw new Error(`no plan for ${screen}`);
  return plan;
}

interface Beside {
  readonly armed: Armed[];
  readonly joining: readonly Joining[];
  readonly overlays: Overlay[];
  /** What has the screen after the plan's end. */
  readonly rest: Claim;
  readonly setupBytes: number;
}

function futureOf(
  { state, memo }: Window,
  won: readonly Won[],
  { armed, joining, overlays, rest, setupBytes }: Beside,
  programme: ProgrammeItem[],
  now: number,
): Future {
  const timelines = new Map<string, Timeline>();
  for (const standby of armed) {
    const timeline = state.timeline[standby.timeline];
    if (timeline !== undefined) timelines.set(timeline.hash, timeline);
  }
  for (const { claim } of joining) timelines.set(claim.timeline.hash, claim.timeline);
  timelines.set(rest.timeline.hash, rest.timeline);
  const sizeOf = (value: object): number => remember(memo, value, 'bytes', [], () => byteLength(value));
  let bytes = setupBytes + sizeOf(programme) + byteLength({ overlays, armed }) + itemOverheadBytes;
  for (const timeline of timelines.values()) bytes += sizeOf(timeline);
  const items: PlanItem[] = [];
  let until = won[0]?.from ?? now;
  for (const one of won) {
    const item = itemOf(one);
    const before = items.at(-1);
    const isNew = !timelines.has(item.timeline);
    if (before !== undefined && sameRun(before, item)) items[items.length - 1] = { ...before, until: item.until };
    else {
      // All text of an item is ASCII, so that its length is its bytes.
      bytes += JSON.stringify(item).length + 1 + (isNew ? sizeOf(one.claim.timeline) + timelineKeyBytes : 0);
      // The item on air is always in, whatever it weighs; the last place belongs to the endless one.
      if (items.length > 0 && (items.length + 1 >= planLimits.items || bytes > planLimits.bytes)) break;
      items.push(item);
      if (isNew) timelines.set(item.timeline, one.claim.timeline);
    }
    until = one.until;
  }
  const last = itemOf({ claim: rest, from: until, until: Infinity });
  const before = items.at(-1);
  if (before !== undefined && sameRun(before, last)) items[items.length - 1] = { ...before, until: null };
  else items.push(last);
  return {
    from: items[0]?.from ?? now,
    until,
    items,
    timelines: Object.fromEntries(timelines),
    overlays,
    armed,
    programme,
  };
}

const hourMs = 3_600_000;
/** What was decided is in force by then; a plan is made a moment before. */
const inForceMs = 1000;
/** Room for the endless item, the plan's own fields and JSON's punctuation. */
const itemOverheadBytes = 1500;
const timelineKeyBytes = 70;

function byteLength(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function itemOf({ claim, from, until }: Won): PlanItem {
  const { run, layer, segments, power, language, touch, transition } = claim;
  return {
    run,
    layer,
    timeline: claim.timeline.hash,
    from,
    until: until === Infinity ? null : until,
    segments: [...segments],
    power,
    language,
    touch,
    transition,
  };
}

/** Whether the second item only goes on with the first. */
function sameRun(a: PlanItem, b: PlanItem): boolean {
  return a.run === b.run && a.power === b.power && a.timeline === b.timeline && a.until === b.from;
}

/** What has the screen after the plan's end: the best claim of the ambient layer that never ends. */
function endlessOn(endless: readonly Claim[], screen: ScreenId, t: number): Claim {
  const mine = endless.filter((claim) => claim.screens.has(screen));
  return resolve(mine, screen, t).winner;
}

interface SizedSetup {
  readonly setup: Setup;
  /** In steps, for screens whose setups differ by a letter to count alike. */
  readonly bytes: number;
}

function sizedSetup(hall: Hall, screen: ScreenId): SizedSetup {
  const setup = setupOf(hall, screen);
  return { setup, bytes: Math.ceil(byteLength(setup) / 1024) * 1024 };
}

function setupOf(hall: Hall, screenId: ScreenId): Setup {
  const screen = hall.screens.find((candidate) => candidate.id === screenId);
  if (screen === undefined) throw new Error(`the hall has no screen ${screenId}`);
  const touch = screen.touch && screen.touchOff !== true;
  const surfaces = hall.surfaces.flatMap(({ id, widthPx, heightPx, members }) => {
    const own = members.find((member) => member.screen === screenId);
    return own === undefined ? [] : [{ id, widthPx, heightPx, rect: own.rect, members }];
  });
  const sound = hall.soundOutputs
    .filter((output) => output.screen === screenId)
    .map((output) => ({
      output: output.id,
      level: Math.min(output.level, output.maxLevel),
      muted: output.muted,
    }));
  const { name, timeZone, languages } = hall;
  const pin = screen.cornerPin === undefined ? {} : { cornerPin: screen.cornerPin };
  const cleaning = touch && hall.cleaning !== undefined ? { cleaning: hall.cleaning } : {};
  return { screen: { ...screen, touch }, surfaces, ...pin, hall: { name, timeZone, languages }, sound, ...cleaning };
}

/** A ribbon for each day of mourning until the horizon, from midnight to midnight; nothing sounds beneath it. */
function mourningRibbons(window: Window, now: number): Overlay[] {
  const { zone, hasMourning } = window;
  if (!hasMourning) return [];
  const ribbons: Overlay[] = [];
  for (let day = midnight(toLocal(zone, now)); ; day += dayMs) {
    const from = toInstant(zone, day);
    if (from >= now + planLimits.horizonMs) return ribbons;
    const mourned = mourningAt(window, from);
    if (mourned === undefined) continue;
    const id = `mourning@${localDate(day)}`;
    const until = toInstant(zone, day + dayMs);
    ribbons.push({ id, type: 'ribbon', from, until, params: { text: mourned.name }, silent: true });
  }
}

interface OverlayOn {
  readonly overlay: Overlay;
  readonly screens: ReadonlyMap<ScreenId, number>;
}

/** The overlays that are on or to come, each with the screens it is for. */
function overlaysAt(state: HallState, hall: Hall, now: number): readonly OverlayOn[] {
  return Object.values(state.overlay)
    .filter(({ until }) => until === null || until > now)
    .map(({ id, type, from, until, params, targets }) => ({
      overlay: { id, type, from, until, params },
      screens: targetScreens(hall, targets, []),
    }));
}
