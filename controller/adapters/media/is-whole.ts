/** Reads some bytes of a file; fewer where it ends. */
export type ReadAt = (length: number, offset: number) => Promise<Uint8Array>;

/**
 * Whether a file of this type is there to its end, as far as its own structure tells; true for types that do not tell.
 * `size` in bytes.
 */
export async function isWhole(mime: string, size: number, read: ReadAt): Promise<boolean> {
  switch (mime) {
    case 'image/png':
      return endsWith(await read(12, size - 12), [0x49, 0x45, 0x4e, 0x44], 4);
    case 'image/jpeg':
      // Cameras and programs add things after the picture's end.
      return includes(await read(64 * 1024, Math.max(0, size - 64 * 1024)), [0xff, 0xd9]);
    case 'image/gif':
      return includes(await read(8, Math.max(0, size - 8)), [0x3b]);
    case 'image/webp':
    case 'audio/wav':
      return size >= littleEndian(await read(4, 4)) + 8;
    case 'video/mp4':
    case 'audio/mp4':
    case 'image/avif':
      return hasWholeBoxes(size, read, mime === 'image/avif' ? 'meta' : 'moov');
    default:
      return true;
  }
}

/** ISO base media (ISO/IEC 14496-12, 4.2): boxes one after the other to the end, the one that describes it among them. */
async function hasWholeBoxes(size: number, read: ReadAt, needed: string): Promise<boolean> {
  let at = 0;
  let isDescribed = false;
  for (let boxes = 0; at < size && boxes < 100_000; boxes += 1) {
    const head = await read(16, at);
    if (head.length < 8) return false;
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const type = String.fromCharCode(...head.subarray(4, 8));
    const short = view.getUint32(0);
    if (short === 1 && head.length < 16) return false;
    const length = short === 1 ? Number(view.getBigUint64(8)) : short === 0 ? size - at : short;
    if (length < 8) return false;
    isDescribed ||= type === needed;
    at += length;
  }
  return isDescribed && at === size;
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.length < 4 ? Infinity : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}

function endsWith(bytes: Uint8Array, sign: readonly number[], at: number): boolean {
  return sign.every((byte, index) => bytes[at + index] === byte);
}

function includes(bytes: Uint8Array, sign: readonly number[]): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(sign));
}
