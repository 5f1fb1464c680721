import type { ReliefLamp, ReliefLight } from '#shared/scenes/relief-light.ts';
import type { StoneField } from '../field-codec.ts';
import {
  createTarget,
  createTexture,
  deleteTarget,
  float,
  list,
  Pass,
  sampler,
  type Target,
  type Texels,
  type Uniform,
} from './gl-pass.ts';
import { blur, light, occlude, paint, roughen, shadow, slope, vertexShader } from './shaders.ts';
import { finest, type StoneQuality } from './texture-reads.ts';

/** A part of the wall, px. */
export interface WallRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StoneView {
  /** The part of the wall that the canvas shows. */
  readonly view: WallRect;
  readonly wall: { readonly widthPx: number; readonly heightPx: number };
  readonly quality?: StoneQuality;
}

/** Shadows fall in from beside the view, px. */
const marginPx = 264;

/**
 * Draws the carved wall under a light into a canvas. What does not change with the light (grain, slope, open sky,
 * colour) is made once at the start. Throws when the machine cannot; call {@link StoneRenderer.dispose} at the end.
 */
export class StoneRenderer {
  readonly #gl: WebGL2RenderingContext;
  readonly #view: WallRect;
  readonly #region: WallRect;
  readonly #wall: StoneView['wall'];
  readonly #quality: StoneQuality;
  readonly #lightPass: Pass;
  readonly #shadowPass: Pass;
  readonly #masks: WebGLTexture;
  readonly #shape: Target;
  readonly #stone: Target;
  readonly #glow: Target;
  readonly #shadows: Target;
  readonly #corners: WebGLBuffer;

  constructor(gl: WebGL2RenderingContext, field: StoneField, { view, wall, quality = finest }: StoneView) {
    if (gl.getExtension('EXT_color_buffer_float') === null || gl.getExtension('OES_texture_float_linear') === null) {
      throw new Error('no float textures');
    }
    this.#gl = gl;
    this.#view = view;
    this.#wall = wall;
    this.#quality = quality;
    this.#region = withMargin(view, field);
    this.#corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#corners);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    this.#lightPass = new Pass(gl, vertexShader, light);
    this.#shadowPass = new Pass(gl, vertexShader, shadow(quality.steps));
    const { width, height } = this.#region;
    const small = quality.shadowPx;
    this.#masks = createTexture(gl, width, height, { ...bytes(gl, 3), data: masksOf(field, this.#region) });
    this.#shape = createTarget(gl, width, height, half(gl));
    this.#stone = createTarget(gl, width, height, bytes(gl, 4));
    this.#glow = createTarget(gl, Math.ceil(width / 4), Math.ceil(height / 4), bytes(gl, 4));
    this.#shadows = createTarget(gl, Math.ceil(width / small), Math.ceil(height / small), bytes(gl, 2));
    this.#prepare(field);
  }

