import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportedDocuments } from '#core/ports.ts';
import { ConfigTrouble } from './flaw.ts';
import { folderKinds, hallFile, mediaFolder } from './folder-kinds.ts';

/** Writes the hall as a config folder, which must be empty or missing. `media` is the media store's folder. */
export async function exportFolder(documents: ImportedDocuments, media: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new ConfigTrouble(
      `${folder} is not empty. Export into a new folder, so that nothing old stays among the new.`,
    );
  for (const hall of Object.values(documents.hall)) await writeJson(join(folder, hallFile), hall);
  for (const { kind, folder: name } of Object.values(folderKinds)) {
    for (const [id, document] of Object.entries(documents[kind]))
      await writeJson(join(folder, name, `${id}.json`), document);
  }
  for (const medium of Object.values(documents.medium)) {
    const file = join(folder, mediaFolder, medium.id);
    await mkdir(dirname(file), { recursive: true });
    await copyFile(join(media, medium.hash), file);
  }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
