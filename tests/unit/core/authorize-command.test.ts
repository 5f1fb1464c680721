import { describe, expect, it } from 'vitest';
import { authorizeCommand } from '#core/authorize-command.ts';
import type { Command } from '#core/command.ts';
import type { Actor } from '#core/ports.ts';
import type { HallState } from '#core/state.ts';
import { Rule, Standby } from '#shared/schedule.ts';
import { Scene, Show } from '#shared/scene.ts';
import { aHall, aScene, aShow, aState } from '../../support/hall-state.ts';

/** Zone `left` is p1, w1 and w2; the others are somebody else's. */
const limited: Actor = { is: 'person', id: 'aliya', name: 'Aliya', role: 'operator', zones: ['left'], byPin: false };
const whole: Actor = { ...limited, zones: null };

const made: HallState = aState({
  scenes: [aScene('mine'), aScene('shared'), aScene('free')],
  shows: [
    aShow('left-show', [{ targets: ['left'], scene: 'mine' }]),
    aShow('hall-show', [{ targets: ['all'], scene: 'shared' }]),
  ],
  rules: [
    { id: 'left-rule', show: 'left-show', targets: 'p1', when: { always: true }, layer: 'ambient' },
    { id: 'hall-rule', scene: 'shared', targets: 'all', when: { always: true }, layer: 'ambient' },
  ],
});

const armed = {
  id: 'armed',
  timeline: 'a'.repeat(16),
  cue: 0,
  targets: ['panels'],
  screens: ['p1', 'p2'],
  language: null,
};
const state: HallState = { ...made, standby: { armed: Standby.parse({ ...armed, owner: 'Dana' }) } };

const refused = (command: Command, actor: Actor = limited) =>
  authorizeCommand(state, actor, command, () => [])?.code ?? null;

describe('who is limited to zones', () => {
  it.each<[string, Command]>([
    ['takes', { type: 'run.take', body: { targets: ['left'], scene: 'mine' } }],
    ['takes on less than a zone', { type: 'run.take', body: { targets: ['w2'], scene: 'mine' } }],
    [
      'takes on all except the rest',
      { type: 'run.take', body: { targets: ['all'], except: ['p2', 'p3', 'p4'], scene: 'mine' } },
    ],
    ['shows ribbons', { type: 'overlay.show', body: { type: 'ribbon', targets: ['wall'] } }],
    ['clears their part of the hall', { type: 'emergency.raise', body: { kind: 'blackout', targets: ['p1'] } }],
    [
      'edits a show of theirs',
      { type: 'show.put', show: Show.parse(aShow('left-show', [{ targets: ['p1'], scene: 'mine' }])), base: 1 },
    ],
    ['makes a new scene', { type: 'scene.put', scene: Scene.parse(aScene('new')), base: null }],
    ['edits a scene that nobody shows', { type: 'scene.put', scene: Scene.parse(aScene('free')), base: 1 }],
    [
      'schedules within the zone',
      {
        type: 'rule.put',
        rule: Rule.parse({ id: 'left-rule', show: 'left-show', targets: 'wall', when: { always: true } }),
        base: 1,
      },
    ],
    ['asks for what is not there', { type: 'run.release', runs: ['constructor'] }],
  ])('%s', (_what, command) => {
    expect(refused(command)).toBeNull();
  });

  it.each<[string, Command]>([
    ['take on one screen too many', { type: 'run.take', body: { targets: ['left', 'p2'], scene: 'mine' } }],
    [
      'fire what is armed beyond the zone, on their part of it alone',
      { type: 'run.take', body: { targets: ['p1'], scene: 'shared', standby: 'armed' } },
    ],
    ['take on all', { type: 'run.take', body: { targets: ['all'], scene: 'mine' } }],
    ['arm elsewhere', { type: 'standby.arm', body: { targets: ['panels'], scene: 'mine' } }],
    ['clear the whole hall', { type: 'emergency.raise', body: { kind: 'evacuation' } }],
    [
      'edit a show of the whole hall',
      { type: 'show.put', show: Show.parse(aShow('hall-show', [{ targets: ['p1'], scene: 'mine' }])), base: 1 },
    ],
    [
      'let a show of theirs reach out',
      { type: 'show.put', show: Show.parse(aShow('left-show', [{ targets: ['p4'], scene: 'mine' }])), base: 1 },
    ],
    ['edit a scene that others show', { type: 'scene.put', scene: Scene.parse(aScene('shared')), base: 1 }],
    ['delete a rule of the whole hall', { type: 'rule.delete', id: 'hall-rule' }],
    [
      'move a rule of theirs out',
      {
        type: 'rule.put',
        rule: Rule.parse({ id: 'left-rule', show: 'left-show', targets: 'panels', when: { always: true } }),
        base: 1,
      },
    ],
    [
      'skip a day of the whole hall',
      {
        type: 'exception.put',
        exception: { rule: 'hall-rule', date: '2026-12-16', version: 1, change: { is: 'skip' } },
        base: null,
      },
    ],
    [
      'make several edits at once, one of them elsewhere',
      {
        type: 'schedule.edit',
        edits: [
          { type: 'exception.delete', rule: 'left-rule', date: '2026-12-16' },
          { type: 'rule.delete', id: 'hall-rule' },
        ],
        reason: null,
      },
    ],
    ['change the opening hours', { type: 'day.delete', date: '2026-12-16' }],
  ])('does not %s', (_what, command) => {
    expect(refused(command)).toBe('not-allowed');
    expect(refused(command, whole)).toBeNull();
  });

  it('is named the screens that are outside', () => {
    const problem = authorizeCommand(
      state,
      limited,
      { type: 'run.take', body: { targets: ['all'], scene: 'mine' } },
      () => [],
    );
    expect(problem?.detail).toBe('Aliya has left alone; this reaches p2, p3, p4 as well.');
  });

  it('reaches nothing once the zone is gone', () => {
    const without: HallState = { ...state, hall: { hall: aHall({ zones: [] }) } };
    const take: Command = { type: 'run.take', body: { targets: ['p1'], scene: 'mine' } };
    expect(authorizeCommand(without, limited, take, () => [])?.code).toBe('not-allowed');
  });
});

