import { announcement } from './announcement.ts';
import { blackout } from './blackout.ts';
import { chronicle } from './chronicle.ts';
import { closed } from './closed.ts';
import { diplomacy } from './diplomacy.ts';
import { evacuation } from './evacuation.ts';
import { ident } from './ident.ts';
import { investment } from './investment.ts';
import { map } from './map.ts';
import { relief } from './relief.ts';
import type { SceneType } from './scene-type.ts';
import { statehood } from './statehood.ts';
import { title } from './title.ts';
import { wall } from './wall.ts';

/** Every scene type the hall knows. A new type is one schema here and one element in displays/scenes. */
export const sceneTypes: readonly SceneType[] = [
  announcement,
  blackout,
  chronicle,
  closed,
  diplomacy,
  evacuation,
  ident,
  investment,
  map,
  relief,
  statehood,
  title,
  wall,
];

export function sceneType(type: string): SceneType | undefined {
  return sceneTypes.find((candidate) => candidate.type === type);
}
