import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChanges, emptyState, kinds, type Change, type Kind, type Store } from '#core/ports.ts';
import { decision, put, samples, sceneOf, startAt } from './store-samples.ts';

/** One kind of store, as the contract sees it. */
export interface StoreUnderTest {
  readonly store: Store;
  /** The store as after a restart of the controller. */
  reopen(): Promise<Store>;
  /** From now on there is no room, or there is again. */
  setFull(full: boolean): void;
  /** Ends it and removes what it left. */
  stop(): Promise<void>;
}

/** What every store must do, whatever it stores with. */
export function storeContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the store's contract: ${name}`, () => {
    let tested: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      tested = await start();
      ({ store } = tested);
    });
    afterEach(() => tested.stop());

    const commitScenes = async (count: number) => {
      for (let revision = 1; revision <= count; revision += 1)
        expect(await store.commit(decision(revision, [sceneOf(revision)]))).toEqual({ ok: true });
    };

    it('is empty at first', async () => {
      expect(await store.load()).toEqual(emptyState());
      expect(await store.journal({ limit: 10 })).toEqual([]);
      expect(await store.verifyJournal()).toBeNull();
      expect(await store.answered('command-1')).toBeNull();
    });

    it.each(kinds)('gives a %s back as it was', async (kind) => {
      const changes = [put(kind, 'one'), put(kind, 'two')];
      await store.commit(decision(1, changes));
      store = await tested.reopen();
      expect(await store.load()).toEqual(applyChanges(emptyState(), changes, 1));
    });

    it('keeps changes, replacements and removals of any number of decisions', async () => {
      const steps: readonly (readonly Change[])[] = [
        kinds.map((kind) => put(kind, 'one')),
        [put('run', 'two'), sceneOf(2, 'one'), { kind: 'day', id: 'one', body: null }],
        [{ kind: 'run', id: 'never-there', body: null }],
        [{ kind: 'run', id: 'two', body: null }, put('run', 'two')],
        [put('person', 'ünïcode "quoted" \u{1f3d4}'), put('medium', 'one')],
      ];
      let expected = emptyState();
      for (const [index, changes] of steps.entries()) {
        await store.commit(decision(index + 1, changes));
        expected = applyChanges(expected, changes, index + 1);
        expect(await store.load()).toEqual(expected);
      }
      store = await tested.reopen();
      expect(await store.load()).toEqual(expected);
    });

    it('throws on a revision that does not follow, and changes nothing', async () => {
      await commitScenes(2);
      const before = await store.load();
      for (const revision of [0, 1, 2, 4])
        await expect(store.commit(decision(revision, [sceneOf(99)], { commandId: 'other' }))).rejects.toThrow(
          `revision ${revision} cannot follow 2`,
        );
      expect(await store.load()).toEqual(before);
      expect(await store.answered('other')).toBeNull();
      expect(await store.journal({ limit: 10 })).toHaveLength(2);
    });

    it('remembers what was answered to a command, also after a restart', async () => {
      await commitScenes(2);
      store = await tested.reopen();
      expect(await store.answered('command-1')).toEqual({ answer: { revision: 1 } });
      expect(await store.answered('command-2')).toEqual({ answer: { revision: 2 } });
      expect(await store.answered('command-3')).toBeNull();
    });

    it('throws on a command id that was answered already, and changes nothing', async () => {
      await commitScenes(1);
      const before = await store.load();
      await expect(store.commit(decision(2, [sceneOf(2)], { commandId: 'command-1' }))).rejects.toThrow(
        /answered already|UNIQUE constraint failed: command\.id/,
      );
      expect(await store.load()).toEqual(before);
      expect(await store.answered('command-1')).toEqual({ answer: { revision: 1 } });
    });

    it('forgets answers after seven days', async () => {
      const days = 24 * 3_600_000;
      await store.commit(decision(1, [sceneOf(1)], { at: startAt }));
      await store.commit(decision(2, [sceneOf(2)], { at: startAt + 7 * days }));
      expect(await store.answered('command-1')).not.toBeNull();
      await store.commit(decision(3, [sceneOf(3)], { at: startAt + 7 * days + 1 }));
      expect(await store.answered('command-1')).toBeNull();
      expect(await store.answered('command-2')).not.toBeNull();
      expect(await store.journal({ limit: 10 })).toHaveLength(3);
    });

    it('tells the journal newest first, in full', async () => {
      const changes = [put('run', 'run-1'), put('timeline', 'abc')];
      const made = decision(1, changes, {
        reason: 'the minister arrives',
        at: startAt + 0.125,
        command: 'run.take',
        deeds: [['took', 'scene', 'welcome', ['map', 'statehood']]],
      });
      await store.commit(made);
      await store.commit(decision(2, [sceneOf(2)]));
      store = await tested.reopen();
      const [second, first, ...rest] = await store.journal({ limit: 10 });
      expect(rest).toEqual([]);
      expect(first).toEqual({ ...made.entry, seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      expect(second).toMatchObject({ seq: 2, revision: 2, summary: 'made revision 2' });
      expect(second?.hash).not.toBe(first?.hash);
    });

    it('finds entries by page, actor, command and time', async () => {
      const actors = ['Aigul', 'Daniyar', 'Aigul', 'the hall', 'Aigul'];
      for (const [index, actor] of actors.entries())
        await store.commit(
          decision(index + 1, [sceneOf(index + 1)], { actor, command: index % 2 === 0 ? 'run.take' : 'run.release' }),
        );
      const found = async (query: Partial<Parameters<Store['journal']>[0]>) =>
        (await store.journal({ limit: 10, ...query })).map(({ seq }) => seq);
      expect(await found({})).toEqual([5, 4, 3, 2, 1]);
      expect(await found({ limit: 2 })).toEqual([5, 4]);
      expect(await found({ limit: 2, before: 4 })).toEqual([3, 2]);
      expect(await found({ before: 1 })).toEqual([]);
      expect(await found({ actor: 'Aigul' })).toEqual([5, 3, 1]);
      expect(await found({ commands: ['run.release'] })).toEqual([4, 2]);
      expect(await found({ commands: ['run.release', 'run.take'] })).toEqual([5, 4, 3, 2, 1]);
      expect(await found({ actor: 'Aigul', commands: ['run.release'] })).toEqual([]);
      expect(await found({ from: startAt + 2000, to: startAt + 4000 })).toEqual([3, 2]);
    });

    it('keeps a whole journal', async () => {
      await commitScenes(20);
      expect(await store.verifyJournal()).toBeNull();
      store = await tested.reopen();
      await store.commit(decision(21, [sceneOf(21)]));
      expect(await store.verifyJournal()).toBeNull();
    });

    it('answers a full disk with a problem, keeps the old state, and works again when there is room', async () => {
      await commitScenes(3);
      const before = await store.load();
      tested.setFull(true);
      const large = put('scene', 'large', { ...samples.scene, params: { filling: 'steppe '.repeat(50_000) } });
      const refused = await store.commit(decision(4, [sceneOf(4), large]));
      expect(refused).toMatchObject({ ok: false, problem: { code: 'storage', status: 503 } });
      expect(refused.ok ? '' : refused.problem.detail).toMatch(/is full\. Make room/);
      expect(await store.load()).toEqual(before);
      expect(await store.answered('command-4')).toBeNull();
      expect(await store.journal({ limit: 10 })).toHaveLength(3);

      expect(await store.probe()).toMatchObject({ ok: false, problem: { code: 'storage' } });
      expect(await store.load()).toEqual(before);

      tested.setFull(false);
      expect(await store.probe()).toEqual({ ok: true });
      expect(await store.load()).toEqual(before);
      expect(await store.journal({ limit: 10 })).toHaveLength(3);
      expect(await store.commit(decision(4, [sceneOf(4), large]))).toEqual({ ok: true });
      store = await tested.reopen();
      expect(await store.load()).toEqual(applyChanges(before, [sceneOf(4), large], 4));
      expect(await store.verifyJournal()).toBeNull();
    });

    it('makes commits durable in the order in which they were asked', async () => {
      const revisions = Array.from({ length: 30 }, (_, index) => index + 1);
      const results = await Promise.all(
        revisions.map((revision) => store.commit(decision(revision, [sceneOf(revision)]))),
      );
      expect(results).toEqual(revisions.map(() => ({ ok: true })));
      const state = await store.load();
      expect(state.revision).toBe(30);
      expect(state.scene['steppe']?.version).toBe(30);
    });

    it('closes once, however often it is asked', async () => {
      await expect(Promise.all([store.close(), store.close()])).resolves.toHaveLength(2);
      await expect(store.close()).resolves.toBeUndefined();
    });

    it('has a sample of every kind', () => expect(Object.keys(samples) as Kind[]).toEqual([...kinds]));
  });
}
