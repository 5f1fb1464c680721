import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly hasInstallScript?: boolean }>
  >;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

describe('what the hall is made of', () => {
  it('is named by exact versions', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('comes from a registry with a digest, every piece of it: from no other place, and as it was', () => {
    const pieces = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(pieces.length).toBeGreaterThan(100);
    for (const [path, { resolved, integrity }] of pieces) {
      expect([path, resolved ?? 'https:']).toEqual([path, expect.stringMatching(/^https:/)]);
      expect([path, integrity?.startsWith('sha512-')]).toEqual([path, true]);
    }
  });

  it('runs one script when it is installed: the one that brings Node', () => {
    expect(Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed)).toEqual([['node', true]]);
    const withScripts = Object.entries(lock.packages)
      .filter(([, piece]) => piece.hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    // Only on a Mac, where Vite's file watcher may be built; npm skips it everywhere else.
    expect([...new Set(withScripts)].filter((name) => name !== 'fsevents')).toEqual(
      expect.arrayContaining(['node']) as string[],
    );
    expect(withScripts.filter((name) => !['node', 'fsevents', 'better-sqlite3'].includes(name))).toEqual([]);
  });
});
