import { Stone } from '../carving/stone.ts';
import { centre } from './centre.ts';
import { farGround, foreground, middleGround, sky } from './land.ts';
import { leftBack, leftFront, leftMiddle } from './left.ts';
import { rightBack, rightFront, rightMiddle } from './right.ts';
import { tamgaly } from './tamgaly.ts';

export const wall = { widthPx: 3840, heightPx: 1080 } as const;

/** The whole wall, back to front: rock paintings at the left edge, independence at the centre, today at the right. */
export function carveFrieze(scale = 1): Stone {
  const stone = new Stone(wall.widthPx, wall.heightPx, scale);
  sky(stone);
  farGround(stone);
  leftBack(stone);
  rightBack(stone);
  middleGround(stone);
  leftMiddle(stone);
  rightMiddle(stone);
  foreground(stone);
  centre(stone);
  leftFront(stone);
  rightFront(stone);
  tamgaly(stone);
  return stone;
}
