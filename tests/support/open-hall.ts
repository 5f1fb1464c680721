import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of the shipped config whose hall never closes and starts no show by itself, so that a test meets the same
 * hall at any hour. The caller removes the folder.
 */
export function alwaysOpenConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-config-'));
  cpSync('config', folder, { recursive: true });
  const file = join(folder, 'hall.json');
  const hall = JSON.parse(readFileSync(file, 'utf8')) as { openingHours: { weekly: unknown } };
  hall.openingHours.weekly = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
  writeFileSync(file, JSON.stringify(hall));
  for (const name of readdirSync(join(folder, 'rules'))) {
    const rule = JSON.parse(readFileSync(join(folder, 'rules', name), 'utf8')) as { layer?: string };
    if (rule.layer !== 'ambient') rmSync(join(folder, 'rules', name));
  }
  rmSync(join(folder, 'days'), { recursive: true, force: true });
  return folder;
}
