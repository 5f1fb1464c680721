import { execFile } from 'node:child_process';
import { readdir, readFile, statfs, writeFile } from 'node:fs/promises';
import { cpus, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HostReport } from '#shared/host-report.ts';

const run = promisify(execFile);

/** What the machine says of itself, and what it can be made to do. Linux; what is missing is null or refused. */
export interface Machine {
  facts(): Promise<Pick<HostReport, 'cpu' | 'memory' | 'temperatureC' | 'disk' | 'uptimeS' | 'can'>>;
  /** 0 to 1, of the displays that this player has. Rejects where the machine has no backlight that may be set. */
  setBrightness(level: number): Promise<void>;
  setVolume(level: number): Promise<void>;
  reboot(): Promise<void>;
}

/** @param backlight the folder of this player's display; null: it has every display of the machine. */
export function thisMachine(dataDir: string, backlight: string | null, all = '/sys/class/backlight'): Machine {
  const backlights = async (): Promise<readonly string[]> => {
    const folders = backlight === null ? (await namesIn(all)).map((name) => join(all, name)) : [backlight];
    const found = await Promise.all(folders.map(async (folder) => (await namesIn(folder)).includes('max_brightness')));
    return folders.filter((_folder, index) => found[index]);
  };
  let before = times();
  return {
    async facts() {
      const now = times();
      const spent = { busy: now.busy - before.busy, all: now.all - before.all };
      before = now;
      const [disk, available, temperatureC, can] = await Promise.all([
        statfs(dataDir),
        availableBytes(),
        hottest(),
        abilities((await backlights()).length > 0),
      ]);
      return {
        cpu: spent.all <= 0 ? 0 : Math.min(1, Math.max(0, spent.busy / spent.all)),
        memory: { usedBytes: Math.max(0, totalmem() - available), totalBytes: totalmem() },
        temperatureC,
        disk: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
        uptimeS: uptime(),
        can,
      };
    },
    async setBrightness(level) {
      const folders = await backlights();
      if (folders.length === 0) throw new Error('its display has no backlight that this machine can set');
      for (const folder of folders) {
        const most = Number(await readFile(join(folder, 'max_brightness'), 'utf8'));
        await writeFile(join(folder, 'brightness'), String(Math.round(level * most)));
      }
    },
    async setVolume(level) {
      const percent = `${Math.round(level * 100)}%`;
      // PipeWire where it is there, plain ALSA elsewhere.
      await run('wpctl', ['set-volume', '@DEFAULT_AUDIO_SINK@', percent]).catch(() =>
        run('amixer', ['-q', 'sset', 'Master', percent]),
      );
    },
    async reboot() {
      await run('systemctl', ['reboot']);
    },
  };
}

function times(): { readonly busy: number; readonly all: number } {
  const sums = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({
    busy: user + nice + sys + irq,
    all: user + nice + sys + irq + idle,
  }));
  return sums.reduce((a, b) => ({ busy: a.busy + b.busy, all: a.all + b.all }), { busy: 0, all: 0 });
}

/** What programs can still have; the kernel's own word, since free memory alone is always little. */
async function availableBytes(): Promise<number> {
  const found = /^MemAvailable:\s+(\d+) kB/m.exec(await readFile('/proc/meminfo', 'utf8').catch(() => ''));
  return found === null ? 0 : Number(found[1]) * 1024;
}

async function hottest(): Promise<number | null> {
  const root = '/sys/class/thermal';
  const zones = (await namesIn(root)).filter((name) => name.startsWith('thermal_zone'));
  const read = await Promise.all(zones.map((zone) => readFile(`${root}/${zone}/temp`, 'utf8').catch(() => '')));
  const degrees = read.map((text) => Number(text) / 1000).filter((value) => value > 0 && value < 150);
  return degrees.length === 0 ? null : Math.max(...degrees);
}

async function abilities(hasBacklight: boolean): Promise<HostReport['can']> {
  const hasSound = await Promise.any([run('wpctl', ['--version']), run('amixer', ['--version'])]).then(
    () => true,
    () => false,
  );
  const hasSystemd = await run('systemctl', ['--version']).then(
    () => true,
    () => false,
  );
  return [
    ...(hasBacklight ? (['brightness'] as const) : []),
    ...(hasSound ? (['volume'] as const) : []),
    ...(hasSystemd ? (['reboot'] as const) : []),
  ];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
