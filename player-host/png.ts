import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8Array;
}

const signature = '89504e470d0a1a0a';

/**
 * The pixels of a PNG with 8 bits a channel, RGB or RGBA and not interlaced: what browsers make. Throws on anything else.
 * Source: the PNG specification, ISO/IEC 15948.
 */
export function decodePng(png: Buffer): Pixels {
  if (png.subarray(0, 8).toString('hex') !== signature) throw new Error('this is no PNG');
  let header: { width: number; height: number; channels: number } | null = null;
  const packed: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      const [depth, colour, , , interlaced] = body.subarray(8, 13);
      if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0)
        throw new Error(`a PNG of ${depth} bits and colour type ${colour} is not read here`);
      header = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), channels: colour === 2 ? 3 : 4 };
    } else if (type === 'IDAT') packed.push(body);
    at += 12 + length;
  }
  if (header === null) throw new Error('the PNG has no header');
  return unfiltered(inflateSync(Buffer.concat(packed)), header.width, header.height, header.channels);
}

/** Undoes the filter of each row: every byte was stored as a difference from its neighbours. */
function unfiltered(raw: Buffer, width: number, height: number, channels: number): Pixels {
  const stride = width * channels;
  const data = new Uint8Array(width * height * 4);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const filter = raw[start] ?? 0;
    const row = new Uint8Array(raw.subarray(start + 1, start + 1 + stride));
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? (row[x - channels] ?? 0) : 0;
      const up = above[x] ?? 0;
      const upLeft = x >= channels ? (above[x - channels] ?? 0) : 0;
      row[x] = ((row[x] ?? 0) + predicted(filter, left, up, upLeft)) & 255;
    }
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 4; channel += 1)
        data[(y * width + x) * 4 + channel] = channel < channels ? (row[x * channels + channel] ?? 0) : 255;
    above = row;
  }
  return { width, height, data };
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - upLeft;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
      return a <= b && a <= c ? left : b <= c ? up : upLeft;
    }
    default:
      throw new Error(`a PNG has no filter ${filter}`);
  }
}
