import { describe, expect, it } from 'vitest';
import type { Command } from '#core/command.ts';
import { editionsOf } from '#core/editions.ts';
import type { Actor } from '#core/ports.ts';
import { usersOf } from '#core/references.ts';
import type { HallState } from '#core/state.ts';
import { step, type Step } from '#core/step.ts';
import { Draft, type Content } from '#shared/drafts.ts';
import type { Role } from '#shared/facts.ts';
import { Scene, Show } from '#shared/scene.ts';
import { aHall, aScene, aShow, aState, at } from '../../../support/hall-state.ts';

const person = (id: string, role: Role): Actor => ({ is: 'person', id, name: id, role, zones: null, byPin: false });
const aigul = person('Aigul', 'curator');
const bolat = person('Bolat', 'curator');
const olga = person('Olga', 'operator');

const now = at('2026-12-16T12:00+05:00');
let commands = 0;

function tell(state: HallState, actor: Actor, command: Command): Step {
  const context = { now, at: now, id: 'x', actor, ready: new Set<string>() };
  return step(state, `command-${++commands}`, command, context, () => []);
}

function done(state: HallState, actor: Actor, command: Command): HallState {
  const result = tell(state, actor, command);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.state;
}

function refused(state: HallState, actor: Actor, command: Command): string {
  const result = tell(state, actor, command);
  return result.ok ? 'not refused' : `${result.problem.code}: ${result.problem.detail}`;
}

const words = (title: string): Content => ({
  kind: 'scene',
  body: Scene.parse({ ...aScene('steppe'), params: { title: { en: title } } }),
});
const state = aState({ hall: aHall(), scenes: [aScene('steppe')], shows: [aShow('day', [{ scene: 'steppe' }])] });
const id = 'scene/steppe';
const save = (title: string, seen: number | null): Command => ({
  type: 'draft.save',
  content: words(title),
  base: 1,
  seen,
});
const submit = (seen: number): Command => ({ type: 'draft.submit', draft: id, seen, note: null });
const publish = (seen: number): Command => ({ type: 'draft.publish', draft: id, seen });
const titleOf = (hall: HallState) => hall.scene['steppe']?.params['title'];

