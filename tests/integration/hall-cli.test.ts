import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyPassword } from '../../controller/adapters/identity/passwords.ts';
import { openStore } from '../../controller/store/sqlite/store.ts';
import type { Command, Log } from '#core/ports.ts';
import { hashCleaningPin } from '#shared/cleaning.ts';
import { CalibrationBody } from '#shared/commands.ts';
import { parseCall, usage } from '../../controller/cli/arguments.ts';
import { runCall } from '../../controller/cli/run.ts';
import { orderOffline } from '../../controller/offline.ts';
import { aHall } from '../support/hall-state.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let root: string;
let config: string;
let data: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shanyraq-cli-'));
  config = join(root, 'config');
  data = join(root, 'data');
  mkdirSync(join(config, 'scenes'), { recursive: true });
  write('hall.json', aHall());
  write('scenes/entrance.json', {
    id: 'entrance',
    type: 'title',
    title: { en: 'Entrance' },
    params: { title: { en: 'Welcome' } },
  });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, content: unknown): void {
  writeFileSync(join(config, name), typeof content === 'string' ? content : JSON.stringify(content));
}

/** The command as a person types it, in this process. */
async function hall(...args: readonly string[]) {
  const call = parseCall(args);
  if (call.is === 'help' || call.is === 'misused') throw new Error(`${args.join(' ')} is no work`);
  const transport = { is: 'http', isInsisted: false } as const;
  const environment = {
    port: 0,
    host: '127.0.0.1',
    dataDir: data,
    configDir: config,
    adminPassword: null,
    transport,
    clockOffsetMs: 0,
  } as const;
  return runCall(call, { environment, cwd: root, log: silent, now: Date.now() });
}

function spawnHall(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, '../../controller/hall-cli.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATA_DIR: data, CONFIG_DIR: config },
  });
}

async function ordered(command: Command) {
  const store = await openStore({ file: join(data, 'hall.db'), log: silent });
  try {
    return await orderOffline(store, command, Date.now());
  } finally {
    await store.close();
  }
}

async function stored() {
  const store = await openStore({ file: join(data, 'hall.db'), log: silent });
  try {
    return await store.load();
  } finally {
    await store.close();
  }
}

