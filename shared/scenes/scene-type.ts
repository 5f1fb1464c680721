import type { z } from 'zod';
import type { Text } from '../text.ts';

/** What the controller and the console know of a scene type; its element lives in displays/scenes/<type>. */
export interface SceneType<Params extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly title: Text;
  /** Checked at import, in the editor, and once more on the player. */
  readonly params: Params;
  /** Ids of the media the params refer to, so that players can fetch them ahead. */
  media(params: z.output<Params>): readonly string[];
  /** What happens on a surface when the scene does not say: one picture over all, or one on each screen. */
  readonly span: 'surface' | 'screen';
  /** Whether visitors can touch it. */
  readonly interactive: boolean;
  /** Its picture changes at least this often in every part of a screen, ms; absent where it may stand still. */
  readonly movesWithinMs?: number;
}

/** Keeps the params' type while declaring a scene type. */
export function defineSceneType<Params extends z.ZodType>(type: SceneType<Params>): SceneType<Params> {
  return type;
}
