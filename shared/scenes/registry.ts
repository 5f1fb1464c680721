import { announcement } from './announcement.ts';
import { blackout } from './blackout.ts';
import { chronicle } from './chronicle.ts';
import { clock } from './clock.ts';
import { closed } from './closed.ts';
import { diplomacy } from './diplomacy.ts';
import { evacuation } from './evacuation.ts';
import { ident } from './ident.ts';
import { image } from './image.ts';
import { investment } from './investment.ts';
import { map } from './map.ts';
import { programme } from './programme.ts';
import { relief } from './relief.ts';
import type { SceneType } from './scene-type.ts';
import { slideshow } from './slideshow.ts';
import { statehood } from './statehood.ts';
import { text } from './text.ts';
import { title } from './title.ts';
import { video } from './video.ts';
import { wall } from './wall.ts';

/** Every scene type the hall knows. A new type is one schema here and one element in displays/scenes. */
export const sceneTypes: readonly SceneType[] = [
  announcement,
  blackout,
  chronicle,
  clock,
  closed,
  diplomacy,
  evacuation,
  ident,
  image,
  investment,
  map,
  programme,
  relief,
  slideshow,
  statehood,
  text,
  title,
  video,
  wall,
];

export function sceneType(type: string): SceneType | undefined {
  return sceneTypes.find((candidate) => candidate.type === type);
}
