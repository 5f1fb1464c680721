import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AfterRelease } from '../../../operator-ui/controllers/after-release.ts';

describe('what comes after a release', () => {
  let asked: string[];
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
      asked.push(url);
      const title = { kk: 'а', ru: 'а', en: `after ${asked.length}` };
      return Promise.resolve(new Response(JSON.stringify([{ screen: 'map', title }])));
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

  it('is asked once for each run, however many are held', async () => {
    await draw(40, 1);
    expect(asked).toHaveLength(40);
    expect(after.of([{ id: 'run-39' }], { revision: 1, at: 0 })?.[0]?.title?.en).toBe('after 40');
  });

  it('is asked anew when the hall has rested after its changes, and says the former until then', async () => {
    await draw(3, 1);
    for (const revision of [2, 3, 4]) {
      for (const run of runs(3)) after.of([run], { revision, at: 0 });
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(asked).toHaveLength(3);
    expect(after.of([{ id: 'run-0' }], { revision: 4, at: 0 })?.[0]?.title?.en).toBe('after 1');
    await draw(3, 4);
    expect(asked).toHaveLength(6);
    expect(after.of([{ id: 'run-0' }], { revision: 4, at: 0 })?.[0]?.title?.en).toBe('after 4');
  });

  it('of a run that is shown no more is forgotten with the next change', async () => {
    await draw(3, 1);
    await draw(2, 2);
    expect(asked).toHaveLength(5);
    await draw(3, 2);
    expect(asked).toHaveLength(6);
  });
});
