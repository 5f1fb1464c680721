import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Scene } from '#shared/scene.ts';
import { sendUnsaved } from '../../../operator-ui/controllers/send-unsaved.ts';
import { DraftSeen, type Drafts } from '../../../operator-ui/controllers/drafts.ts';
import { UnsavedEdits } from '../../../operator-ui/controllers/unsaved-edits.ts';
import { firstType, formIn, formKey, isEmpty, noteIn, noteKey } from '../../../operator-ui/state/content/begun.ts';
import { found, listedOf, type Listed } from '../../../operator-ui/state/content/listed.ts';
import {
  overtaken,
  standOf,
  type Unsaved,
  withUnsaved,
  writtenIn,
} from '../../../operator-ui/state/content/unsaved.ts';
import { unsavedText } from '../../../operator-ui/state/content/unsaved-text.ts';
import { createSpeech, unknownManners } from '../../../operator-ui/state/speech.ts';
import { aScene } from '../../support/hall-state.ts';

const sky = Scene.parse(aScene('sky', { title: { en: 'Sky' } }));
const key = 'scene/sky';
const speech = createSpeech('en', { ...unknownManners, order: ['en'] });

const draft = (version: number, changedBy = 'Olga'): DraftSeen =>
  DraftSeen.parse({
    id: key,
    content: { kind: 'scene', body: sky },
    base: 1,
    version,
    authors: [{ id: 'o', name: changedBy }],
    state: { is: 'draft', returned: null },
    changedBy,
    changedAt: '2026-12-16T10:00:00.000Z',
    flaws: null,
  });
const line = (drafts: readonly DraftSeen[] = [], scenes: readonly Scene[] = [sky]): Listed => {
  const [one] = listedOf(scenes, [], drafts);
  if (one === undefined) throw new Error('the library is empty');
  return one;
};
const written = (one: Listed, title: string, before: Unsaved | null = null): Unsaved =>
  writtenIn(one, before, { ...sky, title: { en: title } }, 1000);

describe('what is written', () => {
  it('lies over what was there when it was begun, however long it takes', () => {
    const begun = written(line(), 'Sky, wide');
    expect(begun).toMatchObject({ base: 1, seen: null, why: null });
    // Olga saves: what goes on being written is still laid over what was there before hers.
    expect(written(line([draft(1)]), 'Sky, wider', begun)).toMatchObject({ base: 1, seen: null });
    expect(standOf(line([draft(3)]))).toEqual({ base: 1, seen: 3 });
  });

  it('is overtaken where somebody saved, published or discarded in between', () => {
    const over2 = written(line([draft(2)]), 'Sky, wide');
    expect(overtaken(line([draft(2)]), over2)).toEqual({ is: 'mine' });
    expect(overtaken(line([draft(3, 'Olga')]), over2)).toMatchObject({ is: 'saved', by: 'Olga' });
    expect(overtaken(line(), over2)).toEqual({ is: 'gone' });
  });

  it('is found among the drafts by its own words, also where the hall has nothing of it', () => {
    const unsaved = new Map([[key, written(line(), 'Horizon')]]);
    const listed = withUnsaved(listedOf([], [], []), unsaved);
    expect(listed.map((one) => one.key)).toEqual([key]);
    expect(found(listed, 'horizon', 'draft', unsaved)).toHaveLength(1);
    expect(found(withUnsaved([line()], unsaved), 'horizon', 'draft', unsaved)).toHaveLength(1);
  });

  it('is told in every view, but not while it is on its way', () => {
    const unsaved = new Map([[key, written(line(), 'Horizon')]]);
    expect(unsavedText(unsaved, new Set(), new Map(), speech)).toContain('Horizon');
    expect(unsavedText(unsaved, new Set([key]), new Map(), speech)).toBe('');
  });
});

