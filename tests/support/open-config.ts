import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Hall } from '../../shared/hall.ts';

/** The shipped hall, open day and night, so that a test sees it awake whenever it runs. */
export function openConfig(change: (hall: z.input<typeof Hall>) => void = () => undefined): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-config-'));
  cpSync('config', folder, { recursive: true });
  const file = join(folder, 'hall.json');
  const hall = JSON.parse(readFileSync(file, 'utf8')) as z.input<typeof Hall>;
  hall.openingHours = { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] };
  change(hall);
  writeFileSync(file, JSON.stringify(hall));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
