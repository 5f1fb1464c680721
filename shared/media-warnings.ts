import type { Hall } from './hall.ts';
import type { MediumFacts } from './media.ts';

/** Why players may not show a medium smoothly, or not well. */
export type MediumWarning =
  | { readonly is: 'codec'; readonly codec: string }
  | { readonly is: 'too-many-pixels'; readonly width: number; readonly height: number }
  | { readonly is: 'bitrate'; readonly bitsPerSecond: number }
  | { readonly is: 'frame-rate'; readonly framesPerSecond: number }
  | { readonly is: 'ten-bit' }
  | { readonly is: 'hdr' }
  | { readonly is: 'not-streamable' }
  | { readonly is: 'cmyk' };

/** What every browser on every machine decodes, and what most decode without its hardware. */
const everydayCodecs = new Set(['AVC', 'VP8', 'VP9']);
/** One 1080p film at a quality that nobody sees the limits of needs less; a small player's decoder and disk do not. */
const bitsPerSecondMost = 25_000_000;

/** Judged against the hall's own screens and surfaces. */
export function mediumWarnings(facts: MediumFacts, hall: Hall): readonly MediumWarning[] {
  switch (facts.is) {
    case 'data':
    case 'sound':
      return [];
    case 'picture':
      return [...tooLarge(facts, hall, 2), ...(facts.colour === 'CMYK' ? [{ is: 'cmyk' } as const] : [])];
    case 'film': {
      const { codec, bitsPerSecond, framesPerSecond, bitDepth, hdr, streamable } = facts;
      const warnings: MediumWarning[] = [];
      if (!everydayCodecs.has(codec)) warnings.push({ is: 'codec', codec });
      warnings.push(...tooLarge(facts, hall, 1));
      if (bitsPerSecond !== null && bitsPerSecond > bitsPerSecondMost) warnings.push({ is: 'bitrate', bitsPerSecond });
      if (framesPerSecond !== null && framesPerSecond > 60.5) warnings.push({ is: 'frame-rate', framesPerSecond });
      if (bitDepth !== null && bitDepth > 8) warnings.push({ is: 'ten-bit' });
      if (hdr) warnings.push({ is: 'hdr' });
      if (!streamable) warnings.push({ is: 'not-streamable' });
      return warnings;
    }
  }
}

/** More pixels, by this much on a side, than any place of the hall could show. A film on its side is held upright. */
function tooLarge(
  { width, height }: { readonly width: number; readonly height: number },
  { screens, surfaces }: Hall,
  times: number,
): readonly MediumWarning[] {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const fits = [...screens, ...surfaces].some(
    ({ widthPx, heightPx }) =>
      long <= Math.max(widthPx, heightPx) * times && short <= Math.min(widthPx, heightPx) * times,
  );
  return fits ? [] : [{ is: 'too-many-pixels', width, height }];
}
