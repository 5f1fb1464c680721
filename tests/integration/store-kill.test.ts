import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../controller/store/sqlite/store.ts';
import { silentLog } from '../contract/store-samples.ts';

/** What the scene and the people are after so many decisions of tests/support/store-committer.ts. */
function peopleAfter(revision: number): string[] {
  const all = Array.from({ length: revision }, (_, index) => index + 1);
  return all.filter((made) => (made + 1) % 3 !== 0 || made + 1 > revision).map((made) => `person-${made}`);
}

describe('kill -9', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shanyraq-kill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Lets a process commit until it is killed; the last revision that it said was acknowledged. */
  async function commitAndKill(file: string, afterMs: number, waitForReady: boolean): Promise<number> {
    const child = spawn(process.execPath, ['tests/support/store-committer.ts', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
    const closed = once(child, 'close');
    if (waitForReady) await Promise.race([once(child.stdout, 'data'), closed]);
    await delay(afterMs);
    child.kill('SIGKILL');
    const [, signal] = (await closed) as [number | null, string | null];
    expect([signal, complained]).toEqual(['SIGKILL', '']);
    // A line that the kill cut short was not said.
    const lines = said.split('\n').slice(0, -1);
    return Number(lines.findLast((line) => line !== 'ready') ?? 0);
  }

  it('at any moment loses nothing that was acknowledged, and leaves no half decision', async () => {
    const file = join(folder, 'data', 'hall.db');
    let acknowledged = 0;
    // The first kills fall into the start and the first migration, the others into commits and checkpoints.
    for (const waitForReady of [false, false, false, true, true, true, true, true]) {
      const afterMs = Math.random() * (waitForReady ? 400 : 250);
      acknowledged = Math.max(acknowledged, await commitAndKill(file, afterMs, waitForReady));

      const store = await openStore({ file, log: silentLog });
      const { revision, scene, person } = await store.load();
      // One decision may be on disk whose acknowledgement the kill cut off.
      expect([acknowledged, acknowledged + 1], `killed after ${afterMs} ms`).toContain(revision);
      expect(scene['steppe']?.version ?? 0).toBe(revision);
      expect(Object.keys(person).toSorted()).toEqual(peopleAfter(revision).toSorted());
      const journal = await store.journal({ limit: revision + 1 });
      expect(journal.map((entry) => entry.revision)).toEqual(
        Array.from({ length: revision }, (_, index) => revision - index),
      );
      expect(await store.verifyJournal()).toBeNull();
      for (const kept of [1, Math.ceil(revision / 2), revision].filter(
        (candidate) => candidate > 0 && candidate <= revision,
      ))
        expect(await store.answered(`command-${kept}`)).toEqual({ answer: { revision: kept } });
      await store.close();
      acknowledged = revision;
    }
    expect(acknowledged).toBeGreaterThan(0);
  });
});
