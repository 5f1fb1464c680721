import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { importChanges, importedOf } from '#core/ports.ts';
import { checkDocuments } from '#core/validate.ts';
import { exportFolder } from '../../controller/adapters/config/export-folder.ts';
import { readConfigFolder } from '../../controller/adapters/config/read-folder.ts';
import { aRandomState } from '../support/random-state.ts';

// Many folders are written and read: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const root = mkdtempSync(join(tmpdir(), 'shanyraq-export-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a hall that is exported and imported', () => {
  it('is the same hall: rules, exceptions, days and hours, with their versions', async () => {
    let folders = 0;
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(aRandomState, async (state) => {
        const documents = importedOf(state);
        // Only what the hall would have taken can have been in it.
        fc.pre(checkDocuments(documents).length === 0);
        const folder = join(root, String(++folders));
        await exportFolder(documents, root, folder);
        const read = await readConfigFolder(folder);
        expect(read.ok ? [] : read.flaws).toEqual([]);
        if (!read.ok) return;
        expect(importChanges(state, read.config.documents)).toEqual([]);
        compared += 1;
      }),
      { numRuns: 20 },
    );
    expect(compared).toBe(20);
  });
});
