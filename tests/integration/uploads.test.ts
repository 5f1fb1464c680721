import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploads, usualUploadLimits } from '../../controller/adapters/media/uploads.ts';
import { eventually } from '../support/eventually.ts';
import { aDrawingWithScript, aFilm, aPicture, aThumbnail, aZip } from '../support/files.ts';
import { aHall, aScene, aState } from '../support/hall-state.ts';
import { httpClient, signInAs, type HttpClient } from '../support/http-client.ts';
import { peopleOf, startHall, type RunningHall } from '../support/running-hall.ts';
import { askTus, octets, upload } from '../support/tus.ts';

let hall: RunningHall;
let curator: HttpClient;
let other: HttpClient;
beforeAll(async () => {
  hall = await startHall(await peopleOf(aState({ hall: aHall(), scenes: [aScene('steppe')] })));
  curator = await signInAs(hall.origin, 'curator');
  other = await signInAs(hall.origin, 'operator');
});
afterAll(() => hall.stop());

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const names = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
};
const waiting = () => names(join(hall.media, '.uploads'));
const stored = () => names(hall.media);
const tus = (method: string, path: string, headers?: Record<string, string>, body?: Uint8Array) =>
  askTus(hall.origin, curator, method, path, headers, body);
const begin = (bytes: number, more: Record<string, string> = {}) =>
  tus('POST', '/api/uploads', { 'Upload-Length': String(bytes), ...more });
const take = async (id: string, bytes: Buffer) =>
  curator.send('POST', '/api/media', { upload: await upload(hall.origin, curator, bytes), id });

describe('an upload', () => {
  it('becomes a medium under its content, with what it is, and leaves nothing else', async () => {
    const film = aFilm();
    const answer = await take('films/sky.mp4', film);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        medium: { id: 'films/sky.mp4', hash: sha256(film), bytes: film.length, mime: 'video/mp4' },
        facts: { is: 'film', width: 64, height: 36, codec: 'AVC', durationMs: 1000, framesPerSecond: 5, sound: null },
        isNew: true,
      },
    });
    expect(waiting()).toEqual([]);
    expect(readFileSync(join(hall.media, sha256(film)))).toEqual(film);
    const served = await fetch(`${hall.origin}/media/${sha256(film)}`, { headers: { Cookie: curator.cookie ?? '' } });
    expect(Buffer.from(await served.arrayBuffer())).toEqual(film);
  });

  it('of what is here already is answered with what is here', async () => {
    const picture = aPicture(30, 20, [1, 2, 3]);
    await take('pictures/first.png', picture);
    const again = await take('pictures/second.png', picture);
    expect(again.body).toMatchObject({ medium: { id: 'pictures/first.png' }, isNew: false });
    expect(waiting()).toEqual([]);
  });

  it('under a name that is taken waits for another name', async () => {
    await take('pictures/taken.png', aPicture(10, 10, [9, 9, 9]));
    const id = await upload(hall.origin, curator, aPicture(10, 10, [8, 8, 8]));
    const refused = await curator.send('POST', '/api/media', { upload: id, id: 'pictures/taken.png' });
    expect(refused).toMatchObject({ status: 409, body: { fields: [{ path: 'id', message: 'taken' }] } });
    const named = await curator.send('POST', '/api/media', { upload: id, id: 'pictures/free.png' });
    expect(named.status).toBe(201);
  });

  it('goes on where the line broke', async () => {
    const whole = aPicture(400, 300, [4, 5, 6]);
    const { location } = await begin(whole.length);
    const half = Math.floor(whole.length / 2);
    await breakAfter(location, whole, half);
    const before = await eventually('half of the file is there', async () => {
      const seen = await tus('HEAD', location);
      return seen.offset === half ? seen : null;
    });
    expect(before.offset).toBe(half);
    const wrong = await tus('PATCH', location, octets(0), whole);
    expect(wrong.status).toBe(409);
    const rest = await tus('PATCH', location, octets(half), whole.subarray(half));
    expect([rest.status, rest.offset]).toEqual([204, whole.length]);
    const id = location.slice(location.lastIndexOf('/') + 1);
    const taken = await curator.send('POST', '/api/media', { upload: id, id: 'pictures/broken-line.png' });
    expect(taken.body).toMatchObject({ medium: { hash: sha256(whole) } });
  });

  it('that is not all here yet is not taken', async () => {
    const { location } = await begin(1000);
    const id = location.slice(location.lastIndexOf('/') + 1);
    const refused = await curator.send('POST', '/api/media', { upload: id, id: 'pictures/half.png' });
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('0 of 1000 bytes') as string },
    });
    expect((await tus('DELETE', location)).status).toBe(204);
    expect((await tus('HEAD', location)).status).toBe(404);
    expect(waiting()).toEqual([]);
  });

  it('is its owner’s alone', async () => {
    const { location } = await begin(10);
    for (const method of ['HEAD', 'DELETE'])
      expect((await askTus(hall.origin, other, method, location)).status).toBe(404);
    expect((await askTus(hall.origin, other, 'PATCH', location, octets(0), Buffer.from('x'))).status).toBe(404);
    expect((await askTus(hall.origin, httpClient(hall.origin), 'PATCH', location, octets(0))).status).toBe(401);
    await tus('DELETE', location);
  });

  it('of a viewer, or from another site’s page, does not begin', async () => {
    const viewer = await signInAs(hall.origin, 'viewer');
    const length = { 'Upload-Length': '10' };
    expect((await askTus(hall.origin, viewer, 'POST', '/api/uploads', length)).status).toBe(403);
    const foreign = { ...length, Origin: 'https://evil.example' };
    expect((await tus('POST', '/api/uploads', foreign)).status).toBe(403);
    expect(waiting()).toEqual([]);
  });
});

