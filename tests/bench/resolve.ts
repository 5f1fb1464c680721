import { Screen, Zone } from '#shared/hall.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { Rule } from '#shared/schedule.ts';
import { applyEdits } from '#core/commands/schedule.ts';
import { createCompile } from '#core/compile.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { planFor, plansFor } from '#core/resolve/plan.ts';
import { sweep } from '#core/resolve/sweep.ts';
import { applyChanges, hallOf, type HallState } from '#core/state.ts';
import { impact } from '#core/view/impact.ts';
import { aHall, aScene, aShow, at, aState, screen, screenInput } from '../support/hall-state.ts';
import { distribution, timed, type Row } from './row.ts';

const day = 86_400_000;
const hour = 3_600_000;
const now = at('2026-12-16T12:00+05:00');

/** A repeatable stream of numbers in [0, 1): mulberry32. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A large museum: zones of ten screens; a tenth of the rules for the whole hall, half for a zone, the rest for single
 * screens; most once or a few times a day, some every half hour, some monthly; ambients, and closed at night.
 */
export function museum(screens: number, rules: number): HallState {
  const random = stream(screens * 10_007 + rules);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const ids = Array.from({ length: screens }, (_, index) => `s${index + 1}`);
  const zones = Array.from({ length: Math.ceil(screens / 10) }, (_, index) => ({
    id: `z${index + 1}`,
    name: { en: `Zone ${index + 1}` },
    members: ids.slice(index * 10, index * 10 + 10),
  }));
  const small = aHall({
    surfaces: [],
    zones: [],
    openingHours: { weekly: [{ weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }], warmUpMs: hour / 2 },
  });
  // Ten times a large hall is more than a hall may have; the growth is measured all the same.
  const members = ids.map((id, index) => Screen.parse(screenInput(id, (index % 999) + 1)));
  const hall = { ...small, screens: members, zones: zones.map((zone) => Zone.parse(zone)) };
  const shows = Array.from({ length: 20 }, (_, index) =>
    aShow(`show-${index}`, [
      { scene: 'idle', durationMs: 10 * 60_000 },
      { scene: 'other', durationMs: 20 * 60_000 },
    ]),
  );
  return aState({
    hall,
    scenes: [aScene('other')],
    shows,
    rules: Array.from({ length: rules }, (_, index) => {
      const reach = random();
      const minute = Math.floor(random() * 60);
      const start = 9 + Math.floor(random() * 9);
      const kind = random();
      const cron =
        kind < 0.6
          ? `${minute} ${start} * * *`
          : kind < 0.8
            ? `${minute} ${start},${start + 2} * * tue-sun`
            : kind < 0.9
              ? '*/30 10-17 * * *'
              : `${minute} ${start} ${1 + (index % 28)} * *`;
      return {
        id: `rule-${index}`,
        show: `show-${index % 20}`,
        layer: index % 25 === 0 ? ('ambient' as const) : ('scheduled' as const),
        when: index % 25 === 0 ? { always: true as const } : { cron },
        durationMs: pick([hour / 4, hour / 2, hour, 2 * hour]),
        priority: Math.floor(random() * 5),
        targets: reach < 0.1 ? 'all' : reach < 0.6 ? pick(zones).id : [pick(ids), pick(ids)],
      };
    }),
  });
}

/** A year's bookings: so many rules that come once, ten a day, beside the few that repeat. */
function bookings(screens: number, rules: number): HallState {
  const state = museum(screens, 100);
  const booked = Array.from({ length: rules }, (_, index) => {
    const date = new Date(now - 30 * day + Math.floor(index / 10) * day).toISOString().slice(0, 10);
    const hours = String(9 + (index % 10)).padStart(2, '0');
    return Rule.parse({
      id: `booking-${index}`,
      show: `show-${index % 20}`,
      when: { at: `${date}T${hours}:00` },
      durationMs: hour / 2,
      targets: `z${1 + (index % (screens / 10))}`,
    });
  });
  return { ...state, rule: { ...state.rule, ...Object.fromEntries(booked.map((rule) => [rule.id, rule])) } };
}