  /** Draws one frame. */
  draw(by: ReliefLight): void {
    const lampUniforms = lampsOf(by);
    this.#shadowPass.draw(this.#shadows, {
      ...this.#onto(this.#quality.shadowPx),
      ...lampUniforms,
      shape: sampler(this.#shape.texture),
    });
    const { width, height } = this.#view;
    this.#lightPass.draw(
      { frame: null, width, height },
      {
        ...this.#onto(1, this.#view),
        flipHeight: float(height),
        ...lampUniforms,
        shape: sampler(this.#shape.texture),
        stone: sampler(this.#stone.texture),
        glow: sampler(this.#glow.texture),
        masks: sampler(this.#masks),
        shadows: sampler(this.#shadows.texture),
        sky: float(by.sky),
        wash: float(by.wash),
        goldGlow: float(by.goldGlow),
        wallWidth: float(this.#wall.widthPx),
        wallHeight: float(this.#wall.heightPx),
        shadowTexel: float(this.#quality.shadowPx),
      },
    );
  }

  /** Waits until the machine has really drawn: one pixel is read back. */
  finish(): void {
    const gl = this.#gl;
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  dispose(): void {
    const gl = this.#gl;
    for (const target of [this.#shape, this.#stone, this.#glow, this.#shadows]) deleteTarget(gl, target);
    gl.deleteTexture(this.#masks);
    gl.deleteBuffer(this.#corners);
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #onto(scale: number, start: { x: number; y: number } = this.#region): Record<string, Uniform> {
    const { x, y, width, height } = this.#region;
    return {
      region: float(x, y),
      regionSize: float(width, height),
      viewStart: float(start.x, start.y),
      viewScale: float(scale),
      flipHeight: float(0),
    };
  }

  #prepare(field: StoneField): void {
    const gl = this.#gl;
    const { width, height } = this.#region;
    const pass = (fragment: string): Pass => new Pass(gl, vertexShader, fragment);
    const carved = createTexture(gl, width, height, { ...single(gl), data: heightsOf(field, this.#region) });
    const rough = createTarget(gl, width, height, single(gl));
    const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
    const open = createTarget(gl, halfWidth, halfHeight, half(gl));
    const between = createTarget(gl, halfWidth, halfHeight, half(gl));
    const masks = sampler(this.#masks);
    pass(roughen).draw(rough, { ...this.#onto(1), field: sampler(carved), masks });
    pass(occlude).draw(open, { ...this.#onto(2), rough: sampler(rough.texture) });
    const soften = pass(blur);
    soften.draw(between, { ...this.#onto(2), source: sampler(open.texture), along: float(0.9, 0) });
    soften.draw(open, { ...this.#onto(2), source: sampler(between.texture), along: float(0, 0.9) });
    pass(slope).draw(this.#shape, { ...this.#onto(1), rough: sampler(rough.texture), open: sampler(open.texture) });
    pass(paint).draw(this.#stone, { ...this.#onto(1), masks, open: sampler(open.texture) });
    const wide = createTarget(gl, this.#glow.width, this.#glow.height, bytes(gl, 4));
    soften.draw(wide, { ...this.#onto(4), source: masks, along: float(7, 0) });
    soften.draw(this.#glow, { ...this.#onto(4), source: sampler(wide.texture), along: float(0, 7) });
    gl.deleteTexture(carved);
    for (const target of [rough, open, between, wide]) deleteTarget(gl, target);
  }
}

function lampsOf({ key, counter, crown, rise }: ReliefLight): Record<string, Uniform> {
  const lamps: readonly ReliefLamp[] = [key, counter, crown];
  return {
    lampAt: list(
      3,
      lamps.flatMap(({ position }) => position),
    ),
    lampColour: list(
      4,
      lamps.flatMap(({ colour, intensity }) => [...colour, intensity]),
    ),
    lampRadius: list(
      1,
      lamps.map(({ radiusPx }) => radiusPx),
    ),
    lampTarget: list(
      2,
      lamps.flatMap(({ target }) => target),
    ),
    rise: float(rise.inside, rise.outside, rise.fromX, rise.untilX),
  };
}

function withMargin(view: WallRect, field: StoneField): WallRect {
  const x = Math.max(0, Math.floor(view.x) - marginPx);
  const y = Math.max(0, Math.floor(view.y) - marginPx);
  return {
    x,
    y,
    width: Math.min(field.width, Math.ceil(view.x + view.width) + marginPx) - x,
    height: Math.min(field.height, Math.ceil(view.y + view.height) + marginPx) - y,
  };
}

function heightsOf(field: StoneField, { x, y, width, height }: WallRect): Float32Array<ArrayBuffer> {
  const out = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * field.width + x;
    out.set(field.relief.subarray(from, from + width), row * width);
  }
  return out;
}

function masksOf(field: StoneField, { x, y, width, height }: WallRect): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const from = (y + Math.floor(i / width)) * field.width + x + (i % width);
    out[i * 3] = field.gold[from] ?? 0;
    out[i * 3 + 1] = field.finish[from] ?? 0;
    out[i * 3 + 2] = field.tint[from] ?? 128;
  }
  return out;
}

const single = (gl: WebGL2RenderingContext): Texels => ({ internal: gl.R32F, format: gl.RED, type: gl.FLOAT });
const half = (gl: WebGL2RenderingContext): Texels => ({
  internal: gl.RGBA16F,
  format: gl.RGBA,
  type: gl.HALF_FLOAT,
});
function bytes(gl: WebGL2RenderingContext, channels: 2 | 3 | 4): Texels {
  switch (channels) {
    case 2:
      return { internal: gl.RG8, format: gl.RG, type: gl.UNSIGNED_BYTE };
    case 3:
      return { internal: gl.RGB8, format: gl.RGB, type: gl.UNSIGNED_BYTE };
    case 4:
      return { internal: gl.RGBA8, format: gl.RGBA, type: gl.UNSIGNED_BYTE };
  }
}
