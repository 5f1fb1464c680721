import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Field } from './carve.ts';

/** A run of text, or a path, to be cut; sizes in px. */
export type Drawing =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly sizePx: number;
      readonly weight: number;
      readonly marginPx: number;
    }
  | { readonly kind: 'path'; readonly d: string; readonly widthPx: number; readonly heightPx: number };

export interface Drawn {
  readonly mask: Field;
  /** Pen position and advance of a text; zero for a path. */
  readonly originPx: number;
  readonly baselinePx: number;
  readonly advancePx: number;
  /** Height of the letters above the baseline. */
  readonly ascentPx: number;
}

const root = join(import.meta.dirname, '../..');
const fontFolder = join(root, 'node_modules/@fontsource-variable/piazzolla/files');

/** A page that can draw in the display face, and that turns pixels into WebP. */
export interface Studio {
  draw(drawing: Drawing): Promise<Drawn>;
  grain(file: string): Promise<Field>;
  encode(rgba: Uint8ClampedArray, width: number, height: number, quality: number): Promise<Buffer>;
}

export async function openStudio(browser: Browser): Promise<Studio> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html>');
  for (const subset of ['latin', 'cyrillic', 'cyrillic-ext']) {
    const file = await readFile(join(fontFolder, `piazzolla-${subset}-standard-normal.woff2`));
    await addFace(page, `piazzolla-${subset}`, file.toString('base64'));
  }
  return {
    draw: (drawing) => draw(page, drawing),
    grain: (file) => grain(page, file),
    encode: (rgba, width, height, quality) => encode(page, rgba, width, height, quality),
  };
}

async function addFace(page: Page, family: string, base64: string): Promise<void> {
  await page.evaluate(
    async ([name, data]) => {
      const face = new FontFace(name, `url(data:font/woff2;base64,${data})`, { weight: '100 900' });
      document.fonts.add(await face.load());
    },
    [family, base64] as const,
  );
}

async function draw(page: Page, drawing: Drawing): Promise<Drawn> {
  const drawn = await page.evaluate((given) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');
    let origin = 0;
    let baseline = 0;
    let advance = 0;
    let ascent = 0;
    if (given.kind === 'text') {
      const font = `${given.weight} ${given.sizePx}px piazzolla-cyrillic-ext, piazzolla-cyrillic, piazzolla-latin`;
      context.font = font;
      const measured = context.measureText(given.text);
      const left = Math.ceil(measured.actualBoundingBoxLeft);
      ascent = Math.ceil(measured.actualBoundingBoxAscent);
      origin = given.marginPx + left;
      baseline = given.marginPx + ascent;
      advance = measured.width;
      canvas.width = origin + Math.ceil(measured.actualBoundingBoxRight) + given.marginPx;
      canvas.height = baseline + Math.ceil(measured.actualBoundingBoxDescent) + given.marginPx;
      context.font = font;
      context.fillText(given.text, origin, baseline);
    } else {
      canvas.width = given.widthPx;
      canvas.height = given.heightPx;
      const outline = new Path2D(given.d);
      context.clip(outline, 'evenodd');
      context.fillRect(0, 0, given.widthPx, given.heightPx);
    }
    const { width, height } = canvas;
    const { data } = context.getImageData(0, 0, width, height);
    const alpha: string[] = [];
    for (let at = 3; at < data.length; at += 4) alpha.push(String.fromCharCode(data[at] ?? 0));
    return { width, height, alpha: btoa(alpha.join('')), origin, baseline, advance, ascent };
  }, drawing);
  const values = Float32Array.from(Buffer.from(drawn.alpha, 'base64'), (value) => value / 255);
  return {
    mask: { width: drawn.width, height: drawn.height, values },
    originPx: drawn.origin,
    baselinePx: drawn.baseline,
    advancePx: drawn.advance,
    ascentPx: drawn.ascent,
  };
}

/** A grey picture as −1..1. */
async function grain(page: Page, file: string): Promise<Field> {
  const base64 = (await readFile(file)).toString('base64');
  const read = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    const grey: string[] = [];
    for (let at = 0; at < pixels.length; at += 4) grey.push(String.fromCharCode(pixels[at] ?? 0));
    return { width: image.width, height: image.height, grey: btoa(grey.join('')) };
  }, base64);
  const values = Float32Array.from(Buffer.from(read.grey, 'base64'), (value) => value / 128 - 1);
  return { width: read.width, height: read.height, values };
}

async function encode(
  page: Page,
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  quality: number,
): Promise<Buffer> {
  const base64 = await page.evaluate(
    ({ data, w, h, q }) => {
      const canvas = document.createElement('canvas');
      canvas.width = w;
      canvas.height = h;
      const bytes = Uint8ClampedArray.from(atob(data), (character) => character.charCodeAt(0));
      canvas.getContext('2d')?.putImageData(new ImageData(bytes, w, h), 0, 0);
      return canvas.toDataURL('image/webp', q).replace(/^data:image\/webp;base64,/, '');
    },
    {
      data: Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength).toString('base64'),
      w: width,
      h: height,
      q: quality,
    },
  );
  return Buffer.from(base64, 'base64');
}
