import { describe, expect, it } from 'vitest';
import type { MediumFacts } from '#shared/media.ts';
import { mediumWarnings } from '#shared/media-warnings.ts';
import { aHall } from '../../support/hall-state.ts';

const film: Extract<MediumFacts, { is: 'film' }> = {
  is: 'film',
  durationMs: 60_000,
  width: 1920,
  height: 1080,
  codec: 'AVC',
  framesPerSecond: 25,
  bitsPerSecond: 8_000_000,
  colour: 'YUV 4:2:0',
  bitDepth: 8,
  hdr: false,
  streamable: true,
  sound: 'AAC',
};
// Panels of 1080 × 1920, and a wall of 2000 × 1000.
const hall = aHall();
const of = (change: Partial<typeof film>) => mediumWarnings({ ...film, ...change }, hall).map(({ is }) => is);

describe('what a hall’s players cannot show smoothly', () => {
  it.each<readonly [string, Partial<typeof film>, readonly string[]]>([
    ['an everyday film lying, on panels that stand', {}, []],
    ['a film on its side', { width: 1080, height: 1920 }, []],
    ['a film for the wall', { width: 2000, height: 1000 }, []],
    ['more pixels than any place has', { width: 3840, height: 2160 }, ['too-many-pixels']],
    ['a codec that few decode', { codec: 'HEVC' }, ['codec']],
    ['an old codec', { codec: 'MPEG-4 Visual' }, ['codec']],
    ['a codec that few decode quickly', { codec: 'AV1', sound: 'Opus' }, ['slow-codec']],
    ['colour as cameras keep it', { colour: 'YUV 4:2:2', bitDepth: 10 }, ['chroma', 'ten-bit']],
    ['sound for a cinema', { sound: 'AC-3' }, ['sound-codec']],
    ['no sound', { sound: null }, []],
    ['a rate beyond a small player', { bitsPerSecond: 60_000_000 }, ['bitrate']],
    ['more frames than a screen draws', { framesPerSecond: 120 }, ['frame-rate']],
    ['light for other displays', { bitDepth: 10, hdr: true }, ['ten-bit', 'hdr']],
    ['an index at its end', { streamable: false }, ['not-streamable']],
    ['nothing known of it', { durationMs: null, framesPerSecond: null, bitsPerSecond: null, bitDepth: null }, []],
  ])('%s', (_what, change, expected) => expect(of(change)).toEqual(expected));

  it('sound that no browser decodes', () => {
    const sound = { is: 'sound', durationMs: 1000, channels: 2, bitsPerSecond: 128_000 } as const;
    expect(mediumWarnings({ ...sound, codec: 'MPEG Audio' }, hall)).toEqual([]);
    expect(mediumWarnings({ ...sound, codec: 'ALAC' }, hall)).toEqual([{ is: 'sound-codec', codec: 'ALAC' }]);
  });

  it('and what would be as large as the hall shows, lying or standing like it', () => {
    expect(mediumWarnings({ ...film, width: 2160, height: 3840 }, hall)).toMatchObject([
      { most: { width: 1080, height: 1920 } },
    ]);
  });

  it('pictures may be twice as large, for a slow approach, and are not CMYK', () => {
    const picture = { is: 'picture', width: 3840, height: 2000, colour: 'CMYK', bitDepth: 8 } as const;
    expect(mediumWarnings(picture, hall)).toEqual([{ is: 'cmyk' }]);
    expect(mediumWarnings({ ...picture, colour: 'RGB', width: 8000 }, hall)).toEqual([
      { is: 'too-many-pixels', width: 8000, height: 2000, most: { width: 3840, height: 2160 } },
    ]);
  });
});