/** What it costs to save one more rule, to see before what it would do, and to follow it afterwards. */
function savingOneMore(): readonly Row[] {
  const state = bookings(200, 10_000);
  const compile = createCompile();
  const memo = createScheduleMemo();
  const ids = hallOf(state).screens.map(({ id }) => id);
  plansFor(state, compile, ids, now, memo);
  const head = { case: '200 screens, 10,100 rules', subject: 'shanyraq', unit: 'ms' };
  const edits = (index: number): readonly ScheduleEdit[] => {
    const rule = Rule.parse({
      id: `more-${index + 3}`,
      show: 'show-1',
      when: { at: '2026-12-17T10:00' },
      targets: 'z1',
    });
    return [{ type: 'rule.put', rule, base: null }];
  };
  const saved = (index: number): HallState => {
    const made = applyEdits(state, claimsIn(state, compile, now, now + 1, memo), edits(index), now);
    if (!made.ok) throw new Error(made.problem.detail);
    return made.state;
  };
  const save = timed(20, 3, saved);
  const followed = Array.from({ length: 23 }, (_, index) => saved(index));
  const follow = timed(20, 3, (index) => void plansFor(followed[index + 3] ?? state, compile, ids, now + index, memo));
  const looked = createScheduleMemo();
  const look = timed(20, 3, (index) => {
    impact(state, followed[index + 3] ?? state, compile, now, now + 7 * day, looked);
  });
  return [
    distribution({ ...head, metric: 'one more rule decided' }, save),
    distribution({ ...head, metric: 'all 48 h plans after it' }, follow),
    distribution({ ...head, metric: 'its effect over a week, before it is saved' }, look),
  ];
}

/** The state after somebody took a show to a screen: what most changes are. */
function taken(state: HallState, index: number): HallState {
  const compiled = createCompile()(state, { kind: 'show', id: 'show-1' });
  const run = {
    id: `take-${index}` as never,
    layer: 'manual' as const,
    timeline: compiled.hash,
    targets: ['s1'],
    except: [],
    from: now,
    until: null,
    segments: [{ zero: now, at: 0, rate: 1 as const, cue: 0 }],
    owner: 'operator',
    reason: null,
    language: null,
    touch: compiled.touch,
    transition: { type: 'cut' as const, durationMs: 0 },
    priority: 0,
    outsideHours: false,
    rule: null,
  };
  const changes = [
    { kind: 'timeline' as const, id: compiled.hash, body: compiled },
    { kind: 'run' as const, id: run.id, body: run },
  ];
  return applyChanges(state, changes, state.revision + 1);
}

export function bench(): readonly Row[] {
  const rows: Row[] = [];
  for (const [screens, rules] of [
    [200, 500],
    [2000, 500],
    [200, 5000],
  ] as const) {
    const title = `${screens} screens, ${rules} rules`;
    const n = screens * rules > 100_000 ? 5 : 20;
    const state = museum(screens, rules);
    const compile = createCompile();
    const ids = hallOf(state).screens.map(({ id }) => id);
    const head = { case: `${title}, 30 days`, subject: 'shanyraq' };
    const cold = timed(n, 3, () => {
      sweep(claimsIn(state, compile, now, now + 30 * day), ids, now, now + 30 * day);
    });
    rows.push(distribution({ ...head, metric: 'resolved, nothing remembered', unit: 'ms' }, cold));
    const claims = claimsIn(state, compile, now, now + 30 * day);
    const won = sweep(claims, ids, now, now + 30 * day);
    rows.push({ ...head, metric: 'claims', unit: 'claims', value: claims.length });
    const changes = [...won.values()].reduce((total, list) => total + list.length, 0);
    rows.push({ ...head, metric: 'stretches won', unit: 'stretches', value: changes });
    const memo = createScheduleMemo();
    plansFor(state, compile, ids, now, memo);
    const plans = { case: title, subject: 'shanyraq' };
    const states = Array.from({ length: 60 }, (_, index) => taken(state, index));
    const one = timed(50, 10, (index) => {
      planFor(states[index + 10] ?? state, compile, screen('s1'), now + index, memo);
    });
    rows.push(distribution({ ...plans, metric: 'one 48 h plan after a take', unit: 'ms' }, one));
    const all = timed(n, 3, (index) => {
      plansFor(states[index + 10] ?? state, compile, ids, now + index, memo);
    });
    rows.push(distribution({ ...plans, metric: 'all 48 h plans after a take', unit: 'ms' }, all));
    const edited = Array.from({ length: 60 }, (_, index) => {
      const rule = state.rule['rule-7'];
      if (rule === undefined) throw new Error('rule-7 is missing');
      return applyChanges(state, [{ kind: 'rule', id: rule.id, body: { ...rule, priority: index % 7 } }], 2 + index);
    });
    const afterEdit = timed(50, 10, (index) => {
      planFor(edited[index + 10] ?? state, compile, screen('s1'), now + index, memo);
    });
    rows.push(distribution({ ...plans, metric: 'one 48 h plan after a rule’s edit', unit: 'ms' }, afterEdit));
  }
  return [...rows, ...savingOneMore()];
}
