import type { Extent } from './land.ts';

/** The map's field in units of the composition, and where the land lies in it at home. */
export const field = { width: 1920, height: 1080 } as const;
export const landExtent: Extent = { left: 270, top: 60, right: 1710, bottom: 822 };
/** How far below a city its name stands. */
export const cityNameBelow = 37;
/** Between which heights cards stand. */
export const cardField = { top: 20, bottom: 808 } as const;
/** What of the field the controls leave to the map. */
export const mapBottom = 842;
