import type { SceneContext } from '#shared/scene-context.ts';
import { groupLight, type ReliefLight } from '#shared/scenes/relief-light.ts';
import type { ReliefStage } from '#shared/scenes/relief-times.ts';
import { stoneData } from '#shared/scenes/relief.ts';
import { decodeField, type StoneField } from './field-codec.ts';
import { StoneRenderer } from './stone/stone-renderer.ts';
import { live, textureReads } from './stone/texture-reads.ts';

/** The stone lit by the graphics card. */
export interface LiveLight {
  draw(light: ReliefLight): void;
  /** Resolves when the card takes the picture away (driver reset, memory); never after `dispose()`. */
  readonly lost: Promise<void>;
  dispose(): void;
}

export type Verdict =
  | { readonly kind: 'shader'; readonly light: LiveLight; readonly why: string }
  | { readonly kind: 'pictures'; readonly why: string };

/** A frame may take this long, measured; a wall at 60 Hz has 16.7 ms, and other work. */
const frameLimitMs = 10;
/** A first frame slower than this says enough: no second one is drawn. */
const hopelessMs = 60;
const software = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe/i;
const memory = 'shanyraq.relief.light';

const pictures = (why: string): Verdict => ({ kind: 'pictures', why });

/**
 * Decides by measurement whether this machine lights the stone itself: once per session, since a slow attempt stalls
 * the wall for a moment. A page that died in its attempt finds the mark it left, and takes the pictures.
 */
export async function liveLight(
  canvas: HTMLCanvasElement,
  stage: ReliefStage,
  context: SceneContext,
): Promise<Verdict> {
  if (stage.params.ground === 'carved') return pictures('a carved wall takes masks');
  if (context.quality === 'light') return pictures('light quality');
  const known = recall();
  if (known !== null && known !== 'shader') return pictures(known);
  const gl = canvas.getContext('webgl2', { antialias: false, alpha: false, powerPreference: 'high-performance' });
  if (gl === null) return pictures('no WebGL2');
  const card = cardOf(gl);
  if (software.test(card)) return pictures(`drawn in software (${card})`);
  try {
    const field = await fetchField(context.mediaUrl(stoneData(stage.params)));
    if (known === null) remember('an earlier attempt did not end');
    return measure(gl, canvas, field, stage, context, card);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    remember(why);
    return pictures(why);
  }
}

async function fetchField(url: string): Promise<StoneField> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the stone ${url} cannot be fetched (${response.status})`);
  return decodeField(await response.arrayBuffer());
}

function measure(
  gl: WebGL2RenderingContext,
  canvas: HTMLCanvasElement,
  field: StoneField,
  { wall, groups }: ReliefStage,
  context: SceneContext,
  card: string,
): Verdict {
  const scale = wall.widthPx / context.canvas.width;
  const { x, y, width, height } = context.viewport;
  const view = { x: x * scale, y: y * scale, width: Math.round(width * scale), height: Math.round(height * scale) };
  canvas.width = view.width;
  canvas.height = view.height;
  for (const [side, px] of [
    ['left', x],
    ['top', y],
    ['width', width],
    ['height', height],
  ] as const) {
    canvas.style[side] = `${px}px`;
  }
  const renderer = new StoneRenderer(gl, field, { view, wall, quality: live });
  const [group] = groups;
  if (group === undefined) throw new Error('a relief without groups');
  const frame = (): number => {
    const startedMs = performance.now();
    renderer.draw(groupLight(wall, group, 0.5, 1));
    renderer.finish();
    return performance.now() - startedMs;
  };
  renderer.finish();
  const firstMs = frame();
  const frameMs = firstMs > hopelessMs ? firstMs : frame();
  if (frameMs > frameLimitMs) {
    renderer.dispose();
    const why = `${frameMs.toFixed(0)} ms a frame on ${card}`;
    remember(why);
    return pictures(why);
  }
  remember('shader');
  canvas.hidden = false;
  const reads = (textureReads(view.width, view.height, live) / 1e6).toFixed(0);
  return {
    kind: 'shader',
    why: `${frameMs.toFixed(1)} ms a frame, at most ${reads} million texture reads, on ${card}`,
    light: alive(canvas, renderer),
  };
}

function alive(canvas: HTMLCanvasElement, renderer: StoneRenderer): LiveLight {
  let disposed = false;
  const lost = new Promise<void>((resolve) => {
    canvas.addEventListener('webglcontextlost', () => {
      if (disposed) return;
      remember('the graphics card gave up');
      resolve();
    });
  });
  return {
    draw: (light) => renderer.draw(light),
    lost,
    dispose() {
      disposed = true;
      renderer.dispose();
    },
  };
}

function cardOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
}

/** Storage may be closed to this page; then each mounting measures anew. */
function recall(): string | null {
  try {
    return sessionStorage.getItem(memory);
  } catch {
    return null;
  }
}

function remember(verdict: string): void {
  try {
    sessionStorage.setItem(memory, verdict);
  } catch (cause) {
    console.warn('the relief cannot remember how it is lit', cause);
  }
}
