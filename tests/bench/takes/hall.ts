import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Hall } from '#shared/hall.ts';

export const scenes = ['bench-a', 'bench-b'] as const;

/** A hall of screens that show titles alone, one for each of these output delays (ms). Returns its config folder. */
export function benchHall(outputDelaysMs: readonly number[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-takes-'));
  const shipped = JSON.parse(readFileSync('config/hall.json', 'utf8')) as z.input<typeof Hall>;
  const [model] = shipped.screens;
  if (model === undefined) throw new Error('the shipped hall has screens');
  const { id: hallId, name, timeZone, languages, floorPlan } = shipped;
  const hall: z.input<typeof Hall> = {
    id: hallId,
    name,
    timeZone,
    languages,
    floorPlan,
    screens: outputDelaysMs.map((outputDelayMs, index) => ({
      ...model,
      id: `s-${index + 1}`,
      number: index + 1,
      widthPx: 1280,
      heightPx: 720,
      rotation: 0,
      outputDelayMs,
      place: { xM: 1 + (index % 10) * 2, yM: 1 + Math.floor(index / 10) * 2 },
    })),
    surfaces: [],
    zones: [],
    soundOutputs: [],
    openingHours: { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] },
  };
  const write = (path: string, value: unknown): void => writeFileSync(join(folder, path), JSON.stringify(value));
  for (const part of ['scenes', 'shows', 'rules']) mkdirSync(join(folder, part), { recursive: true });
  cpSync('config/media/content/chronicle.json', join(folder, 'media/content/chronicle.json'));
  write('hall.json', hall);
  for (const id of scenes) {
    const title = { kk: id, ru: id, en: id };
    write(`scenes/${id}.json`, { id, type: 'title', title, params: { title, figure: 'none' } });
  }
  const title = { en: 'Ambient', kk: 'Ambient', ru: 'Ambient' };
  const cues = [{ id: 'always', title, parts: [{ targets: 'all', scene: scenes[0] }] }];
  write('shows/ambient.json', { id: 'ambient', title, listed: false, cues });
  write('rules/ambient.json', {
    id: 'ambient',
    show: 'ambient',
    layer: 'ambient',
    when: { always: true },
    targets: 'all',
  });
  return folder;
}
