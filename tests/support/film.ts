import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** A film made by ffmpeg for a test, as a path that the preview server serves. */
export interface Film {
  readonly fps: number;
  readonly seconds: number;
  readonly width?: number;
  readonly height?: number;
  readonly sound?: boolean;
}

export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

/** Makes the film unless an earlier test has; H.264, as museums deliver it, or VP9. */
export function makeFilm(film: Film, codec: 'h264' | 'vp9' = 'h264'): string {
  const { fps, seconds, width = 1280, height = 720, sound = false } = film;
  const folder = join(import.meta.dirname, '../../.cache/films');
  const name = `${codec}-${fps}fps-${seconds}s-${width}x${height}${sound ? '-sound' : ''}.${codec === 'vp9' ? 'webm' : 'mp4'}`;
  const url = `/.cache/films/${name}`;
  const path = join(folder, name);
  if (existsSync(path)) return url;
  mkdirSync(folder, { recursive: true });
  const picture = ['-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}:rate=${fps}:duration=${seconds}`];
  const voice = sound ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`] : [];
  const coded =
    codec === 'vp9'
      ? ['-c:v', 'libvpx-vp9', '-b:v', '800k', '-deadline', 'realtime', '-cpu-used', '8', '-g', String(fps)]
      : ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', String(fps)];
  const half = join(folder, `half-${process.pid}-${name}`);
  const made = spawnSync('ffmpeg', ['-y', '-loglevel', 'error', ...picture, ...voice, ...coded, '-shortest', half], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`ffmpeg made no film: ${made.stderr}`);
  renameSync(half, path);
  return url;
}
