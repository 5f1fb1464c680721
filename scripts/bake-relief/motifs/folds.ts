import { limb, type Path } from '../carving/points.ts';
import type { Cut, Stone } from '../carving/stone.ts';

/** Folds of cloth: tapering grooves. */
export const folds = (stone: Stone, grooves: readonly Path[], how: Cut = {}): void =>
  stone.cut(
    grooves.map((groove) => limb(groove)),
    { depth: 4, bevel: 2.2, ...how },
  );