describe('what is refused leaves nothing behind, and is told why', () => {
  it.each<readonly [string, string, () => Buffer, string]>([
    ['a zip named .mp4', 'films/sky-2.mp4', aZip, 'is a file of type ZIP by its content'],
    ['a drawing with a script', 'pictures/logo.png', aDrawingWithScript, 'can carry a program (SVG'],
    ['a page named .jpg', 'pictures/a.jpg', () => Buffer.from('<html><script>1</script>'), 'can carry a program'],
    ['a picture under another type’s name', 'pictures/sky.jpg', () => aPicture(5, 5), 'is image/png by its content'],
    ['a film without its end', 'films/cut.mp4', () => aFilm().subarray(0, 1200), 'is not whole'],
    ['a picture without its end', 'pictures/cut.png', () => aPicture(200, 200).subarray(0, -20), 'is not whole'],
    ['noise', 'films/noise.mp4', () => Buffer.alloc(3000, 7), 'cannot be told from its content'],
  ])('%s', async (_what, id, file, words) => {
    const before = stored();
    const answer = await take(id, file());
    expect(answer).toMatchObject({ status: 422, body: { detail: expect.stringContaining(words) as string } });
    expect(waiting()).toEqual([]);
    expect(stored()).toEqual(before);
    expect(hall.engine.state().medium[id]).toBeUndefined();
  });

  it('a file of 0 bytes', async () => {
    const refused = await begin(0);
    expect(refused).toMatchObject({ status: 422, problem: { detail: expect.stringContaining('0 bytes') as string } });
    expect(waiting()).toEqual([]);
  });

  it('a path in its name', async () => {
    const named = (name: string) => ({ 'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}` });
    for (const name of ['../../etc/passwd', 'C:\\film.mp4', '..'])
      expect(await begin(10, named(name))).toMatchObject({
        status: 422,
        problem: { said: { kk: expect.stringContaining('қалталар') as string } },
      });
    for (const id of ['../hall.db', '/etc/passwd', 'a/../b.png', '.facts/x.png', 'films\\sky.mp4']) {
      const known = await upload(hall.origin, curator, aPicture(3, 3));
      expect([id, (await curator.send('POST', '/api/media', { upload: known, id })).status]).toEqual([id, 422]);
      await tus('DELETE', `/api/uploads/${known}`);
    }
    for (const known of ['../hall.db', '..%2Fhall.db', 'constructor'])
      expect((await tus('HEAD', `/api/uploads/${known}`)).status).toBe(404);
    expect(waiting()).toEqual([]);
  });

  it('more bytes than were announced, and more than are ever taken', async () => {
    const { location } = await begin(5);
    expect((await tus('PATCH', location, octets(0), Buffer.alloc(50))).status).toBe(413);
    expect((await tus('HEAD', location)).offset).toBe(5);
    await tus('DELETE', location);
    expect((await begin(1024 ** 4)).status).toBe(413);
  });

  it('what the disk has no room for, and more than one person’s share', async () => {
    const folder = join(hall.media, '.limits');
    const full = createUploads(folder, Date.now, { ...usualUploadLimits, reserveBytes: 1e18 });
    const refused = await full.begin('person a', 10);
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'storage', detail: expect.stringContaining('0.0 GB left for media') as string },
    });
    const few = createUploads(folder, Date.now, { ...usualUploadLimits, reserveBytes: 0, perPerson: 1 });
    expect((await few.begin('person a', 10)).ok).toBe(true);
    expect(await few.begin('person a', 10)).toMatchObject({ ok: false, problem: { code: 'too-many' } });
    expect((await few.begin('person b', 10)).ok).toBe(true);
    const tomorrow = createUploads(folder, () => Date.now() + 25 * 3_600_000);
    await tomorrow.sweep();
    expect(names(folder)).toEqual([]);
  });
});

