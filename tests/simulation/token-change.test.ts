import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTokenHall } from '../support/token-hall.ts';

type TokenHall = Awaited<ReturnType<typeof aTokenHall>>;

/** Everything that may come between a token and its successor. */
const happenings: Readonly<Record<string, (hall: TokenHall) => Promise<unknown> | void>> = {
  'a month passes': (hall) => hall.monthPasses(),
  'a technician asks': (hall) => hall.onDemand(),
  'the player settles': (hall) => hall.settle(),
  'the player comes': (hall) => hall.connect(),
  'the link breaks': (hall) => hall.disconnect(),
  'the page reloads': (hall) => hall.reload(),
  'the player loses power': (hall) => hall.powerCut(),
  'the controller restarts': (hall) => hall.restartController(),
  'eleven minutes pass': (hall) => hall.later(11 * 60_000),
  'the successor gets lost': (hall) => void (hall.lost.successor = true),
  'the use gets lost': (hall) => void (hall.lost.use = true),
  'the answer gets lost': (hall) => void (hall.lost.answer = true),
};
const names = Object.keys(happenings);

async function happen(hall: TokenHall, what: readonly string[]): Promise<void> {
  for (const name of what) {
    await happenings[name]?.(hall);
    await hall.settled();
  }
}

describe('the change of a screen’s token', () => {
  it('never locks its player out, and is never taken for a copy, whatever gets lost', async () => {
    await assert(
      asyncProperty(array(constantFrom(...names), { maxLength: 40 }), async (story) => {
        const hall = await aTokenHall();
        for (const name of story) {
          await happen(hall, [name]);
          expect(['in-force', 'successor']).toContain(await hall.connect());
        }
        expect(hall.copy()).toBeNull();
      }),
      { numRuns: 400, seed: 8 },
    );
  });

  it('comes to its end when nothing gets lost any more, and the older token is dead then', async () => {
    await assert(
      asyncProperty(array(constantFrom(...names), { maxLength: 30 }), async (story) => {
        const hall = await aTokenHall();
        await happen(hall, story);
        Object.assign(hall.lost, { successor: false, use: false, answer: false });
        const before = hall.kept();
        await happen(hall, ['a month passes', 'the player comes', 'the player settles', 'the player comes']);
        const after = hall.kept();
        expect(after?.next).toBeUndefined();
        expect(after === null ? 'nothing' : hall.standing(after)).toBe('in-force');
        expect(after?.token).not.toBe(before?.token);
        expect(hall.standing(hall.first)).toBe('spent');
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  it('lets the older token in until the newer was used, and not after', async () => {
    const hall = await aTokenHall();
    const copy = hall.kept();
    if (copy === null) throw new Error('not paired');
    await happen(hall, ['a month passes', 'the player comes']);
    expect(hall.kept()?.next).toBeDefined();
    expect(hall.copyKnocks(copy)).toBe('in-force');
    expect(hall.copy()).toBeNull();
    await happen(hall, ['the player settles']);
    expect(hall.kept()?.next).toBeUndefined();
    expect(hall.copyKnocks(copy)).toBe('spent');
    await hall.settled();
    expect(hall.copy()).toBe('10.9.9.9');
    // It outlives the controller and the next change of the token.
    await happen(hall, ['the controller restarts', 'a technician asks', 'the player comes', 'the player settles']);
    expect(hall.copy()).toBe('10.9.9.9');
    expect(await hall.connect()).toBe('in-force');
    // Pairing anew, or revoking, settles it: nothing of before opens anything.
    await hall.unpair();
    expect(hall.copy()).toBeNull();
    expect(hall.copyKnocks(copy)).toBe('unknown');
  });

  it('is asked for while the player is away, and comes with it', async () => {
    const hall = await aTokenHall();
    hall.disconnect();
    await happen(hall, ['a technician asks']);
    expect(hall.stored()?.next).toBeNull();
    await happen(hall, ['the player comes', 'the player settles']);
    expect(hall.standing(hall.first)).toBe('spent');
  });

  it('does not fill the journal for a player that forgets whatever it is given', async () => {
    const hall = await aTokenHall();
    await happen(hall, ['a month passes']);
    const offers = new Set<string | null | undefined>();
    for (let boot = 0; boot < 20; boot++) {
      hall.lost.successor = true;
      await happen(hall, ['the page reloads', 'the player comes']);
      offers.add(hall.stored()?.next);
    }
    expect(offers.size).toBe(1);
    hall.lost.successor = false;
    await happen(hall, ['the page reloads', 'eleven minutes pass', 'the player comes', 'the player settles']);
    expect(hall.kept()?.next).toBeUndefined();
    expect(hall.standing(hall.first)).toBe('spent');
  });
});
