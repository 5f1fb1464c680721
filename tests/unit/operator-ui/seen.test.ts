import { describe, expect, it } from 'vitest';
import type { ScreenState } from '#shared/facts.ts';
import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Applied } from '#shared/report.ts';
import { screenMark, worstMark } from '../../../operator-ui/state/screen-mark.ts';
import { aHall } from '../../support/hall-state.ts';
import { looksSame } from '../../../operator-ui/state/looks-same.ts';
import { nothingSeen, see, type Seen, type SeenEvent } from '../../../operator-ui/state/seen.ts';
import { readScreens } from '../../../operator-ui/state/screen-read.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';
import { spreadOf } from '../../../operator-ui/state/take-spread.ts';

const screen = (id: string, change: Partial<ScreenState> = {}): ScreenState => ({
  id: id as ScreenId,
  paired: true,
  player: 'screen',
  desired: {
    revision: 1,
    run: 'r' as RunId,
    layer: 'ambient',
    scene: 's',
    type: 'title',
    title: { en: 'S' },
    cue: 0,
    since: 0,
    until: null,
    language: null,
    power: 'on',
  },
  reported: null,
  reportedAt: 900,
  agrees: true,
  health: { state: 'online', since: 500, reason: null },
  readiness: null,
  view: null,
  ...change,
});

const report = (run: string): NonNullable<ScreenState['reported']> =>
  ({
    shown: { run, scene: 's', type: 'title', key: 'k', cue: 0, positionMs: 12, language: 'en' },
    power: 'on',
    media: { held: 1, missing: [] },
    sound: 'none',
  }) as unknown as NonNullable<ScreenState['reported']>;

const watched = (screens: readonly ScreenState[], at = 1000): SeenEvent => ({
  is: 'watched',
  facts: {
    revision: 3,
    at,
    screens: [...screens],
    runs: [],
    standbys: [],
    announced: [],
    doors: { is: 'open', until: null, by: null },
    lastAct: null,
    losses: [],
    storage: 'ok',
  },
});

const applied = (id: string, latenessMs: number, cue = 0): Applied => ({
  screen: id as ScreenId,
  run: 'run-1' as RunId,
  cue,
  plannedAt: 2000 + cue,
  shownAt: 2000 + latenessMs,
  latenessMs,
  boundMs: 0.4,
  droppedFrames: 0,
});

const all = (...events: readonly SeenEvent[]): Seen => events.reduce(see, nothingSeen);

describe('see', () => {
  it('knows the whole hall once it watches', () => {
    const seen = all(watched([screen('a'), screen('b')]));
    expect(seen.link).toEqual({ is: 'live' });
    expect(Object.keys(seen.screens)).toEqual(['a', 'b']);
  });

  it('keeps the identity of what did not change', () => {
    const before = all(watched([screen('a'), screen('b')]));
    const after = see(before, {
      is: 'news',
      news: { at: 1100, revision: 3, screens: [screen('b', { agrees: false })] },
    });
    expect(after.screens['a']).toBe(before.screens['a']);
    expect(after.screens['b']?.agrees).toBe(false);
    expect(after.runs).toBe(before.runs);
  });

  it('leaves out news that came before the answer to watch', () => {
    const seen = all({ is: 'news', news: { at: 10, revision: 2, screens: [screen('x')] } }, watched([screen('a')]));
    expect(Object.keys(seen.screens)).toEqual(['a']);
  });

  it('says how old its picture is when the link is lost, and starts afresh when it is back', () => {
    const lost = all(watched([screen('a')], 1000), { is: 'news', news: { at: 1500, revision: 3 } }, { is: 'lost' });
    expect(lost.link).toEqual({ is: 'lost', at: 1500 });
    expect(lost.screens['a']).toBeDefined();
    expect(see(lost, { is: 'lost' })).toBe(lost);
    expect(see(lost, watched([screen('b')], 9000)).screens['a']).toBeUndefined();
  });

  it('gathers the screens of one take, each counted once, and keeps takes apart', () => {
    const seen = all(
      watched([]),
      { is: 'news', news: { at: 2100, revision: 4, applied: [applied('a', -1), applied('b', 4)] } },
      { is: 'news', news: { at: 2200, revision: 4, applied: [applied('b', 6), applied('a', 0, 1)] } },
    );
    expect(seen.takes.map(({ cue }) => cue)).toEqual([1, 0]);
    const spread = seen.takes[1] === undefined ? null : spreadOf(seen.takes[1]);
    expect(spread).toMatchObject({ is: 'apart', spreadMs: 7, latest: { screen: 'b', latenessMs: 6 } });
    expect(spread?.points).toHaveLength(2);
  });

  it.each([
    ['one', [8.6]],
    ['together', [8.6, 8.61]],
    ['apart', [8.6, 8.7]],
  ])('tells %s of %j', (is, latenesses) => {
    const of = latenesses.map((latenessMs, index) => applied(`s${index}`, latenessMs));
    expect(spreadOf({ run: 'r', cue: 0, plannedAt: 0, applied: of })?.is).toBe(is);
  });
});

