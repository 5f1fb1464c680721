import { describe, expect, it } from 'vitest';
import type { RunView, StandbyView } from '#shared/facts.ts';
import type { Act } from '../../../operator-ui/state/acts.ts';
import { isOthers, othersTouched, ownersOf, withReason } from '../../../operator-ui/state/others-runs.ts';
import { aHall } from '../../support/hall-state.ts';

const run = (id: string, owner: string | null, screens: string[], more: Partial<RunView> = {}): RunView =>
  ({ id, owner, layer: 'manual', from: 0, until: null, screens, ...more }) as RunView;

const runs = [
  run('hers', 'Dana', ['p1']),
  run('mine', 'Aliya', ['p2'], { from: 10 }),
  run('beneath', 'Dana', ['p2']),
  run('over', 'Dana', ['p2', 'p3'], { from: 20, until: 50 }),
  run('planned', 'rule', ['p3'], { layer: 'scheduled' }),
  // What lies over everything held by hand for now does not make it anybody else's.
  run('slate', 'Dana', ['p1'], { layer: 'emergency', from: 30 }),
];
const standbys = [{ id: 'armed', screens: ['p2', 'p3'] }] as unknown as StandbyView[];
const whose = { seen: { runs, standbys }, me: 'Aliya', now: 100 };
const touched = (act: Act): readonly string[] => othersTouched(act, aHall(), whose).map(({ id }) => id);
const take = (targets: string | string[], more: object = {}): Act => ({
  do: 'take',
  body: { targets, scene: 'poem', ...more },
});

describe('what others hold', () => {
  it('is theirs until its time is up', () => {
    expect(runs.filter((one) => isOthers(one, whose)).map(({ id }) => id)).toEqual(['hers', 'beneath']);
  });

  it('is not ended without a reason, seen or beneath; nor lain over where it is seen', () => {
    expect(touched({ do: 'release', runs: ['hers', 'mine', 'beneath', 'over'] })).toEqual(['hers', 'beneath']);
    expect(touched(take('all'))).toEqual(['hers']);
    expect(touched(take(['p2', 'p3']))).toEqual([]);
    expect(touched(take('all', { except: ['p1'] }))).toEqual([]);
    // At its time it lies over what is held then, and what is set for later lies over it.
    expect(touched(take('all', { at: new Date(40).toISOString() }))).toEqual(['over', 'hers']);
    expect(touched(take('p3', { at: new Date(15).toISOString() }))).toEqual([]);
    // GO leaves alone what a colleague has taken out of what was armed.
    expect(touched(take('all', { standby: 'armed' }))).toEqual([]);
  });

  it('asks once: an act with its reason goes, and so do one’s own acts and every emergency', () => {
    const release: Act = { do: 'release', runs: ['hers'] };
    expect(touched(withReason(release, 'A fault'))).toEqual([]);
    expect(touched(withReason(take('all'), 'A fault'))).toEqual([]);
    expect(withReason(take('all'), 'A fault')).toMatchObject({ body: { reason: 'A fault' } });
    expect(touched({ do: 'release', runs: ['mine'] })).toEqual([]);
    expect(touched({ do: 'emergency', body: { kind: 'blackout' } })).toEqual([]);
  });

  it('has each owner once, a key in the person’s language', () => {
    const owners = [...runs.slice(0, 3), run('k', 'key clock', [])];
    expect(ownersOf(owners, { language: 'ru' })).toBe('Dana, Aliya, ключ clock');
  });
});
