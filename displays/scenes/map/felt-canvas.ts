import { setTransform } from '../../look/style.ts';
import type { Camera } from './camera.ts';
import { feltTexture, paintFelt } from './felt.ts';
import type { Land } from './land.ts';
import { field } from './layout.ts';

interface Painted {
  readonly land: Land;
  readonly camera: Camera;
  readonly pixels: number;
}

/**
 * The felt, painted once per borders and kept; while a hand moves the map the painted picture is moved and scaled,
 * and painted anew where it comes to rest.
 */
export class FeltCanvas {
  #texture: HTMLCanvasElement | undefined;
  #shown: Painted | undefined;
  /** Pictures of the whole country, by their outlines: names and cities change more often than borders. */
  readonly #kept = new Map<string, HTMLCanvasElement>();

  /** Paints what is not there yet; free when nothing changed. */
  paint(canvas: HTMLCanvasElement, land: Land, camera: Camera, pixels: number): void {
    const shown = this.#shown;
    const isSame = shown?.land === land && shown.pixels === pixels && isEqual(shown.camera, camera);
    if (isSame) return;
    this.#texture ??= feltTexture();
    const key = `${land.pieces.map(({ id }) => id).join(' ')} ${pixels}`;
    const isWhole = camera.scale === 1;
    const kept = isWhole ? this.#kept.get(key) : undefined;
    const source = kept ?? document.createElement('canvas');
    if (kept === undefined) paintFelt(source, { land, camera, field, pixels, texture: this.#texture });
    if (isWhole) this.#kept.set(key, source);
    canvas.width = source.width;
    canvas.height = source.height;
    canvas.getContext('2d')?.drawImage(source, 0, 0);
    this.#shown = { land, camera, pixels };
    setTransform(canvas, 'none');
  }

  /** Lays the painted picture where the camera looks now. */
  follow(canvas: HTMLCanvasElement | null, camera: Camera): void {
    const shown = this.#shown?.camera;
    if (canvas === null || shown === undefined) return;
    if (isEqual(shown, camera)) return setTransform(canvas, 'none');
    const scale = camera.scale / shown.scale;
    // Percentages of the canvas, which is as large as the field.
    const x = ((shown.x - camera.x) * camera.scale * 100) / field.width;
    const y = ((shown.y - camera.y) * camera.scale * 100) / field.height;
    setTransform(canvas, `translate(${x.toFixed(3)}%, ${y.toFixed(3)}%) scale(${scale.toFixed(4)})`);
  }
}

function isEqual(a: Camera, b: Camera): boolean {
  return a.scale === b.scale && a.x === b.x && a.y === b.y;
}