describe('screenMark', () => {
  const live = { is: 'live' } as const;
  const health = (state: ScreenState['health']['state']) => ({ health: { state, since: 1, reason: null } });
  const wants = (change: Partial<ScreenState['desired']>) => ({ desired: { ...screen('a').desired, ...change } });

  it.each<[string, Partial<ScreenState>, string, number]>([
    ['all is well', {}, 'onAir', 0],
    ['no answer', health('offline'), 'offline', 3],
    ['no answer goes before a disagreement', { ...health('offline'), agrees: false }, 'offline', 3],
    ['frozen', health('frozen'), 'frozen', 3],
    ['dark', health('dark'), 'resting', 0],
    ['wrong', health('wrong'), 'wrong', 3],
    ['late', health('late'), 'late', 2],
    ['degraded', health('degraded'), 'degraded', 2],
    ['never heard', health('unknown'), 'unknown', 1],
    ['unproved', health('unproved'), 'unproved', 1],
    ['in maintenance', health('maintenance'), 'maintenance', 1],
    ['shows another', { agrees: false }, 'disagrees', 2],
    ['is changing', { agrees: null }, 'changing', 0],
    ['held by hand', wants({ layer: 'manual' }), 'byHand', 1],
    ['an emergency', wants({ layer: 'emergency' }), 'emergency', 3],
    ['a visitor’s run', wants({ layer: 'visitor' }), 'visitor', 0],
    ['a visitor at the glass', { view: { touchedAt: 5 } }, 'visitor', 0],
    ['closed', wants({ layer: 'closed' }), 'resting', 0],
    ['asleep', wants({ power: 'standby' }), 'resting', 0],
    ['disagreement goes before by hand', { agrees: false, ...wants({ layer: 'manual' }) }, 'disagrees', 2],
  ])('%s', (_name, change, word, urgency) => {
    expect(screenMark(screen('a', change), live)).toMatchObject({ word, urgency });
  });

  it('claims nothing without a link', () => {
    expect(screenMark(screen('a', health('offline')), { is: 'lost', at: 1 })).toMatchObject({
      shape: 'stale',
      since: 900,
    });
  });

  it('lets the worst stand for a wall', () => {
    const marks = [{}, health('offline'), { agrees: false }].map((change) => screenMark(screen('a', change), live));
    expect(worstMark(marks).word).toBe('offline');
  });
});

describe('news', () => {
  const before = see(nothingSeen, watched([screen('a', { reported: report('r') }), screen('b')]));
  const after = (change: Partial<ScreenState>): Seen =>
    see(before, {
      is: 'news',
      news: { revision: 3, at: 2000, screens: [screen('a', { reported: report('r'), reportedAt: 1900, ...change })] },
    });

  it('are nothing to draw anew for where a screen was only heard again', () => {
    expect(looksSame(before, after({}))).toBe(true);
    expect(looksSame(before, after({ reported: { ...report('r'), media: { held: 2, missing: [] } } }))).toBe(true);
  });

  it.each<[string, Partial<ScreenState>]>([
    ['shows another run', { reported: report('other') }],
    ['has fallen silent about what it shows', { reported: null }],
    ['does not agree', { agrees: false }],
    ['is late', { health: { state: 'late', since: 500, reason: null } }],
    ['is ready', { readiness: { is: 'not-ready', reason: 'decoding', seconds: 2 } }],
    ['is to show another', { desired: { ...screen('a').desired, cue: 1 } }],
    ['is touched', { view: { language: 'kk' } }],
  ])('are to be drawn where a screen %s', (_what, change) => {
    expect(looksSame(before, after(change))).toBe(false);
  });

  it('are to be drawn where anything of the desk changes, a screen comes, or the link is lost', () => {
    const told = (news: object): Seen => see(before, { is: 'news', news: { revision: 3, at: 2000, ...news } });
    expect(looksSame(before, told({}))).toBe(true);
    expect(looksSame(before, told({ runs: [] }))).toBe(false);
    expect(looksSame(before, told({ revision: 4 }))).toBe(false);
    expect(looksSame(before, told({ screens: [screen('c')] }))).toBe(false);
    expect(looksSame(before, see(before, { is: 'lost' }))).toBe(false);
  });
});

describe('all screens as they are read', () => {
  const hall = aHall();
  const speech = createSpeech('en', { timeZone: 'UTC', order: ['en'] });
  const scenes = new Map();
  const first = see(
    nothingSeen,
    watched([screen('p1'), screen('p2', { health: { state: 'late', since: 0, reason: null } })]),
  );

  it('keep their identity while nothing about them reads otherwise', () => {
    const before = readScreens({ hall, seen: first, scenes, speech, now: 60_000 }, null);
    const same = readScreens({ hall, seen: first, scenes, speech, now: 60_400 }, before);
    expect(same.read.get('p1')).toBe(before.read.get('p1'));
    expect(same.read.get('p2')).toBe(before.read.get('p2'));
    const later = readScreens({ hall, seen: first, scenes, speech, now: 62_000 }, same);
    expect(later.read.get('p1')).toBe(before.read.get('p1'));
    expect(later.read.get('p2')?.age).toBe('1:02');
    const next = see(first, {
      is: 'news',
      news: { revision: 4, at: 2000, screens: [screen('p1', { agrees: false })] },
    });
    const changed = readScreens({ hall, seen: next, scenes, speech, now: 62_000 }, later);
    expect(changed.read.get('p1')).not.toBe(before.read.get('p1'));
    expect(changed.read.get('p2')).toBe(later.read.get('p2'));
  });

  it('are the very same while screens are only heard again', () => {
    const before = readScreens({ hall, seen: first, scenes, speech, now: 60_000 }, null);
    const heard = see(first, {
      is: 'news',
      news: { revision: 3, at: 2000, screens: [screen('p1', { reportedAt: 1900 })] },
    });
    expect(readScreens({ hall, seen: heard, scenes, speech, now: 60_000 }, before).read).toBe(before.read);
  });

  it('are read anew when the link is lost: nothing that is seen is sure any more', () => {
    const before = readScreens({ hall, seen: first, scenes, speech, now: 60_000 }, null);
    const lost = readScreens({ hall, seen: see(first, { is: 'lost' }), scenes, speech, now: 60_000 }, before);
    expect(lost.read.get('p1')?.mark.word).toBe('stale');
  });
});