describe('what people sign in with', () => {
  const own: Command = { type: 'person.secure', id: 'aliya', change: { passwordHash: 'x' }, keep: null };
  const admin: Actor = { ...whole, id: 'boss', name: 'Boss', role: 'admin' };

  it('is theirs', () => {
    expect(refused(own)).toBeNull();
    expect(refused({ ...own, id: 'somebody' })).toBe('not-allowed');
  });

  it('can be renewed or taken away by an admin, but not set up', () => {
    expect(refused(own, admin)).toBeNull();
    expect(refused({ ...own, change: { secondFactor: null, pinHash: null } }, admin)).toBeNull();
    expect(refused({ ...own, change: { pinHash: 'x' } }, admin)).toBe('not-allowed');
  });

  it('asks for more than a PIN', () => {
    expect(refused(own, { ...whole, byPin: true })).toBe('not-allowed');
    expect(refused({ type: 'person.remove', id: 'aliya' }, { ...admin, byPin: true })).toBe('not-allowed');
    expect(
      refused({ type: 'run.take', body: { targets: ['all'], scene: 'mine' } }, { ...whole, byPin: true }),
    ).toBeNull();
  });
});

describe('a key', () => {
  const key: Actor = {
    is: 'key',
    id: 'k',
    name: 'Ticketing',
    permissions: ['hall.see', 'overlay.show'],
    zones: ['left'],
  };

  it('does what it is for, where it is for, and nothing else', () => {
    expect(refused({ type: 'overlay.show', body: { type: 'notice', targets: ['p1'] } }, key)).toBeNull();
    expect(refused({ type: 'overlay.show', body: { type: 'notice', targets: ['p2'] } }, key)).toBe('not-allowed');
    expect(refused({ type: 'run.take', body: { targets: ['p1'], scene: 'mine' } }, key)).toBe('not-allowed');
  });

  it('never lets anybody in, even where it says so', () => {
    const forged: Actor = { ...key, permissions: ['person.add', 'key.add'], zones: null };
    expect(refused({ type: 'person.remove', id: 'aliya' }, forged)).toBe('not-allowed');
    expect(refused({ type: 'key.revoke', id: 'k' }, forged)).toBe('not-allowed');
  });
});
