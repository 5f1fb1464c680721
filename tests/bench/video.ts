import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { launchBrowser } from '../support/browser.ts';
import { makeFilm } from '../support/film.ts';
import { servePreview } from '../support/preview.ts';
import { distribution, type BenchOptions, type Row } from './row.ts';
import type { ShownFrame } from './video/page.ts';

const subject = 'shanyraq';
const lineMs = 2000;
/** From entering a film that is on: after this it has to be locked. */
const lockedAfterMs = 2000;

interface Played {
  readonly frames: readonly ShownFrame[];
  readonly madeAtMs: number;
}

/**
 * Four players with clocks of their own play one film against one timeline. Frames are the browser's own account of
 * what it submitted for which refresh; none of it is light on glass. The browser goes without what a wall's does
 * without. `--only=25,30,loop` picks parts.
 */
export async function bench({ quick, only, say }: BenchOptions): Promise<readonly Row[]> {
  const preview = await servePreview();
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [];
    const forMs = quick ? 40_000 : 600_000;
    const isWanted = (part: string): boolean => only?.includes(part) ?? true;
    for (const fps of quick ? [25] : [25, 30]) {
      if (!isWanted(String(fps))) continue;
      const name = `${fps} fps, 4 players`;
      const film = makeFilm({ fps, seconds: forMs / 1000 + 30 });
      say(`${name}: ${forMs / 1000} s`);
      const played = await playTogether(browser, preview.base, { film, loop: false }, [-40, -15, 10, 40], forMs);
      rows.push(...rowsOf(name, fps, played));
    }
    if (!isWanted('loop')) return rows;
    const loop = makeFilm({ fps: 25, seconds: 10, sound: true });
    const loopMs = quick ? 45_000 : 120_000;
    say(`loop of 10 s: ${loopMs / 1000} s`);
    rows.push(...loopRows(await playTogether(browser, preview.base, { film: loop, loop: true }, [20], loopMs)));
    return rows;
  } finally {
    await browser.close();
    await preview.close();
  }
}

async function playTogether(
  browser: Browser,
  base: string,
  of: { readonly film: string; readonly loop: boolean },
  clocksPpm: readonly number[],
  forMs: number,
): Promise<readonly Played[]> {
  const contexts = await Promise.all(
    clocksPpm.map(() => browser.newContext({ viewport: { width: 1280, height: 720 } })),
  );
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  for (const page of pages) {
    await page.goto(`${base}tests/bench/video/page.html`);
    await page.waitForFunction(() => 'run' in window && 'voices' in window);
  }
  const now = Date.now();
  const run = { ...of, zeroMs: now - 5000, joinMs: now + 500, sound: null };
  await Promise.all(
    pages.map((page, index) => page.evaluate((one) => window.run(one), { ...run, ppm: clocksPpm[index] ?? 0 })),
  );
  await wait(forMs);
  const played = await Promise.all(
    pages.map((page) => page.evaluate(() => ({ frames: window.shownFrames, madeAtMs: window.madeAtMs }))),
  );
  await Promise.all(contexts.map((context) => context.close()));
  return played;
}

function rowsOf(name: string, fps: number, played: readonly Played[]): readonly Row[] {
  const frameMs = 1000 / fps;
  const lines = played.flatMap(({ frames, madeAtMs }) =>
    linesOf(frames.filter(({ atMs }) => atMs > madeAtMs + lockedAfterMs)),
  );
  const locked = played.map(({ frames, madeAtMs }) => lockedAt(frames) - madeAtMs);
  const lost = played.map(({ frames }) => {
    const running = frames.filter(({ rate }) => rate > 0);
    const steps = running.slice(1).map(({ mediaMs }, index) => mediaMs - (running[index]?.mediaMs ?? mediaMs));
    return (
      steps.reduce((sum, step) => sum + Math.max(0, Math.round(step / frameMs) - 1), 0) / Math.max(1, running.length)
    );
  });
  const rates = played.flatMap(({ frames, madeAtMs }) =>
    frames.filter(({ atMs, rate }) => rate > 0 && atMs > madeAtMs + 10_000).map(({ rate }) => Math.abs(rate - 1) * 100),
  );
  const head = { case: name, subject };
  return [
    distribution(
      { ...head, metric: 'off the timeline, lines of 2 s', unit: 'ms' },
      lines.map(({ offMs }) => Math.abs(offMs)),
    ),
    // What the servo could better: a screen shows frames at its refreshes, so half of one may have to remain.
    distribution(
      { ...head, metric: 'the same beyond half a refresh', unit: 'ms' },
      lines.map(({ offMs }) => Math.max(0, Math.abs(offMs) - 1000 / 60 / 2)),
    ),
    distribution(
      { ...head, metric: 'frames off their line (vsync)', unit: 'ms' },
      lines.flatMap(({ restMs }) => restMs.map(Math.abs)),
    ),
    distribution({ ...head, metric: 'within half a refresh after entering', unit: 'ms' }, locked),
    distribution({ ...head, metric: 'rate off 1 after 10 s', unit: '%' }, rates),
    distribution(
      { ...head, metric: 'frames left out', unit: '%' },
      lost.map((share) => share * 100),
    ),
  ];
}

