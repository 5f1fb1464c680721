import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { makeCertificate, type KeyedCertificate } from './certificate.ts';

export interface OwnCertificate extends KeyedCertificate {
  /** The file that browsers are told to trust. */
  readonly authorityFile: string;
  /** SHA-256 of the authority, for comparing by eye. */
  readonly fingerprint: string;
}

const dayMs = 24 * 3_600_000;
const authorityLastsMs = 3650 * dayMs;
/** Browsers refuse server certificates that last longer than 398 days. */
const lastsMs = 390 * dayMs;
const renewBeforeMs = 60 * dayMs;
/** For machines whose clock is a little behind. */
const earlierMs = dayMs;
const authorityName = 'Shanyraq hall authority';

/**
 * The hall's own certificate, for this machine's names and addresses: made at the first start, renewed when it nears its
 * end or the machine has got other names. The authority behind it stays, so that browsers have to be told once.
 */
export function ownCertificate(folder: string, names: readonly string[], now: number): OwnCertificate {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authorityFile = join(folder, 'authority.pem');
  const authority = kept(folder, 'authority') ?? keep(folder, 'authority', makeAuthority(now));
  const issuer = {
    commonName: authorityName,
    key: createPrivateKey(authority.key),
    publicKey: createPublicKey(authority.certificate),
  };
  const present = kept(folder, 'hall');
  const [commonName = 'shanyraq'] = names;
  const hall =
    present !== null && isGood(present, authority, names, now)
      ? present
      : keep(
          folder,
          'hall',
          makeCertificate({ commonName, names, from: now - earlierMs, until: now + lastsMs, issuer }),
        );
  return { ...hall, authorityFile, fingerprint: new X509Certificate(authority.certificate).fingerprint256 };
}

function makeAuthority(now: number): KeyedCertificate {
  const until = now + authorityLastsMs;
  return makeCertificate({ commonName: authorityName, names: [], from: now - earlierMs, until, issuer: null });
}

function isGood(own: KeyedCertificate, authority: KeyedCertificate, names: readonly string[], now: number): boolean {
  const parsed = new X509Certificate(own.certificate);
  const isOurs = parsed.verify(createPublicKey(authority.certificate));
  const covers = names.every(
    (name) => (isIP(name) === 0 ? parsed.checkHost(name) : parsed.checkIP(name)) !== undefined,
  );
  return isOurs && covers && Date.parse(parsed.validTo) - renewBeforeMs > now;
}

function kept(folder: string, name: string): KeyedCertificate | null {
  const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  if (!existsSync(certificate) || !existsSync(key)) return null;
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
}

function keep(folder: string, name: string, made: KeyedCertificate): KeyedCertificate {
  for (const [end, text] of [
    ['key', made.key],
    ['pem', made.certificate],
  ] as const) {
    const file = join(folder, `${name}.${end}`);
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return made;
}

/** What this machine is called and reached by, without its loopback and link-local addresses. */
export function namesOfThisMachine(): readonly string[] {
  const host = hostname().toLowerCase();
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host);
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ address, internal }) => !internal && !address.startsWith('fe80:'))
    .map(({ address }) => address);
  const names = isName ? [host, ...(host.includes('.') ? [] : [`${host}.local`])] : [];
  return [...new Set([...names, 'localhost', '127.0.0.1', '::1', ...addresses])];
}
