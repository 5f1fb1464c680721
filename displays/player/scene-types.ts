import { sceneType } from '#shared/scenes/registry.ts';
import type { SceneElement } from '../scenes/scene-element.ts';

const modules = import.meta.glob('../scenes/*/*-scene.ts');

/** Checked parameters and a fresh element of a scene type; rejects saying what the player lacks. */
export async function createScene(type: string, params: unknown): Promise<SceneElement> {
  const known = sceneType(type);
  const load = modules[`../scenes/${type}/${type}-scene.ts`];
  if (known === undefined || load === undefined) throw new Error(`this player knows no scene type "${type}"`);
  const checked = known.params.safeParse(params);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new Error(`parameter ${issue?.path.join('.') ?? ''} of a ${type} scene: ${issue?.message ?? 'not valid'}`);
  }
  await load();
  const element = document.createElement(`scene-${type}`) as SceneElement;
  element.params = checked.data;
  return element;
}
