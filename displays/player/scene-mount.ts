import type { Report } from '#shared/report.ts';
import type { SceneContext } from '#shared/scene-context.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { Medium } from '#shared/scene.ts';
import type { Text } from '#shared/text.ts';
import { setOpacity } from '../look/style.ts';
import type { SceneElement } from '../scenes/scene-element.ts';
import { movedTo, type Appearance } from './appearance.ts';
import type { Canvas } from './geometry.ts';
import { FallbackScene } from './fallback-scene.ts';
import { createScene } from './scene-types.ts';

export type MountState =
  | { readonly is: 'fetching' }
  | { readonly is: 'decoding' }
  /** Prepared; its first frame is being drawn, unseen. */
  | { readonly is: 'warming' }
  | { readonly is: 'ready' }
  /** The quiet title stands in for it; `why` is for a technician. */
  | { readonly is: 'failed'; readonly why: string };

export interface MountOptions {
  readonly appearance: Appearance;
  readonly context: SceneContext;
  readonly hallName: Text;
  /** Resolves when the media are on this machine, verified. */
  readonly hold: (media: readonly Medium[]) => Promise<void>;
  /** Calls once, as soon as one of these comes that could not be had until then. Returns its stop. */
  readonly onCame: (media: readonly Medium[], run: () => void) => () => void;
  readonly onView: (view: SceneView) => void;
  readonly onTouch: (topic: string, value: string | number) => void;
  readonly onError: (where: string, what: string) => void;
  /** What was wrong there is so no more: the scene is there, or is not to be shown any longer. */
  readonly onMended: (where: string) => void;
}

/** A scene on the stage, or behind it. It never throws: what goes wrong becomes `failed` and is tried again. */
export interface SceneMount {
  readonly box: HTMLElement;
  readonly content: string;
  state(): MountState;
  seek(positionMs: number): void;
  setContext(context: SceneContext): void;
  setView(view: SceneView): void;
  view(): SceneView;
  /** What the scene last said of its sound. */
  sound(): Report['sound'];
  place(canvas: Canvas): void;
  /** `shown` from bottom to top from 1; `warm` lies under the picture, drawn but unseen; `hidden` costs nothing. */
  setStand(stand: 'warm' | 'hidden' | { readonly order: number; readonly mix: number }): void;
  /** Called at each frame; a warming scene is ready when its first one has been painted. */
  drawn(): void;
  remove(): void;
}

const retry = { firstMs: 5_000, mostMs: 60_000 } as const;

export function createMount(options: MountOptions): SceneMount {
  const { appearance, hold, onCame, onError, onMended } = options;
  const { scene } = appearance;
  const where = `scene ${scene.scene} (${scene.type})`;
  const box = document.createElement('div');
  box.className = 'layer';
  const canvas = document.createElement('div');
  canvas.className = 'canvas';
  box.append(canvas);
  let state: MountState = { is: 'fetching' };
  let warmFrames = 0;
  let element: SceneElement | null = null;
  let { context } = options;
  let view: SceneView = {};
  let sound: Report['sound'] = 'none';
  let isRemoved = false;
  let hasFailed = false;
  let retryMs: number = retry.firstMs;
  /** Ends the wait for another try. */
  let cancel: () => void = () => undefined;

  canvas.addEventListener('scene-view', (event) => options.onView((event as CustomEvent<SceneView>).detail));
  canvas.addEventListener('scene-sound', (event) => {
    sound = (event as CustomEvent<Report['sound']>).detail;
  });
  canvas.addEventListener('scene-touch', (event) => {
    const { topic, value } = (event as CustomEvent<{ topic: string; value: string | number }>).detail;
    options.onTouch(topic, value);
  });

  async function make(): Promise<void> {
    try {
      state = { is: 'fetching' };
      const [made] = await Promise.all([createScene(scene.type, scene.params), hold(scene.media)]);
      if (isRemoved) return;
      state = { is: 'decoding' };
      made.context = context;
      made.view = view;
      // Behind the fallback, where one is shown: it leaves when the scene is there.
      canvas.prepend(made);
      const { positionMs, rate } = movedTo(appearance, context.nowMs());
      await made.prepare({ positionMs, isMoving: rate > 0 && positionMs > 0 });
      if (isRemoved) return;
      made.seek(movedTo(appearance, context.nowMs()).positionMs);
      for (const other of Array.from(canvas.children)) if (other !== made) other.remove();
      element = made;
      state = { is: 'warming' };
      warmFrames = 0;
      mend();
      retryMs = retry.firstMs;
    } catch (error) {
      fail(error);
    }
  }

  function mend(): void {
    if (hasFailed) onMended(where);
    hasFailed = false;
  }

  function fail(error: unknown): void {
    if (isRemoved) return;
    const why = error instanceof Error ? error.message : String(error);
    if (state.is !== 'failed' || state.why !== why) onError(where, why);
    hasFailed = true;
    state = { is: 'failed', why };
    element = null;
    const fallback = new FallbackScene();
    fallback.params = { title: options.hallName };
    fallback.context = context;
    canvas.replaceChildren(fallback);
    void settle(fallback);
    cancel();
    cancel = later(retryMs);
    retryMs = Math.min(retry.mostMs, retryMs * 2);
  }

  /** Another try after a while, or as soon as a medium comes that was missing. */
  function later(ms: number): () => void {
    const again = (): void => {
      cancel();
      void make();
    };
    const timer = setTimeout(again, ms);
    const stop = onCame(scene.media, again);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }

  /** The fallback shows at once; its fonts may come later, or never. */
  async function settle(fallback: FallbackScene): Promise<void> {
    try {
      await fallback.prepare();
    } catch (cause) {
      onError('fallback', String(cause));
    }
  }

  void make();

  return {
    box,
    content: appearance.content,
    state: () => state,
    seek(positionMs) {
      try {
        element?.seek(positionMs);
      } catch (error) {
        fail(error);
      }
    },
    setContext(next) {
      context = next;
      for (const child of canvas.children) (child as SceneElement).context = next;
    },
    setView(next) {
      view = next;
      if (element !== null) element.view = next;
    },
    view: () => view,
    sound: () => sound,
    place({ canvas: size, transform }) {
      canvas.style.width = `${size.width}px`;
      canvas.style.height = `${size.height}px`;
      canvas.style.transform = transform;
    },
    setStand(stand) {
      const isShown = typeof stand === 'object';
      box.style.visibility = stand === 'hidden' ? 'hidden' : 'visible';
      box.style.zIndex = isShown ? String(stand.order) : '0';
      box.toggleAttribute('inert', !isShown);
      setOpacity(box, isShown ? stand.mix : 1);
    },
    drawn() {
      if (state.is !== 'warming') return;
      // A frame is painted after it was called for: at the second call the first has been.
      warmFrames += 1;
      if (warmFrames >= 2) state = { is: 'ready' };
    },
    remove() {
      isRemoved = true;
      mend();
      cancel();
      box.remove();
    },
  };
}
