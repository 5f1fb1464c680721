import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FilmRun, ShownFrame } from '../bench/video/page.ts';
import { hasFfmpeg, makeFilm } from '../support/film.ts';
import { openPreview, type PreviewBrowser } from '../support/preview.ts';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** Frames that a busy machine shows late say nothing of the servo: half of them is what is looked at. */
const typicalErrorMs = (frames: readonly ShownFrame[]): number =>
  median(frames.map(({ mediaMs, targetMs }) => Math.abs(mediaMs - targetMs)));

describe.skipIf(!hasFfmpeg)('a film', () => {
  let preview: PreviewBrowser;
  let page: Page;
  const long = hasFfmpeg ? makeFilm({ fps: 25, seconds: 60, width: 640, height: 360 }) : '';
  const short = hasFfmpeg ? makeFilm({ fps: 25, seconds: 4, width: 640, height: 360, sound: true }) : '';

  beforeAll(async () => {
    preview = await openPreview(['--autoplay-policy=document-user-activation-required']);
    page = await preview.browser.newPage({ viewport: { width: 1280, height: 720 } });
    return () => preview.close();
  });

  async function play(of: Partial<FilmRun> & Pick<FilmRun, 'film'>, atMs: number): Promise<void> {
    await page.goto(`${preview.base}tests/bench/video/page.html`);
    await page.waitForFunction(() => 'run' in window && 'voices' in window);
    const now = Date.now();
    await page.evaluate((run) => window.run(run), {
      loop: false,
      ppm: 0,
      joinMs: now,
      sound: null,
      zeroMs: now - atMs,
      ...of,
    });
  }
  const framesSince = (sinceMs: number): Promise<ShownFrame[]> =>
    page.evaluate(
      (since) => window.shownFrames.filter(({ atMs, rate }) => rate > 0 && atMs > performance.now() - since),
      sinceMs,
    );

  it('enters in the middle and keeps to its timeline, within 2 % of its speed', async () => {
    await play({ film: long, ppm: 150 }, 12_000);
    // It has never been at its beginning.
    const played = await page.evaluate(() => {
      const video = document.querySelector('scene-video')?.shadowRoot?.querySelector('video');
      return video?.played.length === 0 ? video.currentTime : video?.played.start(0);
    });
    expect(played).toBeGreaterThan(12);
    await wait(6000);
    const frames = await framesSince(3000);
    expect(frames.length).toBeGreaterThan(20);
    expect(typicalErrorMs(frames)).toBeLessThan(40);
    expect(Math.max(...frames.map(({ rate }) => Math.abs(rate - 1)))).toBeLessThanOrEqual(0.020_001);
  });

  it('follows a jump, stands where the timeline stands, and goes on', async () => {
    await page.evaluate(() => window.jump(25_000));
    await wait(4000);
    expect(typicalErrorMs(await framesSince(1500))).toBeLessThan(40);
    await page.evaluate(() => window.pause(true));
    await wait(800);
    const times = () =>
      page.evaluate(() => document.querySelector('scene-video')?.shadowRoot?.querySelector('video')?.currentTime);
    const held = await times();
    await wait(400);
    expect(await times()).toBe(held);
    await page.evaluate(() => window.pause(false));
    await wait(3000);
    expect(typicalErrorMs(await framesSince(1000))).toBeLessThan(40);
  });

  it('begins again without a gap, on its other deck', async () => {
    await play({ film: short, loop: true }, 1000);
    await wait(9500);
    const frames = await framesSince(9000);
    expect(new Set(frames.map(({ deck }) => deck))).toEqual(new Set([0, 1]));
    const turns = frames.slice(1).filter(({ deck }, index) => deck !== frames[index]?.deck);
    expect(turns.length).toBeGreaterThanOrEqual(2);
    for (const turn of turns) {
      const before = frames[frames.indexOf(turn) - 1];
      expect(turn.atMs - (before?.atMs ?? 0)).toBeLessThan(400);
      expect(turn.mediaMs).toBeLessThan(400);
    }
  });

  it('plays on without its sound where the browser blocks it, and says so', async () => {
    const now = Date.now();
    const run = { film: short, loop: true, ppm: 0, joinMs: now, zeroMs: now, sound: { level: 0.4, muted: false } };
    await page.goto('about:blank');
    await page.goto(`${preview.base}tests/bench/video/page.html#run=${encodeURIComponent(JSON.stringify(run))}`);
    await wait(5000);
    expect(await page.evaluate(() => window.voices.at(-1))).toBe('blocked');
    expect((await framesSince(1500)).length).toBeGreaterThan(10);
  });

  it('says what is wrong with a film that is not there', async () => {
    await expect(play({ film: '/.cache/films/none.mp4' }, 0)).rejects.toThrow(/the film .*none\.mp4 cannot be shown/);
  });

  it('is painted only as often as it is looked at where it is small, and rests while nobody looks', async () => {
    await play({ film: long, quality: 'light' }, 12_000);
    const film = (): Promise<{ isPaused: boolean; paints: number; offMs: number; width: number }> =>
      page.evaluate(() => {
        const scene = document.querySelector('scene-video');
        const canvas = scene?.shadowRoot?.querySelector('canvas');
        const [video] = (scene as unknown as { videos: HTMLVideoElement[] }).videos;
        if (!canvas || !video) throw new Error('no film');
        const at = performance.timeOrigin + performance.now() - window.zeroMs;
        const { paused: isPaused, currentTime } = video;
        return { isPaused, paints: window.paints, offMs: currentTime * 1000 - at, width: canvas.width };
      });
    await page.evaluate(() => {
      window.paints = 0;
      const pen = document.querySelector('scene-video')?.shadowRoot?.querySelector('canvas')?.getContext('2d');
      if (!pen) throw new Error('no picture');
      pen.drawImage = new Proxy(pen.drawImage.bind(pen), {
        apply(paint, _self, of) {
          window.paints += 1;
          Reflect.apply(paint, undefined, of);
        },
      });
      window.setEvery(200);
    });
    await wait(4000);
    const small = await film();
    expect(small).toMatchObject({ isPaused: false, width: 640 });
    expect(small.paints).toBeGreaterThan(5);
    expect(small.paints).toBeLessThan(24);
    expect(Math.abs(small.offMs)).toBeLessThan(400);
    expect(await page.locator('scene-video video').count()).toBe(0);
    await page.evaluate(() => window.setEvery(Infinity));
    await vi.waitUntil(async () => (await film()).isPaused, { timeout: 15_000, interval: 200 });
    await page.evaluate(() => window.setEvery(200));
    await vi.waitUntil(
      async () => {
        const again = await film();
        return !again.isPaused && Math.abs(again.offMs) < 400;
      },
      { timeout: 15_000, interval: 200 },
    );
  });
});
