import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright';
import type { ScreenState } from '#shared/facts.ts';
import { launchBrowser } from '../support/browser.ts';
import type { LinkName } from '../support/links.ts';
import { distribution, type BenchOptions, type Row } from './row.ts';
import { simulateTakes } from './takes/arithmetic.ts';
import { startTakesBed, type TakesBed } from './takes/bed.ts';
import { goFirst, type Precedence } from './takes/go-first.ts';
import { frameRate } from './takes/pages.ts';
import { takeOnce, type TakenFlip, type TrueTake } from './takes/take.ts';

const links: readonly LinkName[] = ['loopback', 'lan', 'wifi', 'rough', 'lopsided'];
const refreshMs = 1000 / 60;
/**
 * Without a graphics card Chromium draws every picture in tiles of 256 px with a seam, each through its slowest blending:
 * 6.6 ms for a dissolve at 1280 × 720, 2.6 ms in one tile. A page stands for a machine whose card draws it, and eight
 * share one thread here.
 */
const pageWideTiles = ['--default-tile-width=1280', '--default-tile-height=720'];
/** Players, and one screen beside them for the pages that join. */
const screens = 51;

interface Size {
  readonly takes: number;
  readonly pages: number;
  readonly settleMs: number;
  readonly joins: number;
  readonly simulated: number;
}
const full: Size = { takes: 200, pages: 8, settleMs: 75_000, joins: 10, simulated: 10_000 };
const quickly: Size = { takes: 20, pages: 8, settleMs: 30_000, joins: 2, simulated: 1_000 };

/** Takes on real players in Chromium and on simulated ones, 50 together, each with a clock and a link of its own. */
export async function bench({ quick, only, say }: BenchOptions): Promise<readonly Row[]> {
  const size = quick ? quickly : full;
  const rows: Row[] = [];
  const browser = await launchBrowser(pageWideTiles);
  const precedence = goFirst(say);
  try {
    for (const link of links)
      if (only === null || only.includes(link)) rows.push(...(await onLink(browser, precedence, link, size, say)));
  } finally {
    precedence.end();
    await browser.close();
  }
  return rows;
}

async function onLink(
  browser: Browser,
  precedence: Precedence,
  link: LinkName,
  size: Size,
  say: BenchOptions['say'],
): Promise<readonly Row[]> {
  const bed = await startTakesBed({ browser, link, screens, pages: size.pages });
  try {
    precedence.pagesAreOpen();
    await wait(size.settleMs);
    const rates = await Promise.all(bed.pages.map(({ page }) => frameRate(page, 4_000)));
    const slowest = Math.min(...rates);
    say(`${link}: ${rates.length} pages draw ${slowest.toFixed(1)} frames a second or more; ${size.takes} takes …`);
    const takes: TrueTake[] = [];
    for (let index = 0; index < size.takes; index += 1) {
      const take = await takeOnce(bed, index);
      takes.push(take);
      sayIfApart(take, index, say);
    }
    const joined = await joins(bed, link, size.joins);
    const taken = new Set(takes.map(({ run }) => run));
    const errors = bed.simulated.filter(({ run }) => taken.has(run)).map(({ clockErrorMs }) => clockErrorMs);
    return [
      { case: link, subject: 'shanyraq/chromium', metric: 'frame_rate', unit: 'Hz', value: slowest },
      { case: link, subject: 'bench', metric: 'precedence', unit: 'yes or no', value: precedence.has ? 1 : 0 },
      ...rowsOf(link, takes),
      distribution(
        { case: link, subject: 'shanyraq/simulated', metric: 'clock_error', unit: 'ms' },
        errors.map(Math.abs),
      ),
      ...joined,
      ...[13, 50].flatMap((of) => arithmeticRows(link, of, errors, size.simulated)),
    ];
  } finally {
    await bed.stop();
  }
}

/** Names who changed a refresh after the others, of those whose browser lost no frame. */
function sayIfApart({ flips, plannedAt }: TrueTake, index: number, say: BenchOptions['say']): void {
  const late = flips.filter(({ at, hasDropped }) => !hasDropped && at - plannedAt > refreshMs);
  for (const { screen, at, by } of late)
    say(`take ${index + 1}: ${screen} (${by}) changed ${(at - plannedAt).toFixed(1)} ms after the instant`);
}

