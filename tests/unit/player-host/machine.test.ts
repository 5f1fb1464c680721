import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thisMachine } from '../../../player-host/machine.ts';

describe('a player’s machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-machine-'));
  const backlights = join(folder, 'backlight');
  const said = join(folder, 'said');
  const path = process.env['PATH'];

  beforeAll(() => {
    for (const [name, most] of [
      ['panel', '255'],
      ['other', '1000'],
    ] as const) {
      mkdirSync(join(backlights, name), { recursive: true });
      writeFileSync(join(backlights, name, 'max_brightness'), `${most}\n`);
      writeFileSync(join(backlights, name, 'brightness'), '0');
    }
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/wpctl'), `#!/bin/sh\necho "$@" >> ${said}\n`);
    chmodSync(join(folder, 'bin/wpctl'), 0o755);
    process.env['PATH'] = `${join(folder, 'bin')}${delimiter}${path}`;
  });
  afterAll(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true });
  });

  it('sets every backlight in its own measure', async () => {
    await thisMachine(folder, null, backlights).setBrightness(0.5);
    expect(readFileSync(join(backlights, 'panel/brightness'), 'utf8')).toBe('128');
    expect(readFileSync(join(backlights, 'other/brightness'), 'utf8')).toBe('500');
  });

  it('sets the one of its own display alone, where that is named', async () => {
    const brightness = (name: string): string => readFileSync(join(backlights, name, 'brightness'), 'utf8');
    const before = brightness('other');
    await thisMachine(folder, join(backlights, 'panel'), backlights).setBrightness(1);
    expect([brightness('panel'), brightness('other')]).toEqual(['255', before]);
  });

  it('says so where there is none to set', async () => {
    await expect(thisMachine(folder, null, join(folder, 'none')).setBrightness(0.5)).rejects.toThrow(/no backlight/);
  });

  it('says so too where the one that is named is not there', async () => {
    const machine = thisMachine(folder, join(backlights, 'gone'), backlights);
    await expect(machine.setBrightness(0.5)).rejects.toThrow(/no backlight/);
    expect((await machine.facts()).can).not.toContain('brightness');
  });

  it('sets the volume of the output that is in use', async () => {
    await thisMachine(folder, null, backlights).setVolume(0.35);
    expect(readFileSync(said, 'utf8')).toContain('set-volume @DEFAULT_AUDIO_SINK@ 35%');
  });

  it('says what it can do, and how it is', async () => {
    const facts = await thisMachine(folder, null, backlights).facts();
    expect(facts.can).toEqual(expect.arrayContaining(['brightness', 'volume']));
    expect(facts.memory.usedBytes).toBeLessThan(facts.memory.totalBytes);
    expect(facts.disk.freeBytes).toBeLessThanOrEqual(facts.disk.totalBytes);
  });
});
