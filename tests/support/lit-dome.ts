import type { ReliefLight } from '#shared/scenes/relief-light.ts';
import type { StoneField } from '../../displays/scenes/relief/field-codec.ts';
import { StoneRenderer } from '../../displays/scenes/relief/stone/stone-renderer.ts';
import { live } from '../../displays/scenes/relief/stone/texture-reads.ts';

declare global {
  interface Window {
    litDome: typeof litDome;
  }
}

/** Lights a dome in the middle of a plain and returns the mean brightness of places on the wall. For a page to load. */
function litDome(light: ReliefLight, w: number, h: number): Record<string, number> {
  const plane = (value: number) => new Uint8Array(w * h).fill(value);
  const field: StoneField = {
    width: w,
    height: h,
    relief: Float32Array.from({ length: w * h }, (_, i) => {
      const away = Math.hypot((i % w) - w / 2, Math.floor(i / w) - h / 2);
      return away < 30 ? Math.sqrt(900 - away * away) * 0.8 : 0;
    }),
    gold: plane(0),
    finish: plane(255),
    tint: plane(128),
  };
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const gl = canvas.getContext('webgl2', { preserveDrawingBuffer: true, alpha: false });
  if (gl === null) throw new Error('no WebGL2');
  const renderer = new StoneRenderer(gl, field, {
    view: { x: 0, y: 0, width: w, height: h },
    wall: { widthPx: w, heightPx: h },
    quality: live,
  });
  renderer.draw(light);
  renderer.finish();
  const mean = (x: number, y: number): number => {
    const pixels = new Uint8Array(12 * 12 * 4);
    gl.readPixels(x - 6, h - y - 6, 12, 12, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return pixels.filter((_, i) => i % 4 === 0).reduce((sum, value) => sum + value, 0) / 144;
  };
  const places = {
    leftFlank: mean(142, 80),
    rightFlank: mean(178, 80),
    leftGround: mean(121, 80),
    rightGround: mean(199, 80),
  };
  renderer.dispose();
  return places;
}

window.litDome = litDome;
