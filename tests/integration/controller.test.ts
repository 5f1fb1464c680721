import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestController, type TestController } from '../support/controller.ts';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'shanyraq-test-'));
  stops.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function open(env: Record<string, string> = {}): Promise<TestController> {
  const controller = await startTestController({ env });
  stops.push(() => controller.stop());
  return controller;
}

/** Runs a controller that is expected to refuse; what it said, and with which code it ended. */
function refused(env: Record<string, string>, as: { uid?: number; gid?: number } = {}) {
  const ended = spawnSync(process.execPath, [resolve('controller/main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder(), 'data'), ...env },
    ...as,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: ended.status, said: ended.stderr };
}

describe('the controller', () => {
  it('opens a new hall from its config, and says nothing but where its doors are', async () => {
    const controller = await open();
    expect(controller.said()).toContain('The hall is open');
    expect(
      controller
        .said()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    ).toEqual([]);
    expect(await controller.get('/api/screens')).toHaveLength(13);
    expect((await fetch(`${controller.url}/readyz`)).status).toBe(200);
  });

  it('ends in good order on SIGTERM, in under 2 s, and leaves the port free', async () => {
    const controller = await open();
    const startedAt = performance.now();
    expect(await controller.kill('SIGTERM')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    const again = await controller.again();
    stops.push(() => again.stop());
    expect(await again.get('/api/screens')).toHaveLength(13);
  });

  it('finds every acknowledged take again after kill -9, with the same run and revision', async () => {
    const controller = await open();
    const taken = await controller.post('/api/takes', { targets: 'all', scene: 'entrance' });
    expect(taken.status).toBe(201);
    const { run } = (await taken.json()) as { run: string };
    await controller.kill('SIGKILL');
    const again = await controller.again();
    stops.push(() => again.stop());
    const screens = (await again.get('/api/screens')) as { desired: { run: string; scene: string } }[];
    expect(new Set(screens.map(({ desired }) => desired.run))).toEqual(new Set([run]));
    const runs = (await again.get('/api/runs')) as { id: string }[];
    expect(runs.map(({ id }) => id)).toContain(run);
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT.*eighty/],
    [{ PORT: '70000' }, /PORT.*70000/],
    [{ HOST: 'not a host' }, /HOST.*not a host/],
    [{ ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD/],
    [{ CONFIG_DIR: '/nowhere/at/all' }, /\/nowhere\/at\/all/],
  ])('refuses %o in words, with exit code 2', (env, words) => {
    const { code, said } = refused(env);
    expect(said).toMatch(words);
    expect(code).toBe(2);
  });

  it('refuses a broken config with file, path, what was found and what was expected, and makes no hall of it', () => {
    const config = join(folder(), 'config');
    cpSync('config', config, { recursive: true });
    const hall = JSON.parse(readFileSync(join(config, 'hall.json'), 'utf8')) as { screens: { widthPx: unknown }[] };
    const [screen] = hall.screens;
    if (screen === undefined) throw new Error('the shipped hall has screens');
    screen.widthPx = 'wide';
    writeFileSync(join(config, 'hall.json'), JSON.stringify(hall));
    const data = join(folder(), 'data');
    const first = refused({ CONFIG_DIR: config, DATA_DIR: data });
    expect(first.code).toBe(2);
    expect(first.said).toMatch(/hall\.json/);
    expect(first.said).toMatch(/screens\.0\.widthPx/);
    expect(first.said).toMatch(/"wide"/);
    expect(first.said).toMatch(/number/);
    writeFileSync(join(config, 'hall.json'), '{ "id": ');
    expect(refused({ CONFIG_DIR: config, DATA_DIR: data })).toMatchObject({ code: 2 });
    expect(existsSync(join(data, 'media'))).toBe(false);
  });

  it('says that another controller has the data folder, or the port', async () => {
    const controller = await open();
    expect(refused({ DATA_DIR: controller.dataDir })).toMatchObject({ code: 2 });
    const busy = refused({ PORT: String(controller.port) });
    expect(busy.said).toContain(`Port ${controller.port}`);
    expect(busy.code).toBe(2);
  });

  it('says that the data folder cannot be written', () => {
    const data = folder();
    chmodSync(data, 0o555);
    // Root may write anywhere, so it becomes nobody for this.
    const { code, said } = refused({ DATA_DIR: data }, process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
    expect(said).toContain(data);
    expect(code).toBe(2);
  });
});
