const byExtension: Readonly<Record<string, string>> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
  txt: 'text/plain',
  vtt: 'text/vtt',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  mp4: 'video/mp4',
  webm: 'video/webm',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  woff2: 'font/woff2',
};

interface Signature {
  readonly at: number;
  readonly bytes: string;
  readonly types: readonly string[];
}

/** How files begin; the first type is what such a file is called when its name does not say. */
const signatures: readonly Signature[] = [
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', types: ['image/png'] },
  { at: 0, bytes: '\xff\xd8\xff', types: ['image/jpeg'] },
  { at: 0, bytes: 'GIF8', types: ['image/gif'] },
  { at: 8, bytes: 'WEBP', types: ['image/webp'] },
  { at: 8, bytes: 'WAVE', types: ['audio/wav'] },
  { at: 4, bytes: 'ftypavif', types: ['image/avif'] },
  { at: 4, bytes: 'ftyp', types: ['video/mp4', 'audio/mp4'] },
  { at: 0, bytes: '\x1a\x45\xdf\xa3', types: ['video/webm'] },
  { at: 0, bytes: 'OggS', types: ['audio/ogg'] },
  { at: 0, bytes: 'ID3', types: ['audio/mpeg'] },
  { at: 0, bytes: '\xff\xfb', types: ['audio/mpeg'] },
  { at: 0, bytes: 'wOF2', types: ['font/woff2'] },
];

/** How many bytes of a file `mimeOf` wants to see. */
export const headBytes = 16;

/** Types that a browser may draw or run; a file is called so only when it begins like one. */
const provable = new Set(signatures.flatMap(({ types }) => types));

export type MimeResult =
  | { readonly ok: true; readonly mime: string }
  /** The name says one thing and the content another. */
  | { readonly ok: false; readonly found: string; readonly expected: string };

/** What kind of file it is, by how it begins and by its name; never one that runs as a page of ours. */
export function mimeOf(name: string, head: Uint8Array): MimeResult {
  const named = byExtension[(/\.([a-z0-9]+)$/i.exec(name)?.[1] ?? '').toLowerCase()];
  const text = Buffer.from(head).toString('latin1');
  const begins = signatures.find(({ at, bytes }) => text.startsWith(bytes, at));
  if (begins === undefined) {
    if (named !== undefined && provable.has(named))
      return { ok: false, found: 'content that does not begin like it', expected: named };
    return { ok: true, mime: named ?? 'application/octet-stream' };
  }
  if (named === undefined) return { ok: true, mime: begins.types[0] ?? 'application/octet-stream' };
  return begins.types.includes(named)
    ? { ok: true, mime: named }
    : { ok: false, found: `the content of ${begins.types.join(' or ')}`, expected: named };
}
