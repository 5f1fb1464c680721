import { thumbnailLimitBytes, thumbnailPx } from '#shared/media.ts';

/** A film that shows nothing after this long is left for another time, ms. */
const patienceMs = 20_000;
/** Under what is transparent: both a black and a white drawing stand out from it. */
const ground = '#808080';

/** A small picture of a picture or a film, as JPEG in base64; null where this browser cannot show it. */
export async function thumbnailOf(url: string, mime: string): Promise<string | null> {
  return mime.startsWith('video/') ? ofFilm(url) : ofPicture(url);
}

async function ofPicture(url: string): Promise<string | null> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'EncodingError') return null;
    throw error;
  }
  return drawn(image, image.naturalWidth, image.naturalHeight);
}

async function ofFilm(url: string): Promise<string | null> {
  const film = document.createElement('video');
  film.muted = true;
  film.preload = 'metadata';
  film.src = url;
  try {
    if (!(await happens(film, 'loadedmetadata'))) return null;
    // Films often begin in black.
    film.currentTime = Number.isFinite(film.duration) ? Math.min(film.duration / 10, 10) : 0;
    if (!(await happens(film, 'seeked'))) return null;
    return await drawn(film, film.videoWidth, film.videoHeight);
  } finally {
    // Or the browser goes on fetching it.
    film.removeAttribute('src');
    film.load();
  }
}

/** False where it cannot be played, or does not come to that in time. */
function happens(film: HTMLVideoElement, event: 'loadedmetadata' | 'seeked'): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (is: boolean): void => {
      clearTimeout(timer);
      resolve(is);
    };
    const timer = setTimeout(() => done(false), patienceMs);
    film.addEventListener(event, () => done(true), { once: true });
    film.addEventListener('error', () => done(false), { once: true });
  });
}

async function drawn(source: CanvasImageSource, width: number, height: number): Promise<string | null> {
  const scale = Math.min(1, thumbnailPx / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return null;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  for (const quality of [0.82, 0.5]) {
    const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (jpeg !== null && jpeg.size <= thumbnailLimitBytes) return base64Of(jpeg);
  }
  return null;
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
}