describe('a medium', () => {
  it('is not deleted while a scene uses it, and its file goes with it', async () => {
    const picture = aPicture(60, 40, [7, 7, 7]);
    await take('pictures/used.png', picture);
    const scene = { id: 'picture', type: 'image', title: { en: 'Picture' }, params: { image: 'pictures/used.png' } };
    expect((await other.send('POST', '/api/scenes', scene)).status).toBe(201);
    const users = await curator.get('/api/users?kind=medium&id=pictures/used.png');
    expect(users.body).toEqual([{ kind: 'scene', id: 'picture', title: { en: 'Picture' } }]);
    const refused = await curator.send('DELETE', '/api/media?id=pictures/used.png');
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('scene picture') as string },
    });
    expect(stored()).toContain(sha256(picture));
    expect((await other.send('DELETE', '/api/scenes/picture')).status).toBe(200);
    expect((await curator.send('DELETE', '/api/media?id=pictures/used.png')).status).toBe(200);
    expect(stored()).not.toContain(sha256(picture));
    expect(names(join(hall.media, '.facts'))).not.toContain(`${sha256(picture)}.json`);
  });

  describe('has a thumbnail', () => {
    const id = 'pictures/with-thumbnail.png';
    const picture = aPicture(64, 36, [3, 1, 4]);
    const put = (of: string, bytes: Buffer, client = curator) =>
      client.send('PUT', '/api/media/thumbnail', { id: of, picture: bytes.toString('base64') });
    const got = () => fetch(`${hall.origin}/media/${sha256(picture)}/thumbnail`);
    const hasOne = async () =>
      ((await curator.get('/api/media')).body as { id: string; hasThumbnail: boolean }[]).find((one) => one.id === id)
        ?.hasThumbnail;

    it('that a console made, once and for ever', async () => {
      await take(id, picture);
      expect([await hasOne(), (await got()).status]).toEqual([false, 404]);
      expect((await put(id, aThumbnail())).status).toBe(200);
      const served = await got();
      expect(served.headers.get('Content-Type')).toBe('image/jpeg');
      expect(served.headers.get('Cache-Control')).toContain('immutable');
      expect(Buffer.from(await served.arrayBuffer())).toEqual(aThumbnail());
      expect(await hasOne()).toBe(true);
      // Whoever comes second changes nothing, whatever they send.
      expect((await put(id, Buffer.from('<script>'))).status).toBe(200);
      expect(Buffer.from(await (await got()).arrayBuffer())).toEqual(aThumbnail());
    });

    it('by its content alone, of what can be seen, from whoever may bring files in', async () => {
      await take('films/without.mp4', Buffer.concat([aFilm(), Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65])]));
      const refusedAs = async (bytes: Buffer) => {
        const { status, body } = await put('films/without.mp4', bytes);
        return [status, (body as { detail: string }).detail];
      };
      expect(await refusedAs(aDrawingWithScript())).toEqual([422, expect.stringContaining('can carry a program')]);
      expect(await refusedAs(aPicture(10, 10))).toEqual([422, expect.stringContaining('image/png by its content')]);
      expect(await refusedAs(aThumbnail().subarray(0, -20))).toEqual([422, expect.stringContaining('is not whole')]);
      expect(await refusedAs(Buffer.alloc(0))).toEqual([422, expect.stringContaining('0 bytes')]);
      expect((await put('films/without.mp4', Buffer.alloc(200_000))).status).toBe(422);
      expect((await put('pictures/nowhere.png', aThumbnail())).status).toBe(404);
      const viewer = await signInAs(hall.origin, 'viewer');
      expect((await put('films/without.mp4', aThumbnail(), viewer)).status).toBe(403);
      expect(names(join(hall.media, '.thumbnails'))).toEqual([`${sha256(picture)}.jpg`]);
    });

    it('until it is deleted', async () => {
      expect((await curator.send('DELETE', `/api/media?id=${id}`)).status).toBe(200);
      expect((await got()).status).toBe(404);
      expect(names(join(hall.media, '.thumbnails'))).toEqual([]);
    });
  });

  it('is held, comes, or is missed on the screens that need it', async () => {
    await take('pictures/held.png', aPicture(60, 41, [6, 6, 6]));
    const scene = { id: 'held', type: 'image', title: { en: 'Picture' }, params: { image: 'pictures/held.png' } };
    await other.send('POST', '/api/scenes', scene);
    const holdings = () => curator.get('/api/media/holdings?id=pictures/held.png');
    expect((await holdings()).body).toEqual([]);
    await other.send('POST', '/api/takes', { scene: 'held', targets: 'p1', policy: 'go' });
    expect((await holdings()).body).toEqual([{ screen: 'p1', state: 'unheard', why: null, held: 0, needed: 1 }]);
  });
});

/** Sends so many bytes of the upload, and cuts the line. */
function breakAfter(location: string, bytes: Buffer, count: number): Promise<void> {
  const { hostname, port } = new URL(hall.origin);
  const socket = connect(Number(port), hostname);
  const head = [
    `PATCH ${location} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Cookie: ${curator.cookie ?? ''}`,
    'Tus-Resumable: 1.0.0',
    'Upload-Offset: 0',
    'Content-Type: application/offset+octet-stream',
    `Content-Length: ${bytes.length}`,
  ];
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(bytes.subarray(0, count), () => {
      setTimeout(() => {
        socket.destroy();
        resolve();
      }, 150);
    });
  });
}