/** Fits mediaTime = a + b · displayTime to each stretch of 2 s, and holds its middle against the timeline. */
function linesOf(frames: readonly ShownFrame[]): readonly { offMs: number; restMs: readonly number[] }[] {
  const stretches = Map.groupBy(frames, ({ atMs }) => Math.floor(atMs / lineMs));
  return [...stretches.values()]
    .filter((stretch) => stretch.length >= 20)
    .map((stretch) => {
      const mean = (of: (frame: ShownFrame) => number): number =>
        stretch.reduce((sum, frame) => sum + of(frame), 0) / stretch.length;
      const [x, y] = [mean(({ atMs }) => atMs), mean(({ mediaMs }) => mediaMs)];
      const slope =
        stretch.reduce((sum, { atMs, mediaMs }) => sum + (atMs - x) * (mediaMs - y), 0) /
        stretch.reduce((sum, { atMs }) => sum + (atMs - x) ** 2, 0);
      const restMs = stretch.map(({ atMs, mediaMs }) => mediaMs - (y + slope * (atMs - x)));
      return { offMs: mean(({ mediaMs, targetMs }) => mediaMs - targetMs), restMs };
    });
}

/** From when on the median of half a second of frames is within half a refresh of the timeline. */
function lockedAt(frames: readonly ShownFrame[]): number {
  const running = frames.filter(({ rate }) => rate > 0);
  for (const [index, { atMs }] of running.entries()) {
    const next = running.slice(index, index + 12).map(({ mediaMs, targetMs }) => mediaMs - targetMs);
    const middle = next.toSorted((a, b) => a - b)[6];
    if (middle !== undefined && Math.abs(middle) <= 1000 / 60 / 2 + 1) return atMs;
  }
  return Infinity;
}

function loopRows(played: readonly Played[]): readonly Row[] {
  const turns = played.flatMap(({ frames, madeAtMs }) => {
    const seen = frames
      .filter(({ atMs }) => atMs > madeAtMs + 3000)
      .map((one) => ({ ...one, offMs: one.mediaMs - one.targetMs }));
    return seen.flatMap((first, index) => {
      const last = seen[index - 1];
      if (last === undefined || last.deck === first.deck) return [];
      const next = seen.slice(index).filter(({ atMs }) => atMs < first.atMs + 1000);
      return [
        { stoodMs: last.offMs - first.offMs, offMs: next.reduce((sum, { offMs }) => sum + offMs, 0) / next.length },
      ];
    });
  });
  const usual = played.flatMap(({ frames }) =>
    frames.slice(1).map(({ atMs }, index) => atMs - (frames[index]?.atMs ?? atMs)),
  );
  const head = { case: 'loop of 10 s, 25 fps, with sound', subject };
  return [
    // From the last frame to the first that moves, less the film's own time between them.
    distribution(
      { ...head, metric: 'stands at its turn', unit: 'ms' },
      turns.map(({ stoodMs }) => stoodMs),
    ),
    distribution(
      { ...head, metric: 'off the timeline in the second after', unit: 'ms' },
      turns.map(({ offMs }) => Math.abs(offMs)),
    ),
    distribution({ ...head, metric: 'from frame to frame', unit: 'ms' }, usual),
  ];
}
