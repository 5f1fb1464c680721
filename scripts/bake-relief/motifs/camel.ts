import { curve, ellipse, limb, rod, stroke, times } from '../carving/points.ts';
import { random } from '../carving/random.ts';
import type { Stone } from '../carving/stone.ts';

/** A laden Bactrian camel facing right, feet at y = 0; `step` spreads its legs. */
export function camel(stone: Stone, { step = 0 } = {}): void {
  const leg = (x: number, dx: number, top: number, width: number) =>
    limb(`${x},${top},${width} ${x + dx * 0.4},-58,8 ${x + dx * 0.7},-44,7.4 ${x + dx},-16,4.6
${x + dx + 1},-7,5.4 ${x + dx + 7},-2.5,4.4`);
  stone.press([leg(62, -14 - step, -88, 14), leg(-58, 16 + step, -92, 16)], { lift: 1, swell: 8.8, bevel: 10 });
  stone.press([limb('-82,-108,4 -92,-92,3.4 -92,-66,4.6 -93,-56,1')], { lift: 2, swell: 6, bevel: 4 });
  const body = curve(`-80,-106 -70,-122 -58,-138 -46,-166 -37,-176 -27,-166 -14,-142 -2,-136 10,-146 20,-168 29,-178
39,-168 52,-136 68,-116 86,-102 99,-106 107,-128 110,-154 114,-174 122,-186 134,-189 148,-183
160,-174 168,-166 166,-157 152,-154 140,-158 131,-154 128,-132 123,-100 108,-76 86,-68 62,-64
20,-60 -20,-63 -54,-74 -78,-82 -86,-94`);
  stone.press(
    [body, leg(70, 10 + step, -84, 15), leg(-64, -12 - step, -92, 19), curve('114,-182 112,-192 120,-194 122,-184')],
    { lift: 5, swell: 22, bevel: 28, smooth: 0.5 },
  );
  wool(stone, step);
  stone.cut([ellipse(141, -177, 2.6, 1.9), limb('154,-162,0.4 165,-162,1.1'), ellipse(161, -169, 1.6, 1.1)], {
    depth: 4,
    bevel: 2,
  });
  stone.cut([limb('62,-116,0.5 56,-96,2.2 66,-78,0.6'), limb('-40,-110,0.5 -42,-92,2.2 -54,-78,0.6')], {
    depth: 5,
    bevel: 6,
    soft: 4.5,
  });
  pack(stone);
  stone.cut([stroke('164,-170 176,-150 196,-134', 0.9)], { depth: -4, bevel: 1 });
}

function pack(stone: Stone): void {
  stone.press([curve('-34,-140 -4,-134 26,-142 34,-120 30,-88 0,-82 -32,-88 -38,-118')], {
    lift: 20,
    swell: 8,
    bevel: 8,
    halo: 5,
  });
  stone.cut(
    [
      rod('-36,-104 33,-104', 1.2),
      rod('-36,-98 33,-98', 0.8),
      ...[-24, -10, 4, 18].map((x) => curve(`${x + 5},-128! ${x + 11},-119! ${x + 5},-110! ${x - 1},-119!`)),
      ...times(12, (i) => rod(`${-32 + i * 5.6},-88 ${-32 + i * 5.6},-82`, 0.7)),
    ],
    { depth: 3, bevel: 1.6 },
  );
  stone.press([limb('-12,-144,10 4,-148,11 18,-146,9')], { lift: 22, swell: 9, bevel: 9, halo: 2 });
}

/** Wool on the throat and on both humps. */
function wool(stone: Stone, seed: number): void {
  const next = random(3 + seed);
  const throat = times(16, (i) => {
    const t = i / 15;
    const [x, y] = [127 - t * 30 - Math.max(0, t - 0.5) * 50, -140 + t * 74];
    return limb(`${x - 6},${y - 6},0.4 ${x - 2},${y + 2},1.6 ${x - 4},${y + 12},0.4`);
  });
  const humps = [-37, 29].flatMap((hump) =>
    times(7, (i) => {
      const aside = -13 + i * 4.4;
      const [x1, x2, x3] = [hump + aside * 0.5, hump + aside * 0.9, hump + aside * 1.1];
      return limb(
        `${x1},${-164 + Math.abs(aside) * 0.8},0.3 ${x2},${-150 + Math.abs(aside)},1.3 ${x3},${-138 + next() * 6},0.4`,
      );
    }),
  );
  stone.cut([...throat, ...humps], { depth: 4, bevel: 1.6 });
}
