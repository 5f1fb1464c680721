/** The page in which the carved wall is lit and photographed; driven by bake.ts. */
import { groupFrame, groupLamp, type ReliefLight } from '#shared/scenes/relief-light.ts';
import type { ReliefGroup, ReliefWall } from '#shared/scenes/relief-wall.ts';
import { decodeField, type StoneField } from '../../../displays/scenes/relief/field-codec.ts';
import { StoneRenderer } from '../../../displays/scenes/relief/stone/stone-renderer.ts';
import { finest } from '../../../displays/scenes/relief/stone/texture-reads.ts';

export interface Studio {
  /** The whole wall under a light, WebP as base64. */
  wall(light: ReliefLight, quality: number): Promise<string>;
  /** What the light of a group reaches, fading out to its edges. */
  group(light: ReliefLight, group: ReliefGroup, quality: number): Promise<string>;
  /** The figures of a group as a mask of light, at half size. */
  mask(group: ReliefGroup, quality: number): Promise<string>;
}

declare global {
  interface Window {
    openStudio(wall: ReliefWall, fieldUrl: string): Promise<void>;
    studio: Studio;
  }
}

window.openStudio = async (wall, fieldUrl) => {
  const field = await decodeField(await (await fetch(fieldUrl)).arrayBuffer());
  const canvas = new OffscreenCanvas(wall.widthPx, wall.heightPx);
  const gl = canvas.getContext('webgl2', { preserveDrawingBuffer: true, antialias: false, alpha: false });
  if (gl === null) throw new Error('this browser has no WebGL2; the bake needs --enable-unsafe-swiftshader');
  const whole = { x: 0, y: 0, width: wall.widthPx, height: wall.heightPx };
  const renderer = new StoneRenderer(gl, field, { view: whole, wall, quality: finest });
  const photograph = (light: ReliefLight, x: number, width: number): OffscreenCanvasRenderingContext2D => {
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(x, 0, width, wall.heightPx);
    renderer.draw(light);
    renderer.finish();
    const print = paper(width, wall.heightPx);
    print.drawImage(canvas, -x, 0);
    return print;
  };
  window.studio = {
    wall: (light, quality) => encode(photograph(light, 0, wall.widthPx), quality),
    group(light, group, quality) {
      const { x, width } = groupFrame(wall, group);
      const print = photograph(light, x, width);
      fade(print, (px, py) => reach(wall, group, x + px, py));
      return encode(print, quality);
    },
    mask: (group, quality) => encode(figures(wall, field, group), quality),
  };
};

function paper(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const print = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (print === null) throw new Error('no 2D canvas');
  return print;
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** How much of a group's light arrives at a place on the wall, 0…1; 0 at the edges of its frame. */
function reach(wall: ReliefWall, group: ReliefGroup, x: number, y: number): number {
  const { radiusPx } = groupLamp(group, 0.5);
  const middle = (group.fromX + group.untilX) / 2;
  const away = Math.hypot(x - middle, (y - group.focusY) * 0.72) / radiusPx;
  const frame = groupFrame(wall, group);
  const left = frame.x === 0 ? 1 : smoothstep(0, 60, x - frame.x);
  const right = frame.x + frame.width === wall.widthPx ? 1 : smoothstep(0, 60, frame.x + frame.width - x);
  return smoothstep(0.02, 0.17, Math.exp(-1.25 * away * away)) * left * right;
}

function fade(print: OffscreenCanvasRenderingContext2D, share: (x: number, y: number) => number): void {
  const { width, height } = print.canvas;
  const image = print.getImageData(0, 0, width, height);
  for (let i = 0; i < width * height; i++) {
    image.data[i * 4 + 3] = Math.round(255 * share(i % width, Math.floor(i / width)));
  }
  print.putImageData(image, 0, 0);
}

function figures(wall: ReliefWall, field: StoneField, group: ReliefGroup): OffscreenCanvasRenderingContext2D {
  const frame = groupFrame(wall, group);
  const [width, height] = [Math.round(frame.width / 2), Math.round(wall.heightPx / 2)];
  const print = paper(width, height);
  const image = print.createImageData(width, height);
  const { radiusPx } = groupLamp(group, 0.5);
  const middle = (group.fromX + group.untilX) / 2;
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [frame.x + (i % width) * 2, Math.floor(i / width) * 2];
    const figure = smoothstep(0.45, 0.75, (field.finish[y * field.width + x] ?? 0) / 255);
    const gold = (field.gold[y * field.width + x] ?? 0) / 255;
    const away = Math.hypot(x - middle, (y - group.focusY) * 0.72) / radiusPx;
    const inside = Math.exp(-1.6 * away * away) * reach(wall, group, x, y);
    const tone = [group.colour[0], group.colour[1] * (1 - 0.12 * gold), group.colour[2] * (1 - 0.5 * gold)];
    for (const [channel, value] of tone.entries()) image.data[i * 4 + channel] = Math.round(255 * Math.sqrt(value));
    image.data[i * 4 + 3] = Math.round(255 * inside * (0.16 + 0.84 * figure));
  }
  print.putImageData(image, 0, 0);
  return print;
}

async function encode(print: OffscreenCanvasRenderingContext2D, quality: number): Promise<string> {
  const blob = await print.canvas.convertToBlob({ type: 'image/webp', quality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return bytes.toBase64();
}
