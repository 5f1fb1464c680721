import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Layer, Timeline } from '#shared/scene.ts';
import type { Compile } from '../compile.ts';
import type { Claim } from '../claim.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import type { Won } from '../resolve/sweep.ts';
import type { HallState } from '../state.ts';
import { absentIn, blocksIn, type Absent, type Block } from './blocks.ts';
import { gapsOf, together, type Span } from './gaps.ts';
import { outsideHours, type OutsideHours } from './outside-hours.ts';

/** What has the screens, as people read it. */
export interface Holder {
  readonly run: RunId;
  readonly layer: Layer;
  readonly source: Timeline['source'];
  readonly title: Timeline['title'];
}

/** What a change of the schedule would do over [from, until), ms of shared time. */
export interface Impact {
  readonly from: number;
  readonly until: number;
  /** Where screens would show something else, in order. */
  readonly changes: readonly (Span & { readonly was: Holder; readonly becomes: Holder })[];
  /** Occurrences that would come that do not now, would not come that do now, or would be different. */
  readonly added: readonly Block[];
  readonly gone: readonly Block[];
  readonly moved: readonly { readonly was: Block; readonly becomes: Block }[];
  /** Of the occurrences that are new or different: those that others keep from screens. */
  readonly conflicts: readonly Block[];
  /** Others that would lose screens they have now. */
  readonly displaced: readonly Block[];
  readonly outside: readonly OutsideHours[];
  /** Stretches in which screens would have nothing to show, and have something now. */
  readonly gaps: readonly Span[];
  /** What a day of mourning would silence that it does not silence now. */
  readonly silenced: readonly Absent[];
}

/** Compares two states of the schedule over [from, until). Equal states have an empty impact. */
export function impact(
  before: HallState,
  after: HallState,
  compile: Compile,
  from: number,
  until: number,
  memo: ScheduleMemo,
): Impact {
  const was = blocksIn(before, compile, from, until, memo);
  const becomes = blocksIn(after, compile, from, until, memo);
  const known = new Map(was.blocks.map((block) => [block.run, block]));
  const left = new Set(becomes.blocks.map(({ run }) => run));
  const added = becomes.blocks.filter(({ run }) => !known.has(run));
  const moved = becomes.blocks.flatMap((block) => {
    const earlier = known.get(block.run);
    return earlier === undefined || isAlike(earlier, block) ? [] : [{ was: earlier, becomes: block }];
  });
  const edited = [...added, ...moved.map((pair) => pair.becomes)].toSorted((a, b) => a.from - b.from);
  const touched = new Set(edited.map(({ run }) => run));
  const silencedNow = new Set(absentIn(before, compile, from, until, memo).map(({ run }) => run));
  const gapsNow = new Set(gapsOf(was.won).map(keyOf));
  return {
    from,
    until,
    changes: changesOf(was.won, becomes.won),
    added,
    gone: was.blocks.filter(({ run }) => !left.has(run)),
    moved,
    conflicts: edited.filter(({ lost }) => lost.some(({ why }) => why !== 'closed')),
    displaced: becomes.blocks.filter((block) => {
      const earlier = known.get(block.run);
      return !touched.has(block.run) && earlier !== undefined && lossMs(block) > lossMs(earlier);
    }),
    outside: outsideHours(becomes.window, edited),
    gaps: gapsOf(becomes.won).filter((gap) => !gapsNow.has(keyOf(gap))),
    silenced: absentIn(after, compile, from, until, memo).filter(
      ({ run, because }) => because === 'mourning' && !silencedNow.has(run),
    ),
  };
}

function keyOf({ from, until, screens }: Span): string {
  return `${from} ${until} ${screens.join(' ')}`;
}

/** Whether two blocks of one occurrence are the same to whoever reads the calendar. */
function isAlike(a: Block, b: Block): boolean {
  const { lost: _lost, ...one } = a;
  const { lost: _other, ...other } = b;
  return JSON.stringify(one) === JSON.stringify(other);
}

function lossMs({ lost }: Block): number {
  return lost.reduce((total, { from, until, screens }) => total + (until - from) * screens.length, 0);
}

function changesOf(
  was: ReadonlyMap<ScreenId, readonly Won[]>,
  becomes: ReadonlyMap<ScreenId, readonly Won[]>,
): Impact['changes'] {
  const changes = [...becomes].flatMap(([screen, stretches]) =>
    differences(was.get(screen) ?? [], stretches).map(({ from, until, a, b }) => ({
      key: `${from} ${until} ${a.run} ${b.run}`,
      screen,
      value: { from, until, was: holderOf(a), becomes: holderOf(b) },
    })),
  );
  return together(changes)
    .map(({ screens, value }) => ({ ...value, screens }))
    .toSorted((a, b) => a.from - b.from);
}

/** The stretches in which two answers differ; neighbours with the same pair are one. */
function differences(a: readonly Won[], b: readonly Won[]) {
  const found: { readonly from: number; until: number; readonly a: Claim; readonly b: Claim }[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [one, other] = [a[left], b[right]];
    if (one === undefined || other === undefined) return found;
    const from = Math.max(one.from, other.from);
    const until = Math.min(one.until, other.until);
    if (until > from && !isSame(one.claim, other.claim)) {
      const last = found.at(-1);
      if (last?.a.run === one.claim.run && last.b.run === other.claim.run && last.until === from) last.until = until;
      else found.push({ from, until, a: one.claim, b: other.claim });
    }
    if (one.until === until) left += 1;
    if (other.until === until) right += 1;
  }
}

/** Whether a screen would show the same at the same position. */
function isSame(a: Claim, b: Claim): boolean {
  return a.run === b.run && a.timeline.hash === b.timeline.hash && a.power === b.power && a.language === b.language;
}

function holderOf({ run, layer, timeline }: Claim): Holder {
  return { run, layer, source: timeline.source, title: timeline.title };
}
