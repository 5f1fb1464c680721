import type { Hall } from './hall.ts';
import type { MediumFacts } from './media.ts';

/** Why players may not show a medium smoothly, or not well. */
export type MediumWarning =
  | { readonly is: 'codec' | 'slow-codec' | 'sound-codec'; readonly codec: string }
  /** `most`: what the largest place of the hall could show, lying or standing like the medium. */
  | { readonly is: 'too-many-pixels'; readonly width: number; readonly height: number; readonly most: Size }
  | { readonly is: 'bitrate'; readonly bitsPerSecond: number }
  | { readonly is: 'frame-rate'; readonly framesPerSecond: number }
  | { readonly is: 'chroma'; readonly colour: string }
  | { readonly is: 'ten-bit' }
  | { readonly is: 'hdr' }
  | { readonly is: 'not-streamable' }
  | { readonly is: 'cmyk' };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What every browser on every machine decodes; names as MediaInfo has them. */
const everydayCodecs = new Set(['AVC', 'VP8', 'VP9']);
/** What every browser decodes, but most machines without their hardware. */
const slowCodecs = new Set(['AV1']);
const heardCodecs = new Set(['AAC', 'MPEG Audio', 'Opus', 'Vorbis', 'FLAC', 'PCM']);
/** One 1080p film at a quality that nobody sees the limits of needs less; a small player's decoder and disk do not. */
const bitsPerSecondMost = 25_000_000;

/** Judged against the hall's own screens and surfaces. */
export function mediumWarnings(facts: MediumFacts, hall: Hall): readonly MediumWarning[] {
  switch (facts.is) {
    case 'data':
      return [];
    case 'sound':
      return unheard(facts.codec);
    case 'picture':
      return [...tooLarge(facts, hall, 2), ...(facts.colour === 'CMYK' ? [{ is: 'cmyk' } as const] : [])];
    case 'film': {
      const { codec, bitsPerSecond, framesPerSecond, colour, bitDepth, hdr, streamable, sound } = facts;
      const warnings: MediumWarning[] = [];
      if (slowCodecs.has(codec)) warnings.push({ is: 'slow-codec', codec });
      else if (!everydayCodecs.has(codec)) warnings.push({ is: 'codec', codec });
      warnings.push(...tooLarge(facts, hall, 1));
      if (bitsPerSecond !== null && bitsPerSecond > bitsPerSecondMost) warnings.push({ is: 'bitrate', bitsPerSecond });
      if (framesPerSecond !== null && framesPerSecond > 60.5) warnings.push({ is: 'frame-rate', framesPerSecond });
      if (colour !== null && /4:(2:2|4:4)/.test(colour)) warnings.push({ is: 'chroma', colour });
      if (bitDepth !== null && bitDepth > 8) warnings.push({ is: 'ten-bit' });
      if (hdr) warnings.push({ is: 'hdr' });
      if (!streamable) warnings.push({ is: 'not-streamable' });
      return sound === null ? warnings : [...warnings, ...unheard(sound)];
    }
  }
}

function unheard(codec: string): readonly MediumWarning[] {
  return heardCodecs.has(codec) ? [] : [{ is: 'sound-codec', codec }];
}

/** More pixels, by this much on a side, than any place of the hall could show. A film on its side is held upright. */
function tooLarge({ width, height }: Size, { screens, surfaces }: Hall, times: number): readonly MediumWarning[] {
  const places = [...screens, ...surfaces].map(({ widthPx, heightPx }) => ({
    long: Math.max(widthPx, heightPx) * times,
    short: Math.min(widthPx, heightPx) * times,
  }));
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const [largest] = places.toSorted((a, b) => b.long * b.short - a.long * a.short);
  if (largest === undefined || places.some((place) => long <= place.long && short <= place.short)) return [];
  const most =
    width >= height ? { width: largest.long, height: largest.short } : { width: largest.short, height: largest.long };
  return [{ is: 'too-many-pixels', width, height, most }];
}
