import { describe, expect, it } from 'vitest';
import type { CornerPin } from '#shared/corner-pin.ts';
import type { Actor } from '#core/ports.ts';
import { aHallAtWork, operator } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState, screen, screenInput } from '../../support/hall-state.ts';

const dana: Actor = { is: 'person', id: 'dana', name: 'Dana', role: 'technician', zones: null, byPin: false };
const leaning: CornerPin = { topLeft: [0.02, 0.01], topRight: [1, 0], bottomRight: [0.98, 1], bottomLeft: [0, 1] };
const further: CornerPin = { ...leaning, topLeft: [0.05, 0.02] };
const minuteMs = 60_000;

function aHallWithProjector() {
  const hall = aHallAtWork(
    aState({
      hall: aHall({ screens: [screenInput('left', 1), screenInput('right', 2)] }),
      scenes: [aScene('sun')],
      shows: [aShow('day', [{ scene: 'sun' }])],
      rules: [{ id: 'always', show: 'day', layer: 'ambient', when: { always: true }, targets: 'all' }],
    }),
  );
  return {
    ...hall,
    setup: (name: string) => hall.engine.plan(name)?.setup,
    decided: () => hall.engine.state().hall['hall']?.screens.find(({ id }) => id === 'left')?.cornerPin,
  };
}

describe('corners on trial', () => {
  it('are shown on their screen alone and with a grid, and nothing is decided', () => {
    const { engine, setup, decided } = aHallWithProjector();
    const { revision } = engine.state();
    expect(engine.tryCorners(dana, 'left', leaning)).toMatchObject({ cornerPin: leaning });
    expect(setup('left')).toMatchObject({ cornerPin: leaning, trial: true });
    expect(setup('right')?.trial).toBeUndefined();
    expect([decided(), engine.state().revision]).toEqual([undefined, revision]);
    expect(engine.screen('left')?.trial).toMatchObject({ by: 'Dana', cornerPin: leaning });
  });

  it('begin with what the screen has when nothing is said', () => {
    const { engine, setup } = aHallWithProjector();
    engine.tryCorners(dana, 'left', null);
    expect(setup('left')?.cornerPin).toEqual({
      topLeft: [0, 0],
      topRight: [1, 0],
      bottomRight: [1, 1],
      bottomLeft: [0, 1],
    });
  });

  it('follow the hand at the screen, and are kept there in the name of who began', async () => {
    const { engine, setup, decided } = aHallWithProjector();
    engine.tryCorners(dana, 'left', leaning);
    engine.corners({ screen: screen('left'), cornerPin: further, act: 'drag' });
    expect(setup('left')?.cornerPin).toEqual(further);
    engine.corners({ screen: screen('left'), cornerPin: further, act: 'keep' });
    await engine.settled();
    expect(decided()).toEqual(further);
    expect(setup('left')?.trial).toBeUndefined();
    const [entry] = await engine.journal({ limit: 1 });
    expect(entry).toMatchObject({ actor: 'Dana', command: 'screen.calibrate' });
  });

  it('end when given up at the screen, by who began, by being decided, and by themselves', async () => {
    const hall = aHallWithProjector();
    const { engine, setup } = hall;
    const begin = () => engine.tryCorners(dana, 'left', leaning);
    begin();
    engine.corners({ screen: screen('left'), cornerPin: further, act: 'give-up' });
    expect(setup('left')?.trial).toBeUndefined();
    begin();
    expect(engine.endTrial(dana, 'left')).toBeNull();
    expect(setup('left')?.cornerPin).toBeUndefined();
    begin();
    const body = { cornerPin: leaning };
    await engine.order({ commandId: 'k', actor: dana, command: { type: 'screen.calibrate', screen: 'left', body } });
    expect(setup('left')).toMatchObject({ cornerPin: leaning });
    expect(setup('left')?.trial).toBeUndefined();
    begin();
    hall.tick(9 * minuteMs);
    expect(setup('left')?.trial).toBe(true);
    hall.tick(2 * minuteMs);
    expect(setup('left')?.trial).toBeUndefined();
  });

  it('cannot be moved by a screen that nobody calibrates', () => {
    const { engine, setup } = aHallWithProjector();
    engine.corners({ screen: screen('left'), cornerPin: further, act: 'keep' });
    expect(setup('left')?.cornerPin).toBeUndefined();
  });

  it('are a technician’s, in their zones, on screens that exist', () => {
    const { engine } = aHallWithProjector();
    expect(engine.tryCorners(operator, 'left', leaning)).toMatchObject({ code: 'not-allowed' });
    expect(engine.tryCorners({ ...dana, zones: ['none'] }, 'left', leaning)).toMatchObject({ code: 'not-allowed' });
    expect(engine.endTrial(operator, 'left')).toMatchObject({ code: 'not-allowed' });
    expect(engine.tryCorners(dana, 'cellar', leaning)).toMatchObject({ code: 'not-found' });
  });
});
