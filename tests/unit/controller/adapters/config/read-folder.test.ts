import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportFolder } from '../../../../../controller/adapters/config/export-folder.ts';
import { flawLines } from '../../../../../controller/adapters/config/flaw.ts';
import { placeMedia } from '../../../../../controller/adapters/config/place-media.ts';
import { readConfigFolder } from '../../../../../controller/adapters/config/read-folder.ts';
import { aHall } from '../../../../support/hall-state.ts';

let root: string;
let config: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shanyraq-config-'));
  config = join(root, 'config');
  write('hall.json', aHall());
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, content: unknown): void {
  const file = join(config, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
}

const aTitle = (id: string, change: object = {}) => ({
  id,
  type: 'title',
  title: { en: id },
  params: { title: { en: id } },
  ...change,
});

async function flaws() {
  const read = await readConfigFolder(config);
  return read.ok ? [] : read.flaws;
}

describe('a config folder', () => {
  it('needs the hall alone', async () => {
    const read = await readConfigFolder(config);
    expect(read).toMatchObject({ ok: true, config: { documents: { hall: { hall: { id: 'test-hall' } }, scene: {} } } });
  });

  it('is the shipped one without a flaw', async () => {
    expect(await readConfigFolder(join(import.meta.dirname, '../../../../../config'))).toMatchObject({ ok: true });
  });

  it('says so when it is not there', async () => {
    config = join(root, 'elsewhere');
    expect(await flaws()).toMatchObject([{ file: config, found: 'nothing' }]);
  });

  it('names every flaw with its file, the place, what was found and what was expected', async () => {
    write('scenes/one.json', '{\n  "id": "one",\n  "type": title\n}');
    write('scenes/two.json', aTitle('two', { durationMs: 3, colour: 'red' }));
    write('scenes/three.json', aTitle('four'));
    write('shows/evening.json', { id: 'evening', title: { en: 'Evening' }, cues: [] });
    write('scene/lost.json', {});
    const found = await flaws();
    expect(found).toContainEqual({
      file: 'scenes/one.json',
      path: 'line 3, column 12',
      found: expect.stringContaining('itle') as string,
      expected: 'valid JSON',
    });
    expect(found).toContainEqual(
      expect.objectContaining({ file: 'scenes/two.json', path: 'durationMs', found: '3' }) as object,
    );
    expect(found.some(({ file, expected }) => file === 'scenes/two.json' && expected.includes('colour'))).toBe(true);
    expect(found).toContainEqual({
      file: 'scenes/three.json',
      path: 'id',
      found: '"four"',
      expected: 'three, as its file is called',
    });
    expect(found).toContainEqual(expect.objectContaining({ file: 'shows/evening.json', path: 'cues' }) as object);
    expect(found).toContainEqual(expect.objectContaining({ file: 'scene', path: '(its name)' }) as object);
    expect(flawLines(found).split('\n')).toHaveLength(found.length);
  });

  it('finds references into nothing once every document is readable', async () => {
    write('scenes/one.json', aTitle('one', { type: 'hologram' }));
    write('rules/always.json', { id: 'always', show: 'nowhere', targets: 'cellar', when: { always: true } });
    const found = await flaws();
    expect(found).toContainEqual(expect.objectContaining({ file: 'scenes/one.json', path: 'type' }) as object);
    expect(found).toContainEqual(
      expect.objectContaining({ file: 'rules/always.json', path: 'show', found: '"nowhere"' }) as object,
    );
    expect(found).toContainEqual(
      expect.objectContaining({ file: 'rules/always.json', path: 'targets', found: '"cellar"' }) as object,
    );
  });

  it('tells a medium’s kind by content and name, and refuses where they disagree', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    write('media/pictures/steppe.png', png);
    write('media/page.html', '<script>alert(1)</script>');
    const read = await readConfigFolder(config);
    expect(read).toMatchObject({
      ok: true,
      config: {
        documents: {
          medium: {
            'pictures/steppe.png': { mime: 'image/png', bytes: 11 },
            'page.html': { mime: 'application/octet-stream' },
          },
        },
      },
    });
    write('media/pictures/horse.jpg', png);
    write('media/Pictures/Two Words.png', png);
    expect(await flaws()).toEqual([
      expect.objectContaining({ file: 'media/Pictures/Two Words.png', path: '(its name)' }),
      {
        file: 'media/pictures/horse.jpg',
        path: '(its content)',
        found: 'the content of image/png',
        expected: 'image/jpeg',
      },
    ]);
  });

  it('comes back as it was after placing its media and exporting it', async () => {
    write('scenes/one.json', aTitle('one'));
    write('days/2026-12-16.json', { date: '2026-12-16', name: { en: 'Independence Day' }, hours: 'none' });
    write('rules/always.json', {
      id: 'always',
      scene: 'one',
      layer: 'ambient',
      targets: 'all',
      when: { always: true },
    });
    write('exceptions/always@2026-12-16.json', { rule: 'always', date: '2026-12-16', change: { is: 'skip' } });
    write('media/content/words.json', '{"a":1}');
    const first = await readConfigFolder(config);
    if (!first.ok) throw new Error(flawLines(first.flaws));
    const media = join(root, 'media');
    expect(await placeMedia(first.config.files, media)).toBe(1);
    expect(await placeMedia(first.config.files, media)).toBe(0);
    const [hash] = first.config.files.keys();
    expect(readdirSync(media)).toEqual([hash]);
    expect(statSync(join(media, hash ?? '')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(media, hash ?? ''), 'utf8')).toBe('{"a":1}');

    const copy = join(root, 'copy');
    await exportFolder(first.config.documents, media, copy);
    const second = await readConfigFolder(copy);
    expect(second.ok && second.config.documents).toEqual(first.config.documents);
    await expect(exportFolder(first.config.documents, media, copy)).rejects.toThrow('is not empty');
  });
});
