import { array, assert, asyncProperty, constantFrom, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Actor, Command } from '#core/ports.ts';
import type { TakeBody } from '#shared/commands.ts';
import type { StandbyView } from '#shared/facts.ts';
import type { Act } from '../../../operator-ui/state/acts.ts';
import { othersTouched } from '../../../operator-ui/state/others-runs.ts';
import { aHallAtWork, operator, type TestHall } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState } from '../../support/hall-state.ts';

const dana: Actor = { is: 'person', id: 'dana', name: 'Dana', role: 'operator', zones: null, byPin: false };
const scenes = [aScene('poem'), aScene('song')];
const shows = [
  // It comes to the wall in its last cue alone, and to p4 in none.
  aShow('tour', [
    { scene: 'poem', targets: ['p1', 'p2'] },
    { scene: 'song', targets: ['p3'], trigger: 'go' },
    { scene: 'poem', targets: ['wall'], trigger: 'go' },
  ]),
  aShow('talk', [
    { scene: 'song', targets: ['p4'] },
    { scene: 'poem', targets: ['panels'], trigger: 'go' },
  ]),
];
const state = aState({ hall: aHall(), scenes, shows });

const aHallAndPeople = () => {
  const hall = aHallAtWork(state);
  let orders = 0;
  const give = (command: Command, actor: Actor) =>
    hall.engine.order({ commandId: `order-${++orders}`, actor, command });
  return { hall, give };
};

const never: z.output<typeof TakeBody> = { targets: [], scene: 'none' };

const asks = (hall: TestHall, act: Act, me: string): boolean =>
  othersTouched(act, aHall(), { seen: hall.engine.facts(), me, now: hall.clock.now }).length > 0;

const goOf = ({ id, source, targets, cue }: StandbyView): z.output<typeof TakeBody> => ({
  targets,
  standby: id,
  [source.kind]: source.id,
  policy: 'go',
  ...(cue === null ? {} : { cue: cue.id }),
});

describe('what a take or GO lies over', () => {
  it('is also what a later cue of it comes to, and the console asks before the show begins', async () => {
    const { hall, give } = aHallAndPeople();
    await give({ type: 'run.take', body: { targets: ['w1'], scene: 'poem' } }, operator);
    hall.tick(1000);
    await give({ type: 'standby.arm', body: { targets: ['all'], show: 'tour' } }, dana);
    const { standbys } = hall.engine.facts();
    expect(standbys).toMatchObject([{ screens: ['p1', 'p2'], later: ['p3', 'w1', 'w2'] }]);
    const [body = never] = standbys.map(goOf);
    expect(asks(hall, { do: 'take', body }, 'Dana')).toBe(true);
    const answer = await give({ type: 'run.take', body }, dana);
    expect(answer).toMatchObject({
      problem: { code: 'conflict', fields: [{ path: 'reason', message: 'missing: Aliya holds w1' }] },
    });
    const reason = 'A delegation';
    expect(await give({ type: 'run.take', body: { ...body, reason } }, dana)).toMatchObject({ ok: true });
    expect(hall.engine.facts().losses).toMatchObject([{ owner: 'Aliya', how: 'covered', reason }]);
  });

  it('is asked for at the console wherever the hall refuses, and of GO nowhere else', async () => {
    const subject = constantFrom(
      { scene: 'poem' },
      { show: 'tour' },
      { show: 'tour', cue: 'cue-2' },
      { show: 'talk' },
      { show: 'talk', cue: 'cue-2' },
    );
    const deed = record({
      who: constantFrom(operator, dana),
      does: constantFrom('take', 'arm', 'take', 'arm', 'release'),
      what: subject,
      targets: subarray(['all', 'panels', 'wall', 'left', 'p1', 'p3', 'p4', 'w2'], { minLength: 1, maxLength: 3 }),
    });
    const seen = { refused: 0, taken: 0 };
    await assert(
      asyncProperty(array(deed, { minLength: 2, maxLength: 8 }), subject, async (deeds, last) => {
        const { hall, give } = aHallAndPeople();
        for (const { who, does, what, targets } of deeds) {
          const run = hall.engine.facts().runs.find(({ layer }) => layer === 'manual');
          if (does === 'arm') await give({ type: 'standby.arm', body: { targets, ...what } }, who);
          else if (does === 'take')
            await give({ type: 'run.take', body: { targets, ...what, policy: 'go', reason: 'As agreed' } }, who);
          else if (run !== undefined) await give({ type: 'run.release', runs: [run.id], reason: 'As agreed' }, who);
          hall.tick(1000);
        }
        const plain = { targets: ['all'], ...last, policy: 'go' as const };
        for (const body of [...hall.engine.facts().standbys.map(goOf), plain]) {
          const isAsked = asks(hall, { do: 'take', body }, 'Dana');
          const answer = await give({ type: 'run.take', body }, dana);
          const isRefused = !answer.ok && answer.problem.fields?.some(({ path }) => path === 'reason') === true;
          // A plain take is asked about wherever it is aimed, though it may have nothing for a screen there.
          const isDue = isRefused || (body === plain && isAsked);
          expect({ isAsked, done: answer.ok || isRefused }).toEqual({ isAsked: isDue, done: true });
          seen[isRefused ? 'refused' : 'taken']++;
          hall.tick(1000);
        }
      }),
      { numRuns: 80, seed: 5 },
    );
    expect(Math.min(seen.refused, seen.taken)).toBeGreaterThan(10);
  });
});
