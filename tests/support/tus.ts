import type { HttpClient } from './http-client.ts';

const tus = { 'Tus-Resumable': '1.0.0' };

interface TusAnswer {
  readonly status: number;
  readonly offset: number;
  readonly location: string;
  readonly problem: unknown;
}

/** One request of the tus protocol. */
export async function askTus(
  origin: string,
  { cookie }: HttpClient,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: Uint8Array,
): Promise<TusAnswer> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { ...tus, ...headers, ...(cookie === null ? {} : { Cookie: cookie }) },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    offset: Number(response.headers.get('Upload-Offset') ?? Number.NaN),
    location: response.headers.get('Location') ?? '',
    problem: text === '' ? null : (JSON.parse(text) as unknown),
  };
}

export const octets = (offset: number): Record<string, string> => ({
  'Content-Type': 'application/offset+octet-stream',
  'Upload-Offset': String(offset),
});

/** Uploads these bytes whole. Returns the upload's id. */
export async function upload(origin: string, client: HttpClient, bytes: Buffer): Promise<string> {
  const begun = await askTus(origin, client, 'POST', '/api/uploads', { 'Upload-Length': String(bytes.length) });
  const sent = await askTus(origin, client, 'PATCH', begun.location, octets(0), bytes);
  if (sent.status !== 204) throw new Error(`the upload ended with ${sent.status}`);
  return begun.location.slice(begun.location.lastIndexOf('/') + 1);
}
