/** Room for the words under a picture, px. */
export interface Caption {
  readonly width: number;
  readonly height: number;
}

/** A letter of the caption's type on average, px; measured on Russian and Kazakh names, which run wider than English. */
const letterPx = 6.7;
const linePx = 15;
/** A state's mark, what parts it from its word, and what is lost at the end. */
const markPx = 21;
const leastPx = 128;
/** Two lines are taken before a caption grows so wide. */
const singlePx = 150;
const mostPx = 240;

/**
 * The room that a name needs beside its numbers so that nobody has to guess its end: one line where it is not too long,
 * otherwise two of equal width, or as many as it may have; and the room that a state's words need, of at most so many letters: they have one line.
 * `besidePx`: the width of the picture above, which the caption has in any case.
 */
export function captionOf(
  numbers: string,
  name: string,
  besidePx: number,
  restPx: number,
  stateLetters: number,
  mostLines = 2,
): Caption {
  const aside = numbers.length * letterPx + 10;
  const lines = (width: number): number => linesOf(name, Math.floor((width - aside) / letterPx));
  const least = Math.max(leastPx, Math.ceil(markPx + stateLetters * letterPx));
  const single = Math.max(singlePx, least);
  const oneLine = { width: least, height: restPx + linePx };
  if (lines(Math.max(besidePx, least)) === 1) return oneLine;
  if (lines(single) === 1) return { ...oneLine, width: single };
  for (let width = least; ; width += 8) {
    const taken = lines(Math.max(besidePx, width));
    if (width >= mostPx || taken <= mostLines) return { width, height: restPx + Math.min(taken, mostLines) * linePx };
  }
}

/** How many lines of so many letters it takes, broken between words. */
function linesOf(text: string, letters: number): number {
  let lines = 1;
  let left = letters;
  for (const word of text.split(' ')) {
    if (word.length > letters) return Infinity;
    if (word.length > left) {
      lines += 1;
      left = letters;
    }
    left -= word.length + 1;
  }
  return lines;
}