function rowsOf(link: LinkName, takes: readonly TrueTake[]): readonly Row[] {
  const all = of(() => true);
  const pages = of(({ by }) => by === 'page');
  const simulated = of(({ by }) => by === 'simulated');
  /** The changes of some players, take by take, without those whose browser lost frames; takes that are left with none say nothing. */
  function of(isOne: (flip: TakenFlip) => boolean) {
    return takes
      .map((take) => ({ ...take, flips: take.flips.filter((flip) => isOne(flip) && !flip.hasDropped) }))
      .filter(({ flips }) => flips.length > 0);
  }
  const rows = (subject: string, some: readonly TrueTake[]): readonly Row[] => {
    const head = (metric: string, unit: string) => ({ case: link, subject, metric, unit });
    const spreads = some.map(
      ({ flips }) => Math.max(...flips.map(({ at }) => at)) - Math.min(...flips.map(({ at }) => at)),
    );
    const latenesses = some.flatMap(({ flips, plannedAt }) => flips.map(({ at }) => at - plannedAt));
    const worst = some.map(({ flips, askedAt }) => Math.max(...flips.map(({ at }) => at)) - askedAt);
    return [
      distribution(head('take_to_frame', 'ms'), worst),
      distribution(head('lateness', 'ms'), latenesses),
      distribution(head('spread', 'ms'), spreads),
      {
        ...head('spread_over_refresh', 'share'),
        value: spreads.filter((ms) => ms > refreshMs).length / spreads.length,
      },
    ];
  };
  const count = (metric: string, value: number): Row => ({
    case: link,
    subject: 'shanyraq',
    metric,
    unit: 'changes',
    value,
  });
  return [
    distribution(
      { case: link, subject: 'shanyraq', metric: 'commit', unit: 'ms' },
      takes.map(({ commitMs }) => commitMs),
    ),
    distribution(
      { case: link, subject: 'shanyraq', metric: 'decision_to_instant', unit: 'ms' },
      takes.map(({ leadMs }) => leadMs),
    ),
    ...(
      [
        ['chromium', 'page'],
        ['simulated', 'simulated'],
      ] as const
    ).map(([subject, by]) =>
      distribution(
        { case: link, subject: `shanyraq/${subject}`, metric: 'slowest_link', unit: 'ms' },
        takes.map(({ slowestLinkMs }) => slowestLinkMs[by]),
      ),
    ),
    ...handedRows(link, pages),
    ...rows('shanyraq', all),
    ...rows('shanyraq/chromium', pages),
    ...rows('shanyraq/simulated', simulated),
    count('dropped_frames', takes.flatMap(({ flips }) => flips).filter(({ hasDropped }) => hasDropped).length),
    count('missed', takes.flatMap(({ missed }) => missed).length),
  ];
}

/**
 * When the slowest of the pages that take to frame counts was handed the take, and the first refresh at which each had
 * been: no instant, however well chosen, could have had that take's frame sooner. It says what a run leaves to the choice.
 */
function handedRows(link: LinkName, pages: readonly TrueTake[]): readonly Row[] {
  const head = (metric: string) => ({ case: link, subject: 'shanyraq/chromium', metric, unit: 'ms' });
  const slowest = (of: (flip: TakenFlip, heardAt: number) => number): readonly number[] =>
    pages.map(({ flips, askedAt }) => Math.max(...flips.map((flip) => of(flip, flip.heardAt ?? Infinity))) - askedAt);
  return [
    distribution(
      head('take_to_page'),
      slowest((_flip, heardAt) => heardAt),
    ),
    distribution(
      head('take_to_frame_at_best'),
      slowest(({ at }, heardAt) => at - Math.floor((at - heardAt) / refreshMs) * refreshMs),
    ),
  ];
}

/** Pages that are opened in the middle of a show: how soon they show it, and how far off where it is. */
async function joins(bed: TakesBed, link: LinkName, count: number): Promise<readonly Row[]> {
  const tookMs: number[] = [];
  const offMs: number[] = [];
  const screen = `s-${screens}`;
  for (let index = 0; index < count; index += 1) {
    const { page } = await bed.join(screen, 5_000 + index);
    await page.waitForFunction(() => performance.getEntriesByName('first-picture').length > 0, undefined, {
      timeout: 30_000,
    });
    tookMs.push(
      await page.evaluate(() => {
        const [first] = performance.getEntriesByName('first-picture');
        const [script] = performance.getEntriesByName('script-started');
        return (first?.startTime ?? Number.NaN) - (script?.startTime ?? Number.NaN);
      }),
    );
    await wait(2_500);
    const states = (await bed.controller.get('/api/screens')) as readonly ScreenState[];
    // The ambient scene's position counts from the same zero on every screen.
    const positions = states.flatMap(({ id, reported }) => {
      if (reported === null || reported.shown === null) return [];
      return [
        {
          id,
          ahead: reported.shown.positionMs - Date.parse(String(reported.at)),
          key: reported.shown.key,
        },
      ];
    });
    const mine = positions.find(({ id }) => id === screen);
    const others = positions.filter(({ id, key }) => id !== screen && key === mine?.key).map(({ ahead }) => ahead);
    const middle = others.toSorted((a, b) => a - b)[others.length >> 1];
    if (mine !== undefined && middle !== undefined) offMs.push(Math.abs(mine.ahead - middle));
    await page.context().close();
  }
  const head = (metric: string) => ({ case: link, subject: 'shanyraq/chromium', metric, unit: 'ms' });
  return [distribution(head('join_first_picture'), tookMs), distribution(head('join_position_off'), offMs)];
}

/** Ten thousand takes of displays at seeded phases, by the clocks' errors measured just now. */
function arithmeticRows(link: LinkName, of: number, errorsMs: readonly number[], takes: number): readonly Row[] {
  const head = (metric: string, unit: string) => ({ case: link, subject: `shanyraq/arithmetic-${of}`, metric, unit });
  const { spreadsMs, latenessMs } = simulateTakes({ takes, screens: of, errorsMs, seed: of });
  return [
    distribution(head('spread', 'ms'), spreadsMs),
    distribution(head('lateness', 'ms'), latenessMs),
    {
      ...head('spread_over_refresh', 'share'),
      value: spreadsMs.filter((ms) => ms > refreshMs).length / spreadsMs.length,
    },
  ];
}