describe('npm run hall', () => {
  it('imports a config, says what would change before, and nothing when nothing differs', async () => {
    expect(await hall('import', '--dry-run')).toEqual({
      ok: true,
      message: 'An import would change 2 documents:\n  set      hall hall\n  set      scene entrance',
    });
    expect((await stored()).revision).toBe(0);
    expect(await hall('import')).toMatchObject({ ok: true });
    expect((await stored()).revision).toBe(1);
    expect((await hall('import')).message).toContain('nothing changes');
    rmSync(join(config, 'scenes/entrance.json'));
    expect((await hall('import', '--dry-run')).message).toContain('removed  scene entrance');
    expect((await stored()).revision).toBe(1);
  });

  it('refuses a broken config with the file, the place, what was found and expected, and leaves the hall alone', async () => {
    await hall('import');
    write('hall.json', { ...aHall(), timeZone: 5 });
    write('scenes/entrance.json', '{ "id": "entrance", ');
    const refused = spawnHall('import');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('hall.json, timeZone: found 5, expected');
    expect(refused.stderr).toContain('scenes/entrance.json, line 1, column 21: found the end of the file');
    expect(refused.stderr).not.toContain('    at ');
    expect((await stored()).revision).toBe(1);
  });

  it('undoes nothing that people have changed in the console, unless it is told to', async () => {
    await hall('import');
    const entrance = {
      id: 'entrance',
      version: 1,
      type: 'title',
      title: { en: 'Entrance' },
      params: { title: { en: 'By hand' } },
    };
    expect(await ordered({ type: 'scene.put', scene: entrance, base: 1 })).toMatchObject({ ok: true });
    expect(await ordered({ type: 'scene.put', scene: { ...entrance, id: 'new' }, base: null })).toMatchObject({
      ok: true,
    });
    const before = await stored();
    const refused = await hall('import');
    expect(refused.ok).toBe(false);
    expect(refused.message).toContain('scene/entrance: the hall has version 2, the folder 1');
    expect(refused.message).toContain('scene/new: it was made in the console, and is not in the folder');
    expect(refused.message).toContain('--overwrite');
    expect(await stored()).toEqual(before);
    // The dry run shows both: what would change, and what would be lost.
    const dry = await hall('import', '--dry-run');
    expect(dry.message).toContain('removed  scene new');
    expect(dry.message).toContain('scene/entrance: the hall has version 2, the folder 1');

    // A folder that was written out knows the edit, and may change it further; versions go on counting.
    await hall('export', 'copy');
    const file = join(root, 'copy/scenes/entrance.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('By hand', 'By hand, and in the file'));
    expect(await hall('import', 'copy')).toMatchObject({ ok: true });
    expect((await stored()).scene['entrance']).toMatchObject({ version: 3 });
    // What an import brought and nobody has touched since is the folder's to change again, and to take away.
    writeFileSync(file, readFileSync(file, 'utf8').replace('in the file', 'twice in the file'));
    rmSync(join(root, 'copy/scenes/new.json'));
    expect((await hall('import', 'copy')).message).toContain('removed  scene new');
    expect((await stored()).scene['entrance']).toMatchObject({ version: 4 });

    expect(await hall('import', '--overwrite')).toMatchObject({ ok: true });
    expect((await stored()).scene['entrance']).toMatchObject({ version: 5, params: { title: { en: 'Welcome' } } });
  });

  it('leaves the PIN, corners and a broken touch as they are where the folder does not speak of them, and names what it changes', async () => {
    await hall('import');
    const cornerPin = { topLeft: [0.01, 0], topRight: [1, 0], bottomRight: [1, 1], bottomLeft: [0, 1] };
    const [first] = aHall().screens;
    if (first === undefined) throw new Error('no screen');
    await ordered({ type: 'cleaning.set', pinHash: await hashCleaningPin('1234', randomBytes(16)) });
    const body = CalibrationBody.parse({ cornerPin, touchOff: true, outputDelayMs: 42 });
    expect(await ordered({ type: 'screen.calibrate', screen: first.id, body })).toMatchObject({ ok: true });
    const set = (await stored()).hall['hall'];
    expect((await hall('import', '--dry-run')).message).toBe(
      `An import would change 1 documents:\n  set      hall hall: screens.${first.id}.outputDelayMs`,
    );
    expect(await hall('import')).toMatchObject({ ok: true });
    const after = (await stored()).hall['hall'];
    expect(after?.cleaning).toEqual(set?.cleaning);
    expect(after?.screens[0]).toEqual({ ...set?.screens[0], outputDelayMs: first.outputDelayMs });
  });

  it('exports what it imports', async () => {
    await hall('import');
    expect(await hall('export', 'copy')).toMatchObject({ ok: true });
    expect((await hall('import', '--dry-run', 'copy')).message).toContain('nothing changes');
    await expect(hall('export', 'copy')).rejects.toThrow('is not empty');
  });

  it('gives admin a new password, and ends their sessions', async () => {
    await hall('import');
    const session = {
      id: 'a'.repeat(64),
      person: 'admin',
      createdAt: 0,
      expiresAt: Date.now() + 1e9,
      tablet: null,
      browser: '',
      address: '',
    };
    await ordered({ type: 'session.open', session });
    const { message } = await hall('reset-admin');
    const password = /^ {2}(\S+)$/m.exec(message)?.[1] ?? '';
    expect(password).toMatch(/^[a-z2-9]{6}(-[a-z2-9]{6}){3}$/);
    const state = await stored();
    expect(state.person['admin']).toMatchObject({ name: 'admin', role: 'admin' });
    expect(await verifyPassword(state.person['admin']?.passwordHash ?? null, password)).toBe(true);
    expect(state.session).toEqual({});
  });

  it('finds a journal that was changed', async () => {
    await hall('import');
    await hall('reset-admin');
    expect(await hall('verify-journal')).toMatchObject({ ok: true });
    const database = new Database(join(data, 'hall.db'));
    database.exec("DROP TRIGGER journal_is_not_changed; UPDATE journal SET summary = 'nothing happened' WHERE seq = 1");
    database.close();
    expect(await hall('verify-journal')).toEqual({
      ok: false,
      message: expect.stringContaining('broken at entry 1') as string,
    });
  });

  it('exports the journal, oldest first, and never over another file', async () => {
    await hall('import');
    await hall('reset-admin');
    const { message } = await hall('export-journal', 'journal.ndjson');
    const lines = readFileSync(join(root, 'journal.ndjson'), 'utf8').trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as { seq: number; command: string; hash: string });
    expect(entries.map(({ seq, command }) => [seq, command])).toEqual([
      [1, 'hall.import'],
      [2, 'person.put'],
    ]);
    expect(message).toContain(entries[1]?.hash);
    await expect(hall('export-journal', 'journal.ndjson')).rejects.toThrow('EEXIST');
  });

  it('backs the data folder up while a controller holds it, whole and for its owner alone, and never over another', async () => {
    await hall('import');
    const holder = await openStore({ file: join(data, 'hall.db'), log: silent });
    try {
      expect(await hall('backup', 'copy')).toMatchObject({ ok: true });
      expect(await hall('backup', 'copy')).toMatchObject({
        ok: false,
        message: expect.stringContaining('not empty') as string,
      });
    } finally {
      await holder.close();
    }
    for (const entry of readdirSync(join(root, 'copy'), { recursive: true, withFileTypes: true }))
      expect([entry.name, statSync(join(entry.parentPath, entry.name)).mode & 0o077]).toEqual([entry.name, 0]);
    const before = await hall('export-journal', 'before.ndjson');
    data = join(root, 'copy');
    expect(await hall('verify-journal')).toMatchObject({ ok: true });
    const after = await hall('export-journal', 'after.ndjson');
    expect(after.message.replace('after', 'before')).toBe(before.message);
  });

  it('refuses a data folder in use in one clear line', async () => {
    const store = await openStore({ file: join(data, 'hall.db'), log: silent });
    const refused = spawnHall('import');
    await store.close();
    expect(refused.status).toBe(2);
    expect(refused.stderr.trim().split('\n')).toEqual([
      expect.stringContaining(`Another controller (process ${process.pid}) is running on the data folder ${data}`),
    ]);
  });

  it.each([
    [[], 'A command is missing.'],
    [['destroy'], 'There is no command called destroy.'],
    [['export'], 'export needs the folder to write to.'],
    [['export', 'a', 'b'], 'export takes one folder, not 2.'],
    [['reset-admin', 'please'], 'reset-admin takes no folder.'],
    [['export', '--dry-run', 'a'], '--dry-run belongs to import.'],
    [['export', '--overwrite', 'a'], '--overwrite belongs to import.'],
  ])('does not understand %j', (args, message) => {
    expect(parseCall(args)).toEqual({ is: 'misused', message });
  });

  it('explains itself', () => {
    expect(spawnHall('help')).toMatchObject({ status: 0, stdout: `${usage}\n`, stderr: '' });
    expect(spawnHall()).toMatchObject({ status: 2, stdout: '' });
  });
});
