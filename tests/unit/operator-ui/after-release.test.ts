import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AfterRelease } from '../../../operator-ui/controllers/after-release.ts';

describe('what comes after a release', () => {
  let asked: string[][];
  let updates: number;
  let after: AfterRelease;
  const runs = (n: number) => Array.from({ length: n }, (_, index) => ({ id: `run-${index}` }));
  /** Draws every run as a list does, and again as often as the answers ask for it. */
  const draw = async (n: number, revision: number): Promise<void> => {
    let seen = -1;
    for (let turn = 0; turn < 20 && seen !== updates; turn += 1) {
      seen = updates;
      for (const run of runs(n)) after.of([run], { revision, at: 0 });
      await vi.advanceTimersByTimeAsync(500);
    }
  };

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    updates = 0;
    vi.stubGlobal('location', { pathname: '/' });
    vi.stubGlobal('fetch', (url: string) => {
      const questions = decodeURIComponent(url.split('runs=')[1] ?? '').split(';');
      asked.push(questions);
      const answers = questions.map((together) => {
        const title = `after ${together}, asked ${asked.length}`;
        return [{ screen: 'map', title: { kk: title, ru: title, en: title } }];
      });
      return Promise.resolve(new Response(JSON.stringify(answers)));
    });
    const host = {
      addController: () => undefined,
      requestUpdate() {
        updates += 1;
      },
    };
    after = new AfterRelease(host as never);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const said = (run: string, revision: number) => after.of([{ id: run }], { revision, at: 0 })?.[0]?.title?.en;

  it('is asked once, of all runs together, however many are held', async () => {
    await draw(40, 1);
    expect(asked).toEqual([runs(40).map(({ id }) => id)]);
    expect(said('run-39', 1)).toBe('after run-39, asked 1');
  });

  it('is asked in several questions where one would be too long', async () => {
    await draw(1000, 1);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.flat()).toEqual(runs(1000).map(({ id }) => id));
    expect(Math.max(...asked.map((one) => one.join(';').length))).toBeLessThan(4000);
  });

  it('is asked anew when the hall has rested after its changes, and says the former until then', async () => {
    await draw(3, 1);
    for (const revision of [2, 3, 4]) {
      for (const run of runs(3)) after.of([run], { revision, at: 0 });
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(asked).toHaveLength(1);
    expect(said('run-0', 4)).toBe('after run-0, asked 1');
    await draw(3, 4);
    expect(asked).toHaveLength(2);
    expect(said('run-0', 4)).toBe('after run-0, asked 2');
  });

  it('of a run that is shown no more is forgotten with the next change', async () => {
    await draw(3, 1);
    await draw(2, 2);
    await draw(3, 2);
    expect(asked.map((one) => one.length)).toEqual([3, 2, 1]);
  });

  it('is not known where the hall does not answer, and not asked again until it changes', async () => {
    vi.stubGlobal('fetch', () => {
      asked.push([]);
      return Promise.resolve(new Response('{}', { status: 503 }));
    });
    await draw(2, 1);
    expect(said('run-0', 1)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });
});
