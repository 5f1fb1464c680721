import { beforeAll, describe, expect, it } from 'vitest';
import { entrances, openFuzzBed, type FuzzBed } from '../support/fuzz/fuzz.ts';

// The same as `npm run bench -- fuzz`, which sends a hundred thousand to each entrance and tells how long each holds it up.
const messages = 1_500;
const seed = 1991;
/** A pattern that backtracks, or a list that is walked for each of its entries, takes seconds on any machine. */
const longMs = 500;
let bed: FuzzBed;

beforeAll(async () => {
  bed = await openFuzzBed();
});

describe('a controller that is sent what it should never see', () => {
  it.each(entrances)(
    'at %s answers without a failure, a secret or a decision, and is never busy for long',
    async (entrance) => {
      const result = await bed.fuzz(entrance, seed, messages);
      expect(result.sent).toBe(messages);
      expect(Object.keys(result.answers)).not.toEqual([]);
      expect(result.wrong).toEqual([]);
      expect(result.after).toBe(result.before);
      expect(result.logged.filter((line) => !line.startsWith('a player is kept out'))).toEqual([]);
      expect(result.stalls.workMs).toBeLessThan(longMs);
    },
    120_000,
  );

  it('is still there afterwards, for those who may', async () => {
    const response = await fetch(`${bed.hall.origin}/api/hall`, { headers: { ...bed.hall.headers.viewer } });
    expect(response.status).toBe(200);
  });

  it('ends in good order', async () => {
    expect(await bed.stop()).toBe(0);
  });
});