describe('a draft', () => {
  it('changes nothing that the hall shows, until a second person publishes it', () => {
    const drafted = done(state, aigul, save('Dawn', null));
    expect(titleOf(drafted)).toEqual(titleOf(state));
    expect(refused(drafted, bolat, publish(1))).toContain('not given to be reviewed');
    const inReview = done(drafted, aigul, submit(1));
    expect(refused(inReview, aigul, publish(1))).toMatch(/^not-allowed: .*a second person publishes it/);
    const published = done(inReview, bolat, publish(1));
    expect(titleOf(published)).toEqual({ en: 'Dawn' });
    expect(published.scene['steppe']?.version).toBe(2);
    expect(published.draft).toEqual({});
  });

  it('is published by none of its authors who are curators, and by an operator at once', () => {
    const drafted = done(done(state, aigul, save('Dawn', null)), bolat, save('Dusk', 1));
    const inReview = done(drafted, aigul, submit(2));
    expect(refused(inReview, aigul, publish(2))).toContain('not-allowed');
    expect(refused(inReview, bolat, publish(2))).toContain('not-allowed');
    expect(titleOf(done(inReview, olga, publish(2)))).toEqual({ en: 'Dusk' });
    expect(titleOf(done(done(state, olga, save('Noon', null)), olga, publish(1)))).toEqual({ en: 'Noon' });
  });

  it('leaves a curator no other way to the screens', () => {
    const { body } = words('Dawn');
    expect(refused(state, aigul, { type: 'scene.put', scene: body as Scene, base: 1 })).toContain('not-allowed');
    expect(refused(state, aigul, { type: 'scene.delete', id: 'steppe' })).toContain('not-allowed');
  });

  it('is what the reviewer saw: a change in between takes it out of review', () => {
    const inReview = done(done(state, aigul, save('Dawn', null)), aigul, submit(1));
    const changed = done(inReview, aigul, save('Dusk', 1));
    expect(changed.draft[id]?.state.is).toBe('draft');
    expect(refused(changed, bolat, publish(1))).toContain('was changed by Aigul in between');
    expect(refused(changed, aigul, save('Noon', 1))).toContain('was changed by Aigul in between');
    expect(refused(changed, bolat, save('Noon', null))).toContain('conflict');
  });

  it('may have gaps, but is not given to review with them', () => {
    const flawed: Content = { kind: 'scene', body: { ...(words('x').body as Scene), params: {} } };
    const drafted = done(state, aigul, { type: 'draft.save', content: flawed, base: 1, seen: null });
    const result = tell(drafted, aigul, submit(1));
    expect(result.ok ? [] : result.problem.fields?.map(({ path }) => path)).toEqual(['params.title']);
  });

  it('may lack a title and a scene for a cue, which nothing published does', () => {
    const parts = [{ targets: [], scene: '' }];
    const cue = { id: 'one', title: {}, trigger: 'follow' as const, parts };
    const body = { ...Show.parse(aShow('evening', [{ scene: 'steppe' }])), cues: [cue] };
    const content: Content = { kind: 'show', body };
    expect(Draft.shape.content.safeParse(content).success).toBe(true);
    const drafted = done(state, olga, { type: 'draft.save', content, base: null, seen: null });
    const result = tell(drafted, olga, { type: 'draft.publish', draft: 'show/evening', seen: 1 });
    expect(result.ok ? [] : result.problem.fields?.map(({ path }) => path)).toEqual([
      'cues.0.title',
      'cues.0.parts.0.targets',
      'cues.0.parts.0.scene',
    ]);
  });

  it('comes back with a note, and keeps it while it is mended', () => {
    const inReview = done(done(state, aigul, save('Dawn', null)), aigul, submit(1));
    const returned = done(inReview, bolat, { type: 'draft.return', draft: id, seen: 1, note: 'A year is missing.' });
    const mended = done(returned, aigul, save('Dawn of 1991', 1));
    expect(mended.draft[id]?.state).toEqual({
      is: 'draft',
      returned: { by: 'Bolat', note: 'A year is missing.' },
    });
  });

  it('that was made from an older version is not laid over a newer one', () => {
    const drafted = done(state, aigul, save('Dawn', null));
    const newer = words('Noon').body as Scene;
    const edited = done(drafted, olga, { type: 'scene.put', scene: newer, base: 1 });
    const inReview = done(edited, aigul, submit(1));
    expect(refused(inReview, bolat, publish(1))).toContain('you edited version 1, the hall has 2');
    expect(titleOf(inReview)).toEqual({ en: 'Noon' });
  });

  it('of others is not thrown away by a curator', () => {
    const drafted = done(state, aigul, save('Dawn', null));
    expect(refused(drafted, bolat, { type: 'draft.discard', draft: id })).toContain('not-allowed');
    expect(done(drafted, aigul, { type: 'draft.discard', draft: id }).draft).toEqual({});
    expect(done(drafted, olga, { type: 'draft.discard', draft: id }).draft).toEqual({});
  });

  it('that was thrown away comes back as it was, unless another was begun since', () => {
    const drafted = done(state, aigul, save('Dawn', null));
    const without = done(drafted, olga, { type: 'draft.discard', draft: id });
    const [aside = ''] = Object.keys(without.discarded);
    expect(aside).toBe(`${id}@${without.revision}`);
    const restore: Command = { type: 'draft.restore', discarded: aside };
    expect(refused(without, bolat, restore)).toContain('not-allowed');
    const back = done(without, aigul, restore);
    expect(back.draft).toEqual(drafted.draft);
    expect(back.discarded).toEqual({});
    expect(refused(back, aigul, restore)).toContain('not-found');
    const another = done(without, olga, save('Dusk', null));
    expect(refused(another, aigul, restore)).toMatch(/^conflict: There is another draft/);
    expect(refused(without, olga, { type: 'draft.restore', discarded: 'constructor' })).toContain('not-found');
  });

  it('is kept ten times of each scene when it is thrown away', () => {
    let hall = state;
    for (let round = 0; round < 12; round += 1)
      hall = done(done(hall, olga, save(`Dawn ${round}`, null)), olga, { type: 'draft.discard', draft: id });
    const kept = Object.values(hall.discarded).map(({ draft }) => draft.content.body);
    expect(kept).toHaveLength(10);
    expect(JSON.stringify(kept)).toContain('Dawn 11');
    expect(JSON.stringify(kept)).not.toContain('"Dawn 1"');
  });

  it('makes a new scene, once', () => {
    const fresh: Content = { kind: 'scene', body: { ...(words('New').body as Scene), id: 'new' } };
    const drafted = done(state, olga, { type: 'draft.save', content: fresh, base: null, seen: null });
    const published = done(drafted, olga, { type: 'draft.publish', draft: 'scene/new', seen: 1 });
    expect(published.scene['new']?.version).toBe(1);
    expect(refused(published, olga, { type: 'draft.save', content: fresh, base: null, seen: null })).toContain(
      'already a scene called new',
    );
  });
});

describe('the past of a scene', () => {
  it('begins with what was found, and says who drafted and who published', () => {
    const inReview = done(done(state, aigul, save('Dawn', null)), aigul, submit(1));
    const published = done(inReview, bolat, publish(1));
    const past = editionsOf(published, 'scene', 'steppe');
    expect(past.map(({ how, by, authors, content }) => [how, by, authors, content.body.version])).toEqual([
      ['published', 'Bolat', ['Aigul'], 2],
      ['found', null, [], 1],
    ]);
  });

  it('keeps the newest forty, and what was deleted', () => {
    let hall = state;
    for (let version = 1; version <= 45; version += 1) {
      const scene = words(`Title ${version}`).body as Scene;
      hall = done(hall, olga, { type: 'scene.put', scene, base: version });
    }
    const past = editionsOf(hall, 'scene', 'steppe');
    expect(past).toHaveLength(40);
    expect(past[0]?.content.body.version).toBe(46);
    const gone = done(done(hall, olga, { type: 'show.delete', id: 'day' }), olga, {
      type: 'scene.delete',
      id: 'steppe',
    });
    expect(editionsOf(gone, 'scene', 'steppe')[0]?.content.body.version).toBe(46);
    expect(editionsOf(gone, 'show', 'day')).toHaveLength(1);
  });
});

describe('where something is used', () => {
  it('names shows, drafts, rules and touches, and nothing is deleted under them', () => {
    const rule = { id: 'show-steppe', when: { panel: 'p1', topic: 'year' }, scene: 'steppe', targets: ['p2'] };
    const touched = aState({
      hall: aHall({ touchRules: [rule] }),
      scenes: [aScene('steppe')],
      shows: [aShow('day', [{ scene: 'steppe' }])],
    });
    expect(usersOf(touched, 'scene', 'steppe')).toEqual([
      { kind: 'show', id: 'day' },
      { kind: 'touch rule', id: 'show-steppe' },
    ]);
    expect(refused(touched, olga, { type: 'scene.delete', id: 'steppe' })).toContain(
      'Scene steppe is used by show day, touch rule show-steppe',
    );
  });
});
