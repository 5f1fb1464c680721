import type { Speech } from './speech.ts';
import { captionOf } from './caption.ts';
import { gapOf } from './floor-boxes.ts';
import type { Floor, Frame, Placed } from './floor.ts';
import { numbersText } from './units.ts';

/** Above this many screens there is no room for words under the pictures of a whole hall. */
export const compactAbove = 40;
/** Narrower than this a plan has room for two lines under a picture only, px. */
const narrowUnder = 800;
/** What is under a name, px: its state, and where there is room what is on. */
const stateHeight = { roomy: 41, narrow: 23 };
/** On a smaller picture the button would hide what is to be asked about: it stands beside it. */
const whyWithin = { width: 80, height: 60 };
/** What the button takes beside a picture, or above the words there, with what parts it from them, px. */
const whyWidth = 32;
export const whyHeight = 35;
/** Between a picture and the words beside it, px. */
export const besideGap = 10;
/**
 * In a large hall that is enlarged: words so wide, with so much room under a picture, have its name and state; with so much
 * also what is on.
 */
const wordsFrom = { width: 110, briefPx: 42, fullPx: 60 };
/** From the words under a picture to the next picture, px. */
const apartPx = 8;

export const hasRoomForWhy = (width: number, height: number): boolean =>
  width >= whyWithin.width && height >= whyWithin.height;

/** The room that the words of a picture take on the plan of a whole hall. */
export function captionsOf(speech: Speech, isCompact: boolean, frameWidth: number): Frame['captionOf'] {
  const rest = frameWidth < narrowUnder ? stateHeight.narrow : stateHeight.roomy;
  const letters = Math.max(...Object.values(speech.words.marks).map((word) => word.length));
  return (unit, pictureWidth, side) => {
    if (isCompact) return { width: 0, height: 0 };
    const isBeside = side === 'beside';
    const words = captionOf(
      numbersText(unit.members.map(({ screen }) => screen.number)),
      speech.text(unit.name),
      isBeside ? 0 : pictureWidth,
      rest,
      // Of a surface the state is that of one screen, and says of which.
      letters + (unit.members.length > 1 ? 3 : 0),
      isBeside ? 3 : 2,
    );
    const hasWhy = hasRoomForWhy(pictureWidth, (pictureWidth * unit.heightPx) / unit.widthPx);
    return isBeside
      ? { width: words.width + besideGap, height: words.height + (hasWhy ? 0 : whyHeight) }
      : { ...words, width: Math.max(words.width, hasWhy ? 0 : pictureWidth + whyWidth) };
  };
}

/** How much is told of a screen: its number and mark, its name and state as well, or also what is on. */
export type Detail = 'number' | 'brief' | 'full';

/** What is told under a picture, and how wide the picture is with its words, px. */
export interface Told {
  readonly detail: Detail;
  readonly width: number;
}

/** What there is room to tell of a screen, on a plan that is so many times as large as the whole. */
export function toldOf(
  { picture, width }: Placed,
  { room }: Floor,
  zoom: number,
  { isCompact, frameWidth }: { readonly isCompact: boolean; readonly frameWidth: number },
): Told {
  if (!isCompact) return { detail: frameWidth < narrowUnder && zoom < 2 ? 'brief' : 'full', width: width * zoom };
  // A large hall leaves no room for words: they stand in the gap between two pictures when it has grown enough.
  const gap = gapOf(room) * zoom;
  const words = picture.width * zoom + gap - apartPx;
  if (words < wordsFrom.width || gap < wordsFrom.briefPx) return { detail: 'number', width: picture.width * zoom };
  return { detail: gap < wordsFrom.fullPx ? 'brief' : 'full', width: words };
}
