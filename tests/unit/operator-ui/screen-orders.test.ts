import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScreenOrders } from '../../../operator-ui/controllers/screen-orders.ts';

describe('what a technician orders of screens', () => {
  let asked: { readonly what: string; readonly answer: (response: Response) => void }[];
  const sent = (): readonly string[] => asked.map(({ what }) => what);
  /** A screen has done the newest that was asked. */
  const done = async (): Promise<void> => {
    const answer = { act: 'volume', confirmed: true, afterMs: 5, said: '' };
    asked.at(-1)?.answer(new Response(JSON.stringify(answer)));
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    vi.stubGlobal('location', { pathname: '/' });
    vi.stubGlobal('fetch', (url: string, { body }: { readonly body?: string }) => {
      const what = `${url.replace('/api/screens/', '')} ${body ?? ''}`;
      return new Promise<Response>((answer) => asked.push({ what, answer }));
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('reaches its screen at the last level, though another screen is ordered about meanwhile', async () => {
    const told: string[] = [];
    const orders = new ScreenOrders((screen, answer) => told.push(`${screen} ${answer === null ? 'at work' : 'done'}`));
    void orders.setLevel('map', 'volume', 0.2);
    void orders.setLevel('map', 'volume', 0.4);
    void orders.setLevel('map', 'brightness', 0.1);
    void orders.setLevel('map', 'volume', 0.6);
    expect(sent()).toEqual(['map/actions {"act":"volume","level":0.2}']);
    await done();
    void orders.setLevel('wall', 'volume', 0.9);
    expect(sent().slice(1)).toEqual([
      'map/actions {"act":"volume","level":0.6}',
      'wall/actions {"act":"volume","level":0.9}',
    ]);
    expect([orders.isAtWork('map'), orders.isAtWork('wall')]).toEqual([true, true]);
    await done();
    expect(orders.isAtWork('wall')).toBe(false);
    asked = asked.slice(0, 2);
    await done();
    expect(sent().at(-1)).toBe('map/actions {"act":"brightness","level":0.1}');
    await done();
    expect(orders.isAtWork('map')).toBe(false);
    expect(told).toEqual([
      'map at work',
      'map done',
      'map at work',
      'wall at work',
      'wall done',
      'map done',
      'map at work',
      'map done',
    ]);
  });
});
