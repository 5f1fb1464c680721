import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * What a player host finds on a machine of its own: a display whose backlight may be set, and the programs that it calls
 * for the sound and to reboot. The machine that plays the test has to keep its own.
 */
export interface PlayerMachine {
  readonly env: Readonly<Record<string, string>>;
  readonly backlight: string;
  /** 0 to {@link mostBrightness}, as the display is told. */
  brightness(): number;
  /** What the programs were called with, in order. */
  called(): readonly string[];
  remove(): void;
}

export const mostBrightness = 200;

/** A reboot cuts whoever asked for it, its browser too, as a machine does that goes down; nothing starts it again. */
const programs = {
  wpctl: 'echo "wpctl $*" >> "$said"',
  systemctl: 'echo "systemctl $*" >> "$said"; [ "$1" = reboot ] && kill -KILL 0; exit 0',
};

export function layOutMachine(): PlayerMachine {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-machine-'));
  const [bin, backlight, said] = ['bin', 'backlight', 'said'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const inside of [bin, backlight]) mkdirSync(inside);
  writeFileSync(join(backlight, 'max_brightness'), `${mostBrightness}\n`);
  writeFileSync(join(backlight, 'brightness'), '0');
  for (const [name, does] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\nsaid=${said}\n${does}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return {
    env: { PATH: `${bin}${delimiter}${process.env['PATH']}` },
    backlight,
    brightness: () => Number(readFileSync(join(backlight, 'brightness'), 'utf8')),
    called: () => (existsSync(said) ? readFileSync(said, 'utf8').split('\n').filter(Boolean) : []),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
