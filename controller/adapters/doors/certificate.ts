import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/** A certificate and its key, as PEM. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly key: string;
}

export interface CertificateOptions {
  readonly commonName: string;
  /** Names and addresses it is good for; empty for an authority. */
  readonly names: readonly string[];
  /** ms since the Unix epoch. */
  readonly from: number;
  readonly until: number;
  /** Who vouches for it; null makes an authority that vouches for itself. */
  readonly issuer: { readonly commonName: string; readonly key: KeyObject; readonly publicKey: KeyObject } | null;
}

/**
 * An X.509 v3 certificate (RFC 5280) on a fresh P-256 key, signed with ECDSA and SHA-256. Node can read certificates but
 * not make them; this makes the two kinds that a hall needs, and nothing else.
 */
export function makeCertificate(options: CertificateOptions): KeyedCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = options.issuer ?? { commonName: options.commonName, key: privateKey, publicKey };
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(serial()),
    ecdsaWithSha256,
    nameOf(issuer.commonName),
    sequence(time(options.from), time(options.until)),
    nameOf(options.commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(options, publicKey, issuer.publicKey))),
  );
  const signature = sign('sha256', body, issuer.key);
  const certificate = sequence(body, ecdsaWithSha256, bitString(signature));
  return { certificate: pem(certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
}

function extensions(options: CertificateOptions, subject: KeyObject, issuer: KeyObject): readonly Buffer[] {
  const isAuthority = options.issuer === null;
  const keyIds = [
    extension('2.5.29.14', false, octets(keyId(subject))),
    extension('2.5.29.35', false, sequence(tagged(0x80, keyId(issuer)))),
  ];
  if (isAuthority)
    return [
      // basicConstraints: an authority for end certificates alone; keyUsage: to sign them.
      extension('2.5.29.19', true, sequence(boolean(true), integer(Buffer.from([0])))),
      extension('2.5.29.15', true, tagged(0x03, Buffer.from([1, 0b0000_0110]))),
      ...keyIds,
    ];
  return [
    extension('2.5.29.19', true, sequence()),
    extension('2.5.29.15', true, tagged(0x03, Buffer.from([7, 0b1000_0000]))),
    // extendedKeyUsage: serverAuth.
    extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', false, sequence(...options.names.map(subjectName))),
    ...keyIds,
  ];
}

function subjectName(name: string): Buffer {
  if (isIPv4(name)) return tagged(0x87, Buffer.from(name.split('.').map(Number)));
  if (isIPv6(name)) return tagged(0x87, ipv6Bytes(name));
  return tagged(0x82, Buffer.from(name, 'ascii'));
}

function ipv6Bytes(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::', 2);
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const zeros = Array.from({ length: 8 - groups(head).length - groups(tail).length }, () => '0');
  const all = address.includes('::') ? [...groups(head), ...zeros, ...groups(tail)] : groups(head);
  return Buffer.concat(
    all.map((group) => {
      const two = Buffer.alloc(2);
      two.writeUInt16BE(Number.parseInt(group, 16));
      return two;
    }),
  );
}

const keyId = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();

/** 128 random bits, positive. */
function serial(): Buffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes;
}

// DER: a tag, a length, the content.

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes);
const boolean = (value: boolean): Buffer => tagged(0x01, Buffer.from([value ? 0xff : 0]));
const octets = (bytes: Buffer): Buffer => tagged(0x04, bytes);
const bitString = (bytes: Buffer): Buffer => tagged(0x03, Buffer.from([0]), bytes);

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): readonly number[] {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [...base128(value >> 7).map((byte) => byte | 0x80), low];
}

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));

function nameOf(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId('2.5.4.3'), tagged(0x0c, Buffer.from(commonName, 'utf8')))));
}

/** GeneralizedTime from 2050 on, UTCTime before, as RFC 5280 asks. */
function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return ms < Date.UTC(2050, 0) ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return sequence(objectId(id), ...(isCritical ? [boolean(true)] : []), octets(value));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
