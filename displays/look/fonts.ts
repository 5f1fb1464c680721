/** Every letter the hall's languages write, so that each unicode-range file is asked for. */
const sample = 'AaЯяҚқӘәҒғҢңӨөҰұҮүҺһІі₸№«»—0123456789';

const faces = [
  "560 40px 'Piazzolla Variable'",
  "620 40px 'Piazzolla Variable'",
  "400 40px 'Commissioner Variable'",
  "600 40px 'Commissioner Variable'",
] as const;

/** Resolves when both families can be drawn; rejects when a face could not be fetched. */
export async function loadFonts(extra = ''): Promise<void> {
  const loaded = await Promise.all(faces.map((face) => document.fonts.load(face, sample + extra)));
  if (loaded.some((list) => list.length === 0)) throw new Error('the faces of the hall are not in this page');
}

/** Resolves when the picture can be painted without a stall; rejects, naming it, when it cannot be fetched or read. */
export async function decodeImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch (cause) {
    throw new Error(`the picture ${url} cannot be shown`, { cause });
  }
  return image;
}
