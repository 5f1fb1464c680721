import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Hashing without the browser's help goes in pieces, with a breath between them, so that no frame is missed. */
const pieceBytes = 256 * 1024;

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** SHA-256 of a blob, in hex: by the browser where the origin is secure, in steps otherwise. */
export async function hashOf(blob: Blob): Promise<string> {
  // Absent on insecure origins, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle !== undefined) return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer())));
  const hash = sha256.create();
  for (let at = 0; at < blob.size; at += pieceBytes) {
    hash.update(new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer()));
    await breath();
  }
  return bytesToHex(hash.digest());
}
