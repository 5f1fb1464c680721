import type { Hall } from '#shared/hall.ts';
import type { MediumFacts, MediumView } from '#shared/media.ts';
import { mediumWarnings, type MediumWarning } from '#shared/media-warnings.ts';
import type { Speech } from '../speech.ts';
import { contentWords } from '../../words/content-words.ts';

/** What a file is, as pairs of what and how much. */
export function factRows(medium: MediumView, speech: Speech): readonly (readonly [string, string])[] {
  const words = contentWords[speech.language].media;
  const { facts } = medium;
  const size = [words.size, sizeText(medium.bytes, speech)] as const;
  const type = [words.type, medium.mime] as const;
  if (facts === null) return [size, type];
  const rate = (bits: number): string => `${speech.number(bits / 1e6, 1)} ${words.mbit}`;
  const colour = (of: { readonly colour: string | null; readonly bitDepth: number | null }): string =>
    [of.colour, of.bitDepth === null ? null : `${of.bitDepth} ${words.bit}`].filter((part) => part !== null).join(', ');
  const rows: (readonly [string, string | null])[] = [];
  if (facts.is === 'picture' || facts.is === 'film') rows.push([words.pixels, `${facts.width} × ${facts.height}`]);
  if (facts.is === 'film' || facts.is === 'sound') {
    rows.push([words.length, facts.durationMs === null ? null : speech.duration(facts.durationMs)]);
    rows.push([words.codec, facts.codec]);
  }
  if (facts.is === 'film')
    rows.push([words.rate, facts.framesPerSecond === null ? null : speech.number(facts.framesPerSecond, 2)]);
  if (facts.is === 'film' || facts.is === 'sound')
    rows.push([words.bits, facts.bitsPerSecond === null ? null : rate(facts.bitsPerSecond)]);
  if (facts.is === 'picture' || facts.is === 'film') rows.push([words.colour, colour(facts)]);
  if (facts.is === 'film') rows.push([words.sound, facts.sound ?? words.silent]);
  if (facts.is === 'sound') rows.push([words.channels, facts.channels === null ? null : String(facts.channels)]);
  return [
    ...rows.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const])),
    size,
    type,
  ];
}

/** The same in one short line. */
export function factLine({ facts, bytes }: MediumView, speech: Speech): string {
  const words = contentWords[speech.language].media;
  if (facts === null) return words.looking;
  const parts = [sizeText(bytes, speech)];
  if ('width' in facts) parts.unshift(`${facts.width} × ${facts.height}`);
  if ('durationMs' in facts && facts.durationMs !== null) parts.unshift(speech.duration(facts.durationMs));
  return parts.join(' · ');
}

export function warningLines(facts: MediumFacts | null, hall: Hall, speech: Speech): readonly string[] {
  return facts === null ? [] : mediumWarnings(facts, hall).map((warning) => warningText(warning, speech));
}

function warningText(warning: MediumWarning, speech: Speech): string {
  const words = contentWords[speech.language].media.warning;
  switch (warning.is) {
    case 'codec':
    case 'slow-codec':
    case 'sound-codec':
      return words[warning.is](warning.codec);
    case 'too-many-pixels': {
      const { width, height, most } = warning;
      return words['too-many-pixels'](`${width} × ${height}`, `${most.width} × ${most.height}`);
    }
    case 'chroma':
      return words.chroma(warning.colour);
    case 'bitrate':
      return words.bitrate(speech.number(warning.bitsPerSecond / 1e6));
    case 'frame-rate':
      return words['frame-rate'](speech.number(warning.framesPerSecond));
    case 'ten-bit':
    case 'hdr':
    case 'not-streamable':
    case 'cmyk':
      return words[warning.is];
  }
}

export function sizeText(bytes: number, speech: Speech): string {
  const [unit, by, digits] =
    bytes >= 1e9 ? (['GB', 1e9, 1] as const) : bytes >= 1e6 ? (['MB', 1e6, 1] as const) : (['kB', 1e3, 0] as const);
  const units: Readonly<Record<string, string>> = speech.language === 'en' ? {} : { GB: 'ГБ', MB: 'МБ', kB: 'КБ' };
  return `${speech.number(Math.max(bytes / by, digits === 0 ? 1 : 0), digits)} ${units[unit] ?? unit}`;
}
