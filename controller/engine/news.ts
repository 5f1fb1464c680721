import type { HallDesk, ScreenState } from '#shared/facts.ts';
import type { IncidentView } from '#shared/incidents.ts';
import type { Applied } from '#shared/report.ts';
import type { HallNews } from '../core/ports.ts';
import { createListeners } from '#shared/listeners.ts';

export interface NewsOptions {
  readonly screenIds: () => readonly string[];
  readonly screenState: (id: string) => ScreenState | null;
  readonly desk: () => HallDesk;
  readonly storage: () => 'ok' | 'failing';
  readonly revision: () => number;
  /** Calls back after `ms`; returns its cancel. */
  readonly after: (run: () => void, ms: number) => () => void;
}

/**
 * Gathers what changed and tells those who watch: decisions at once, that screens have changed within a refresh, what
 * else they say within `gatherMs`; of those that were only heard again some now and some then, all within a second, so
 * that two hundred which speak in one instant hold nobody up. While nobody watches nothing is gathered: to see what a
 * thousand screens look like to people costs more than to bring them a plan.
 */
export interface News {
  /** The screen said something. */
  heard(screen: string): void;
  applied(applied: Applied): void;
  /** Opened, changed or closed; told with the next. */
  incidents(changed: readonly IncidentView[]): void;
  /** Something was decided, or time has passed: everything may differ. `known` are states that were just found. */
  all(changed: HallNews['changed'], known?: ReadonlyMap<string, ScreenState>): void;
  /** Tells what is different from what is so now. */
  subscribe(listener: (news: HallNews) => void): () => void;
  stop(): void;
}

const gatherMs = 50;
/** Of the screens that were only heard again so many are told at once, or this share of all where that is more. */
const heardAtOnce = { screens: 32, share: gatherMs / 1000 };
/** The operator who pressed GO waits for these; they come at takes alone. */
const gatherAppliedMs = 16;

export function createNews(options: NewsOptions): News {
  const listeners = createListeners<HallNews>();
  const told = { screens: new Map<string, Told>(), desk: new Map<string, string>(), storage: 'ok' };
  const dirty = new Set<string>();
  /** Screens that were only heard again since they were told, the first heard first. */
  const heardAgain = new Map<string, ScreenState>();
  let applied: Applied[] = [];
  let incidents: IncidentView[] = [];
  let cancel: (() => void) | null = null;
  let cancelApplied: (() => void) | null = null;

  function soon(): void {
    cancel ??= options.after(() => {
      cancel = null;
      flush([], false);
    }, gatherMs);
  }

  function screens(known: ReadonlyMap<string, ScreenState> | undefined): readonly ScreenState[] {
    const changed = [...dirty].flatMap((id) => {
      const state = known?.get(id) ?? options.screenState(id);
      if (state === null) return [];
      const before = told.screens.get(id);
      if (before?.mark === markOf(state)) {
        if (before.reportedAt !== state.reportedAt) heardAgain.set(id, state);
        return [];
      }
      heardAgain.delete(id);
      return [state];
    });
    const ids = new Set(options.screenIds());
    for (const id of heardAgain.keys()) if (!ids.has(id)) heardAgain.delete(id);
    const most = Math.max(heardAtOnce.screens, Math.ceil(ids.size * heardAtOnce.share));
    const again = [...heardAgain.values()].slice(0, most);
    for (const { id } of again) heardAgain.delete(id);
    const tellable = [...changed, ...again];
    for (const state of tellable) told.screens.set(state.id, toldOf(state));
    return tellable;
  }

  /** The parts of the desk that differ from what was told. */
  function deskNews(): Partial<HallDesk> {
    const different = Object.entries(options.desk()).filter(([part, value]) => {
      const text = JSON.stringify(value);
      if (told.desk.get(part) === text) return false;
      told.desk.set(part, text);
      return true;
    });
    return Object.fromEntries(different);
  }

  function flush(
    changed: NonNullable<HallNews['changed']>,
    withDesk: boolean,
    known?: ReadonlyMap<string, ScreenState>,
  ): void {
    const states = screens(known);
    dirty.clear();
    if (heardAgain.size > 0) soon();
    const desk = withDesk ? deskNews() : {};
    const storage = options.storage();
    const news: HallNews = {
      revision: options.revision(),
      ...(states.length > 0 ? { screens: states } : {}),
      ...(Object.keys(desk).length > 0 ? { desk } : {}),
      ...(changed.length > 0 ? { changed } : {}),
      ...(applied.length > 0 ? { applied } : {}),
      ...(incidents.length > 0 ? { incidents } : {}),
      ...(storage === told.storage ? {} : { storage }),
    };
    told.storage = storage;
    applied = [];
    incidents = [];
    if (Object.keys(news).length > 1) listeners.tell(news);
  }

  function tellApplied(): void {
    if (applied.length === 0) return;
    const news: HallNews = { revision: options.revision(), applied };
    applied = [];
    listeners.tell(news);
  }

  /** What is so now is what the first who watches knows. */
  function begin(): void {
    for (const id of options.screenIds()) {
      const state = options.screenState(id);
      if (state !== null) told.screens.set(id, toldOf(state));
    }
    heardAgain.clear();
    deskNews();
    told.storage = options.storage();
  }

  return {
    heard(screen) {
      if (listeners.isEmpty()) return;
      dirty.add(screen);
      soon();
    },
    applied(one) {
      if (listeners.isEmpty()) return;
      applied.push(one);
      cancelApplied ??= options.after(() => {
        cancelApplied = null;
        tellApplied();
      }, gatherAppliedMs);
    },
    incidents(changed) {
      if (listeners.isEmpty()) return;
      incidents.push(...changed);
    },
    all(changed = [], known) {
      if (listeners.isEmpty()) return;
      for (const id of options.screenIds()) dirty.add(id);
      flush(changed, true, known);
    },
    subscribe(listener) {
      if (listeners.isEmpty()) begin();
      return listeners.add(listener);
    },
    stop() {
      cancel?.();
      cancelApplied?.();
      cancel = cancelApplied = null;
    },
  };
}

interface Told {
  readonly mark: string;
  readonly reportedAt: number | null;
}

const toldOf = (state: ScreenState): Told => ({ mark: markOf(state), reportedAt: state.reportedAt });

/** What makes two states of a screen different to the eye; much cheaper than their JSON. */
function markOf({ desired, reported, agrees, health, readiness, next, view, player, paired }: ScreenState): string {
  const wish = [desired.run, desired.scene, desired.cue, desired.since, desired.until, desired.language, desired.power];
  const ready = [readinessMark(readiness), ...(next ?? []).map(({ cue, state }) => cue + readinessMark(state))].join();
  const seen = view === null ? '' : JSON.stringify(view);
  const shown = reported?.shown ?? null;
  const says = shown === null ? [] : [shown.run, shown.scene, shown.cue, shown.language];
  return [...wish, ...says, agrees, health.state, health.reason, ready, seen, player, paired].join('|');
}

function readinessMark(state: ScreenState['readiness']): string {
  if (state === null) return '';
  return state.is === 'ready' ? 'ready' : `${state.reason}${state.seconds}`;
}