describe('what is unsaved', () => {
  let stored: Map<string, string>;
  let room: number;
  const host = { addController: () => undefined, requestUpdate: () => undefined } as never;
  const editsOf = (person: string): UnsavedEdits => {
    const edits = new UnsavedEdits(host);
    edits.owner = person;
    return edits;
  };

  beforeEach(() => {
    stored = new Map();
    room = Infinity;
    const storage = {
      getItem: (name: string) => stored.get(name) ?? null,
      removeItem: (name: string) => stored.delete(name),
      setItem(name: string, text: string) {
        if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
        stored.set(name, text);
      },
    };
    const named = new Proxy(storage, {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });
    vi.stubGlobal('localStorage', named);
    vi.stubGlobal('location', { pathname: '/' });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is there again after a reload, whatever the hall would say to it, for its writer alone', () => {
    const refusable = writtenIn(line(), null, { ...sky, title: { en: 'x'.repeat(9000) }, durationMs: Number.NaN }, 5);
    editsOf('a').keep(key, refusable);
    expect(editsOf('a').all.get(key)?.body.title).toEqual({ en: 'x'.repeat(9000) });
    expect(editsOf('b').all.size).toBe(0);
    vi.stubGlobal('location', { pathname: '/training/' });
    expect(editsOf('a').all.size).toBe(0);
  });

  it('is gone when it is dropped, but not what was written since', () => {
    const edits = editsOf('a');
    const first = written(line(), 'One');
    const second = written(line(), 'Two', first);
    edits.keep(key, first);
    edits.keep(key, second);
    edits.drop(key, first);
    expect(edits.all.get(key)).toBe(second);
    edits.drop(key, second);
    expect([edits.all.size, stored.size]).toEqual([0, 0]);
  });

  it('is said not to be kept where the browser has no room', () => {
    const edits = editsOf('a');
    room = 10;
    edits.keep(key, written(line(), 'One'));
    expect([edits.isKept, edits.all.size]).toEqual([false, 1]);
  });

  it.each(['not json', '{"kind":"scene"}', '{"kind":"show","body":{"id":"a","title":{},"cues":[1]},"base":null}'])(
    'that no editor could show is passed over: %s',
    (text) => {
      editsOf('a').keep(key, written(line(), 'One'));
      for (const name of stored.keys()) stored.set(name, text);
      expect(editsOf('a').all.size).toBe(0);
    },
  );

  it('is told with the forms and notes that were begun, and is as much their writer’s alone', () => {
    const begunOf = (person: string) => editsOf(person).begun;
    const form = { is: 'new', kind: 'show', type: 'text', title: { en: 'Evening' }, id: null, at: 5 } as const;
    const note = { is: 'note', title: { en: 'Sky' }, note: 'The year is wrong.', at: 6 } as const;
    const begun = begunOf('a');
    begun.keep(formKey('show'), form);
    begun.keep(noteKey('scene', 'sky'), note);
    const again = begunOf('a').all;
    expect([formIn(again, 'show'), formIn(again, 'scene')]).toEqual([form, null]);
    expect([noteIn(again, 'scene', 'sky'), noteIn(again, 'show', 'sky')]).toEqual([note.note, '']);
    expect(begunOf('b').all.size).toBe(0);
    expect(editsOf('a').all.size).toBe(0);
    expect(unsavedText(new Map(), new Set(), again, speech)).toMatch(/New show: Evening, Give back: Sky/);
    begun.drop(formKey('show'), form);
    expect([...begunOf('a').all.keys()]).toEqual(['note/scene/sky']);
  });

  it('is nothing where all of it was taken out again', () => {
    const form = { is: 'new', kind: 'scene', type: firstType, title: { en: '' }, id: '', at: 5 } as const;
    expect(isEmpty(form)).toBe(true);
    expect(isEmpty({ ...form, type: 'map' })).toBe(false);
    expect(isEmpty({ ...form, id: 'sky' })).toBe(false);
    expect(isEmpty({ ...form, title: { en: 'Sky' } })).toBe(false);
    expect(isEmpty({ is: 'note', title: { en: 'Sky' }, note: ' ', at: 5 })).toBe(true);
  });

  const draftsThat = (answer: unknown, meanwhile: () => void = () => undefined): Drafts =>
    ({
      save: () => {
        meanwhile();
        return Promise.resolve(answer);
      },
    }) as unknown as Drafts;

  it('stays with the reason where the hall refuses it', async () => {
    const edits = editsOf('a');
    const unsaved = written(line(), 'One');
    edits.keep(key, unsaved);
    const refusal = { code: 'unreachable', title: 'No answer', detail: 'nobody' } as const;
    const sent = sendUnsaved(line(), unsaved, { edits, drafts: draftsThat({ ok: false, refusal }), speech });
    expect(edits.underWay.has(key)).toBe(true);
    await sent;
    expect(edits.underWay.has(key)).toBe(false);
    expect(editsOf('a').all.get(key)).toMatchObject({ body: { title: { en: 'One' } }, why: speech.refused(refusal) });
  });

  it('is the hall’s where it takes it; what was written meanwhile lies over that', async () => {
    const edits = editsOf('a');
    const taken = { ok: true, value: { version: 4 } };
    const unsaved = written(line([draft(3)]), 'One');
    edits.keep(key, unsaved);
    await sendUnsaved(line([draft(3)]), unsaved, { edits, drafts: draftsThat(taken), speech });
    expect(edits.all.size).toBe(0);
    edits.keep(key, unsaved);
    const later = written(line([draft(3)]), 'Two', unsaved);
    const drafts = draftsThat(taken, () => edits.keep(key, later));
    await sendUnsaved(line([draft(3)]), unsaved, { edits, drafts, speech });
    expect(edits.all.get(key)).toEqual({ ...later, seen: 4 });
  });

  it('of somebody who left the tablet is not mixed with who came', async () => {
    const edits = editsOf('a');
    const unsaved = written(line(), 'One');
    edits.keep(key, unsaved);
    const theirs = written(line(), 'Theirs');
    const drafts = draftsThat({ ok: true, value: { version: 1 } }, () => {
      edits.owner = 'b';
      edits.keep(key, theirs);
    });
    await sendUnsaved(line(), unsaved, { edits, drafts, speech });
    expect(edits.all.get(key)).toBe(theirs);
  });
});
