/**
 * `stone.field`: the carved wall as data, the same on every player.
 *
 * 16 bytes: "SFLD", version (u16), width, height (u16), height steps per px (u16), four bytes of zero; then, deflated,
 * planes of width × height bytes: height high byte, height low byte, gold, finish, tint. Heights are u16 and predicted
 * from left, above and above left, the masks from the left. Little endian.
 */
export interface StoneField {
  readonly width: number;
  readonly height: number;
  /** Height over the ground of the wall, px. */
  readonly relief: Float32Array;
  /** Gold leaf, finish and rock varnish (128 is none), 0…255. */
  readonly gold: Uint8Array;
  readonly finish: Uint8Array;
  readonly tint: Uint8Array;
}

const magic = 0x444c4653;
const version = 1;
const headerBytes = 16;
const stepsPerPx = 256;
/** The lowest cut below the ground that can be written, px. */
const floorPx = 16;

type Transform = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

export const inflate: Transform = (bytes) => through(bytes, new DecompressionStream('deflate'));

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: DecompressionStream | CompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(out).arrayBuffer());
}

/** What the bake writes; `deflate` is the machine's best. */
export function encodeField(
  field: StoneField,
  deflate: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { width, height } = field;
  const texels = width * height;
  const planes = new Uint8Array(texels * 5);
  const heights = Uint16Array.from(field.relief, (px) =>
    Math.min(65_535, Math.max(0, Math.round((px + floorPx) * stepsPerPx))),
  );
  for (let i = 0; i < texels; i++) {
    const residue = ((heights[i] ?? 0) - predicted(heights, i, width)) & 0xffff;
    planes[i] = residue >> 8;
    planes[texels + i] = residue & 0xff;
  }
  for (const [n, mask] of [field.gold, field.finish, field.tint].entries()) {
    for (let i = 0; i < texels; i++)
      planes[texels * (n + 2) + i] = (mask[i] ?? 0) - (i % width > 0 ? (mask[i - 1] ?? 0) : 0);
  }
  const packed = deflate(planes);
  const file = new Uint8Array(headerBytes + packed.length);
  const header = new DataView(file.buffer);
  header.setUint32(0, magic, true);
  for (const [i, value] of [version, width, height, stepsPerPx].entries()) header.setUint16(4 + i * 2, value, true);
  file.set(packed, headerBytes);
  return file;
}

/** Reads a field; rejects with the reason when it is not one, or ends early. */
export async function decodeField(file: ArrayBuffer): Promise<StoneField> {
  const header = new DataView(file);
  if (file.byteLength < headerBytes || header.getUint32(0, true) !== magic) throw new Error('this is no stone field');
  if (header.getUint16(4, true) !== version) throw new Error(`stone field of version ${header.getUint16(4, true)}`);
  const [width, height] = [header.getUint16(6, true), header.getUint16(8, true)];
  const texels = width * height;
  const planes = await inflate(new Uint8Array(file, headerBytes)).catch((cause: unknown) => {
    throw new Error('the stone field is damaged or ends early', { cause });
  });
  if (planes.length !== texels * 5) throw new Error(`the stone field holds ${planes.length} of ${texels * 5} bytes`);
  const heights = new Uint16Array(texels);
  const relief = new Float32Array(texels);
  for (let i = 0; i < texels; i++) {
    const residue = ((planes[i] ?? 0) << 8) | (planes[texels + i] ?? 0);
    heights[i] = predicted(heights, i, width) + residue;
    relief[i] = (heights[i] ?? 0) / stepsPerPx - floorPx;
  }
  const mask = (n: number): Uint8Array => {
    const plane = planes.subarray(texels * n, texels * (n + 1));
    for (let i = 1; i < texels; i++) if (i % width > 0) plane[i] = (plane[i] ?? 0) + (plane[i - 1] ?? 0);
    return plane;
  };
  return { width, height, relief, gold: mask(2), finish: mask(3), tint: mask(4) };
}

/** A plane through the three neighbours already known. */
function predicted(heights: Uint16Array, i: number, width: number): number {
  const x = i % width;
  const left = x > 0 ? (heights[i - 1] ?? 0) : 0;
  const above = i >= width ? (heights[i - width] ?? 0) : 0;
  const corner = x > 0 && i >= width ? (heights[i - width - 1] ?? 0) : 0;
  return left + above - corner;
}
