/**
 * One scene without a controller, for drawing and for `npm run shots`; served by the development server only.
 *
 *     /displays/preview.html?scene=entrance&target=entrance&language=kk&at=20000
 *
 * Instead of a scene of config: `type` and `params` as JSON. `overlay` lays one over it: `notice:{"text":{…}}`.
 * `target` is a screen or a surface; `view` a SceneView as JSON; `quality=light`; `now` an instant, ISO 8601;
 * `play=1` lets the position run; without it ← and → move it by a second, with Shift by ten.
 */
import { Hall } from '#shared/hall.ts';
import type { SceneContext } from '#shared/scene-context.ts';
import { Overlay, Scene } from '#shared/scene.ts';
import { SceneViewSchema } from '#shared/scene-view.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import { createOverlay } from './overlays/create-overlay.ts';
import { previewContext, previewTarget } from './preview-context.ts';
import type { SceneElement } from './scenes/scene-element.ts';

const elements = import.meta.glob('./scenes/*/*-scene.ts');

async function json(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

async function sceneOf(query: URLSearchParams): Promise<Scene> {
  const type = query.get('type');
  if (type === null) return Scene.parse(await json(`/config/scenes/${query.get('scene') ?? 'entrance'}.json`));
  const params: unknown = JSON.parse(query.get('params') ?? '{}');
  return Scene.parse({ id: type, type, title: { en: type }, params });
}

/** An overlay that has been there for a minute. */
function lay(words: string, context: SceneContext): void {
  const [type = '', given = '{}'] = words.split(/:(.*)/s);
  const params: unknown = JSON.parse(given);
  const nowMs = context.nowMs();
  const overlay = Overlay.parse({ id: type, type, from: nowMs - 60_000, until: null, params });
  const element = createOverlay(overlay, context);
  document.body.prepend(element);
  element.style.zIndex = '1';
  element.seek(nowMs);
}

async function mount(query: URLSearchParams): Promise<SceneElement> {
  const hall = Hall.parse(await json('/config/hall.json'));
  const scene = await sceneOf(query);
  const type = sceneType(scene.type);
  if (type === undefined) throw new Error(`no scene type "${scene.type}" is registered`);
  const load = elements[`./scenes/${scene.type}/${scene.type}-scene.ts`];
  if (load === undefined) throw new Error(`displays/scenes/${scene.type}/${scene.type}-scene.ts is missing`);
  await load();
  const target = previewTarget(hall, query.get('target') ?? 'entrance');
  const element = document.createElement(`scene-${scene.type}`) as SceneElement;
  element.params = type.params.parse(scene.params);
  element.context = previewContext(hall, target, {
    language: query.get('language') ?? target.screen.defaultLanguage,
    quality: query.get('quality') === 'light' ? 'light' : 'full',
    nowMs: Date.parse(query.get('now') ?? '2026-05-20T05:20:00Z'),
    reducedMotion: query.get('reducedMotion') === '1',
  });
  const view = query.get('view');
  if (view !== null) element.view = SceneViewSchema.parse(JSON.parse(view));
  element.addEventListener('scene-view', (event) => {
    element.view = SceneViewSchema.parse((event as CustomEvent<unknown>).detail);
  });
  element.style.width = `${target.canvas.width}px`;
  element.style.height = `${target.canvas.height}px`;
  document.body.append(element);
  const overlay = query.get('overlay');
  if (overlay !== null) lay(overlay, element.context);
  await element.prepare({ positionMs: Number(query.get('at') ?? 0), isMoving: false });
  return element;
}

/** Shows the scene, lets its position run or be moved, and says when the picture is there. */
async function preview(query: URLSearchParams): Promise<void> {
  const element = await mount(query);
  let positionMs = Number(query.get('at') ?? 0);
  element.seek(positionMs);
  await element.updateComplete;
  if (query.get('play') === '1') {
    const startedMs = performance.now() - positionMs;
    const frame = (frameMs: number): void => {
      positionMs = Math.max(0, frameMs - startedMs);
      element.seek(positionMs);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }
  addEventListener('keydown', ({ code, shiftKey }) => {
    if (code !== 'ArrowRight' && code !== 'ArrowLeft') return;
    positionMs = Math.max(0, positionMs + (code === 'ArrowRight' ? 1 : -1) * (shiftKey ? 10_000 : 1000));
    element.seek(positionMs);
  });
  document.documentElement.dataset['ready'] = '';
}

await preview(new URLSearchParams(location.search));
