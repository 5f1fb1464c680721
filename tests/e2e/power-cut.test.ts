import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDarkHall, type DarkHall } from '../support/dark-hall.ts';

interface Seen {
  readonly desired: { readonly run: string; readonly scene: string };
  readonly reported: { readonly shown: { readonly run: string; readonly scene: string } };
}

describe('after a power cut', () => {
  let hall: DarkHall;
  let run = '';

  beforeAll(async () => {
    hall = await openDarkHall(['map', 'entrance'], 8_381);
    // Somebody's decision of just now, which the power cut must not undo.
    const body = { targets: ['map'], scene: 'map-1997-astana', policy: 'go', holdFor: 3_600_000 };
    const taken = (await (await hall.controller().post('/api/takes', body)).json()) as { run: string };
    ({ run } = taken);
  });
  afterAll(() => hall.stop());

  it.each(['controller first', 'players first'] as const)(
    '%s: everything starts unattended, and the hall is right again',
    async (order) => {
      const { pictureMs, rightMs, readyMs } = await hall.powerCut(order);
      console.log(
        `${order}: ready after ${Math.round(readyMs)} ms, pictures after ${Math.round(pictureMs)} ms, right after ${Math.round(rightMs)} ms`,
      );
      expect(await hall.states()).toMatchObject([
        { agrees: true, player: 'screen' },
        { agrees: true, player: 'screen' },
      ]);
      const { desired, reported } = (await hall.controller().get('/api/screens/map')) as Seen;
      expect(desired.run).toBe(run);
      expect(reported.shown).toMatchObject({ run, scene: 'map-1997-astana' });
    },
  );
});
