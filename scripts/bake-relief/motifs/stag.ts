import { curve, ellipse, limb, ring, stroke, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A stag of the Saka animal style: leaping, legs gathered, its antler a chain of curls over the back. */
export function stag(stone: Stone): void {
  stone.press(
    [limb('54,-82,13 66,-58,8 40,-40,5 14,-38,4 2,-36,4'), limb('-50,-82,17 -40,-56,11 -64,-42,6 -36,-30,5 -12,-30,4')],
    { lift: 2, swell: 12, bevel: 10 },
  );
  stone.press(
    [
      curve(`-74,-102 -60,-118 -20,-112 16,-116 42,-132 60,-158 74,-176 92,-176 110,-160 124,-152 122,-144
106,-144 92,-148 86,-132 80,-106 66,-80 30,-72 -20,-74 -50,-70 -76,-84`),
      limb('-74,-104,5 -88,-112,5 -92,-124,1'),
      curve('68,-172 52,-180 46,-190! 66,-186 78,-178'),
    ],
    { lift: 5, swell: 22, bevel: 26 },
  );
  const beam = limb('84,-178,6 64,-200,6 20,-206,6 -30,-196,5.4 -84,-172,4.4 -104,-160,1.4');
  const curls = times(6, (i) => {
    const [x, y, size] = [56 - i * 26, -203 + Math.max(0, i - 2) * 9, 1 - i * 0.06];
    return limb(`${x},${y},4.8 ${x + 14 * size},${y - 16 * size},5 ${x + 6 * size},${y - 36 * size},4.6
${x - 12 * size},${y - 34 * size},3.8 ${x - 10 * size},${y - 22 * size},2.4`);
  });
  const brow = limb('88,-178,5 108,-190,4.6 112,-206,4 102,-212,1.6');
  stone.press([beam, ...curls, brow], { lift: 8, swell: 13, bevel: 6, gold: 0.85 });
  stone.cut(
    [
      ellipse(92, -163, 3.2, 2.4),
      ellipse(117, -149, 1.8),
      stroke('106,-148 120,-147', 0.8),
      ring(-48, -92, 14, 1.8, 0, 5),
      ring(-48, -92, 6, 1.4, 1, 6),
      ring(56, -104, 13, 1.8, 2, 7),
      ring(56, -104, 5.5, 1.4, 3, 8),
      limb('10,-112,0.5 6,-94,2.2 14,-76,0.5'),
      limb('-14,-110,0.5 -18,-92,2.2 -10,-76,0.5'),
    ],
    { depth: 5, bevel: 2.2 },
  );
}
