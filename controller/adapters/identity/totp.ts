import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 4648. */
const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepMs = 30_000;
const digits = 6;
/** Steps before and after the present one: a phone's clock, and the time it takes to type. */
const tolerance = 1;

/** 160 bits, as RFC 4226 recommends, in base32. */
export function freshTotpSecret(): string {
  return base32(randomBytes(20));
}

/** What an authenticator reads from a QR code. */
export function totpUri(secret: string, person: string, hall: string): string {
  const label = `${encodeURIComponent(hall)}:${encodeURIComponent(person)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(hall)}`;
}

/**
 * The time step a code belongs to, or null when it is not right. A code is good once: pass the last step that was used.
 * RFC 6238 with SHA-1, 30 s and six digits, which every authenticator knows. `at` in ms since the Unix epoch.
 */
export function totpStep(secret: string, code: string, at: number, usedStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const present = Math.floor(at / stepMs);
  let found: number | null = null;
  for (let step = present - tolerance; step <= present + tolerance; step += 1) {
    const isRight = timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code));
    if (isRight && step > usedStep) found = step;
  }
  return found;
}

/** The code of a time step. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32Alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => base32Alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
