import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkDocuments,
  hallId,
  plainFlaw,
  table,
  type Documents,
  type Flaw,
  type ImportedDocuments,
} from '#core/ports.ts';
import { Hall } from '#shared/hall.ts';
import type { ConfigFlaw } from './flaw.ts';
import { folderKinds, hallFile, mediaFolder, type FolderKind } from './folder-kinds.ts';
import { readDocument } from './read-document.ts';
import { readMedia } from './read-media.ts';

export interface Config {
  readonly documents: ImportedDocuments;
  /** Absolute path of a file with that content, by hash. */
  readonly files: ReadonlyMap<string, string>;
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly flaws: readonly ConfigFlaw[] };

/** Reads a config folder whole: either everything in it is right, or every flaw is named. Writes nothing. */
export async function readConfigFolder(folder: string): Promise<ReadConfig> {
  const missing = await missingFolder(folder);
  if (missing !== null) return { ok: false, flaws: [missing] };
  const flaws: ConfigFlaw[] = [];
  const hall = table<Hall>();
  const described = (await exists(join(folder, hallFile)))
    ? await readDocument(join(folder, hallFile), hallFile, 'hall', Hall)
    : ({ ok: false, flaws: [{ file: hallFile, path: '(the file)', found: 'nothing', expected: 'the hall' }] } as const);
  if (described.ok) hall[hallId] = described.document;
  else flaws.push(...described.flaws);
  flaws.push(...(await strangersIn(folder)));
  const list = <Kind extends FolderKind['kind']>(kind: FolderKind<Kind>) => readList(folder, kind, flaws);
  const [scene, show, rule, exception, day] = [
    await list(folderKinds.scene),
    await list(folderKinds.show),
    await list(folderKinds.rule),
    await list(folderKinds.exception),
    await list(folderKinds.day),
  ];
  const found = await readMedia(join(folder, mediaFolder));
  flaws.push(...found.flaws);
  const documents: ImportedDocuments = { hall, scene, show, rule, exception, day, medium: found.media };
  // References mean something only when every document could be read.
  if (flaws.length === 0) flaws.push(...checkDocuments(documents).map(inItsFile));
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, config: { documents, files: found.files } };
}

function inItsFile({ kind, id, path, ...flaw }: Flaw): ConfigFlaw {
  // Whoever writes the files knows things by their ids.
  const { found, expected } = plainFlaw(flaw);
  return { file: fileOf(kind, id), path, found: found.en, expected: expected.en };
}

function fileOf(kind: Flaw['kind'], id: string): string {
  switch (kind) {
    case 'hall':
      return hallFile;
    case 'medium':
      return `${mediaFolder}/${id}`;
    case 'scene':
    case 'show':
    case 'rule':
    case 'exception':
    case 'day':
      return `${folderKinds[kind].folder}/${id}.json`;
  }
}

async function readList<Kind extends FolderKind['kind']>(
  root: string,
  { kind, folder, schema, idOf }: FolderKind<Kind>,
  flaws: ConfigFlaw[],
): Promise<Readonly<Record<string, Documents[Kind]>>> {
  const documents = table<Documents[Kind]>();
  for (const name of await namesIn(join(root, folder))) {
    const file = `${folder}/${name}`;
    if (!name.endsWith('.json')) {
      flaws.push({ file, path: '(its name)', found: name, expected: 'a file called <id>.json' });
      continue;
    }
    const read = await readDocument(join(root, file), file, kind, schema);
    if (!read.ok) {
      flaws.push(...read.flaws);
      continue;
    }
    const id = idOf(read.document);
    if (`${id}.json` === name) documents[id] = read.document;
    else
      flaws.push({
        file,
        path: 'id',
        found: JSON.stringify(id),
        expected: `${name.slice(0, -5)}, as its file is called`,
      });
  }
  return documents;
}

/** Files and folders a config does not know: most often a name with a slip in it. */
async function strangersIn(folder: string): Promise<readonly ConfigFlaw[]> {
  const known = [hallFile, mediaFolder, ...Object.values(folderKinds).map((kind) => kind.folder)];
  return (await namesIn(folder))
    .filter((name) => !known.includes(name) && name.toLowerCase() !== 'readme.md')
    .map((name) => ({ file: name, path: '(its name)', found: name, expected: `one of ${known.join(', ')}` }));
}

async function missingFolder(folder: string): Promise<ConfigFlaw | null> {
  const expected = 'a folder with the hall’s description; choose it with CONFIG_DIR';
  try {
    return (await stat(folder)).isDirectory() ? null : { file: folder, path: '(itself)', found: 'a file', expected };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { file: folder, path: '(itself)', found: 'nothing', expected };
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Names in a folder, in order and without hidden ones; a missing folder is empty. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
