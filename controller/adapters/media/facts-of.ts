import type { Track } from 'mediainfo.js';
import type { MediumFacts } from '#shared/media.ts';

/** What MediaInfo's tracks say of a file of this type, or null where nothing in it can be shown or heard. */
export function factsOf(mime: string, tracks: readonly Track[]): MediumFacts | null {
  if (mime.startsWith('image/')) return pictureOf(tracks);
  if (mime.startsWith('video/')) return filmOf(tracks);
  if (mime.startsWith('audio/')) return soundOf(tracks);
  return { is: 'data' };
}

function pictureOf(tracks: readonly Track[]): MediumFacts | null {
  const image = tracks.find((track) => track['@type'] === 'Image');
  if (image?.Width === undefined || image.Height === undefined) return null;
  const { Width: width, Height: height, ColorSpace, BitDepth } = image;
  return { is: 'picture', width, height, colour: ColorSpace ?? null, bitDepth: BitDepth ?? null };
}

function filmOf(tracks: readonly Track[]): MediumFacts | null {
  const general = tracks.find((track) => track['@type'] === 'General');
  const video = tracks.find((track) => track['@type'] === 'Video');
  const audio = tracks.find((track) => track['@type'] === 'Audio');
  if (video?.Width === undefined || video.Height === undefined || video.Format === undefined) return null;
  const seconds = video.Duration ?? general?.Duration;
  const colour = [video.ColorSpace, video.ChromaSubsampling].filter((part) => part !== undefined).join(' ');
  return {
    is: 'film',
    durationMs: seconds === undefined ? null : Math.round(seconds * 1000),
    width: video.Width,
    height: video.Height,
    codec: video.Format,
    framesPerSecond: video.FrameRate ?? null,
    bitsPerSecond: general?.OverallBitRate ?? video.BitRate ?? null,
    colour: colour === '' ? null : colour,
    bitDepth: video.BitDepth ?? null,
    hdr: video.HDR_Format !== undefined || /^(PQ|HLG)$/.test(video.transfer_characteristics ?? ''),
    streamable: general?.IsStreamable !== 'No',
    sound: audio?.Format ?? null,
  };
}

function soundOf(tracks: readonly Track[]): MediumFacts | null {
  const audio = tracks.find((track) => track['@type'] === 'Audio');
  if (audio?.Format === undefined) return null;
  return {
    is: 'sound',
    durationMs: audio.Duration === undefined ? null : Math.round(audio.Duration * 1000),
    codec: audio.Format,
    channels: audio.Channels ?? null,
    bitsPerSecond: audio.BitRate ?? null,
  };
}
