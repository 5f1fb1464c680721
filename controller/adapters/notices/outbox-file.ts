import { readFileSync, renameSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { emptyOutbox, type Log, type Outbox } from '#core/ports.ts';
import { Incident } from '#shared/incidents.ts';
import { NoticeState, NoticeWay } from '#shared/notices.ts';

/** Lenient: another version of the controller may have written more. */
const IncidentFile = z.object(Incident.shape);
const Event = z.object({
  id: z.string(),
  is: z.enum(['opened', 'closed']),
  because: z.enum(['over', 'maintenance', 'merged']).nullable(),
  at: z.number(),
  incident: IncidentFile,
});
const OutletFile = z.object({
  waiting: z.array(Event),
  notice: z.object({ id: z.string(), at: z.number(), events: z.array(Event) }).nullable(),
  sentAt: z.number().nullable(),
  lost: z.int(),
  failing: NoticeState.shape.failing,
  notBefore: z.number(),
});
const OutboxFile = z.object({
  told: z.record(z.string(), IncidentFile),
  outlets: z.partialRecord(NoticeWay, OutletFile),
});

/** What waited when the last controller ended. A file that cannot be read is moved aside and said. */
export function readOutbox(file: string, log: Log): Outbox {
  try {
    return OutboxFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyOutbox;
    const setAside = `${file}.set-aside`;
    log.error({ error, file, setAside }, 'the notices that waited cannot be read; the open incidents are told again');
    renameSync(file, setAside);
    return emptyOutbox;
  }
}

/** Writes the whole outbox, on disk when it resolves: a new file takes the old one's place, so that none is ever torn. */
export async function writeOutbox(file: string, outbox: Outbox): Promise<void> {
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(outbox));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
