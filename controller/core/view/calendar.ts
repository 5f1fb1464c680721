import type { SpecialDay } from '#shared/schedule.ts';
import type { Compile } from '../compile.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import { dayOn } from '../schedule/opening-hours.ts';
import { dayMs, localDate, midnight, toLocal } from '../schedule/zone.ts';
import type { HallState } from '../state.ts';
import { absentIn, blocksIn, type Absent, type Block } from './blocks.ts';
import { gapsOf, type Span } from './gaps.ts';
import { outsideHours, type OutsideHours } from './outside-hours.ts';
import { transitionsIn, type Transition } from './transitions.ts';

/** Everything a calendar draws over a stretch of time. Instants are ms of shared time. */
export interface Calendar {
  readonly from: number;
  readonly until: number;
  readonly blocks: readonly Block[];
  readonly absent: readonly Absent[];
  readonly outside: readonly OutsideHours[];
  readonly gaps: readonly Span[];
  readonly closed: readonly (Span & { readonly zone: string | null })[];
  /** Special days by the local date they fall on. */
  readonly days: readonly { readonly on: string; readonly day: SpecialDay }[];
  readonly transitions: readonly Transition[];
}

/** The schedule over [from, until), ms. */
export function calendarIn(
  state: HallState,
  compile: Compile,
  from: number,
  until: number,
  memo: ScheduleMemo,
): Calendar {
  const { window, won, blocks } = blocksIn(state, compile, from, until, memo);
  const { zone, days } = window;
  const dates: string[] = [];
  for (let day = midnight(toLocal(zone, from)); day < toLocal(zone, until); day += dayMs) dates.push(localDate(day));
  return {
    from,
    until,
    blocks,
    absent: absentIn(state, compile, from, until, memo),
    outside: outsideHours(window, blocks),
    gaps: gapsOf(won),
    closed: window.closed.flatMap(({ group, stretches }) =>
      stretches
        .map((one) => ({ from: Math.max(one.from, from), until: Math.min(one.until, until) }))
        .filter((span) => span.until > span.from)
        .map((span) => ({ ...span, zone: group.zone, screens: group.screens })),
    ),
    days: dates.flatMap((on) => {
      const day = dayOn(days, on);
      return day === undefined ? [] : [{ on, day }];
    }),
    transitions: transitionsIn(zone, from, until),
  };
}
