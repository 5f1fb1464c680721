import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../controller/environment.ts';

const read = (variables: Record<string, string | undefined>) => readEnvironment(variables, '/srv/hall');

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      ok: true,
      environment: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: '/srv/hall/data',
        configDir: '/srv/hall/config',
        adminPassword: null,
      },
    });
  });

  it('takes what is given, and an empty variable as absent', () => {
    const given = { PORT: '0', HOST: '::', DATA_DIR: '/var/hall', CONFIG_DIR: '', ADMIN_PASSWORD: 'long enough' };
    expect(read(given)).toEqual({
      ok: true,
      environment: {
        port: 0,
        host: '::',
        dataDir: '/var/hall',
        configDir: '/srv/hall/config',
        adminPassword: 'long enough',
      },
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', ' 80'],
    ['HOST', 'two words'],
    ['HOST', 'http://127.0.0.1'],
  ])('refuses %s=%s in one line that names it and what was found', (name, value) => {
    const result = read({ [name]: value });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.message).toContain(`${name} must be`);
    expect(result.message).toContain(JSON.stringify(value));
    expect(result.message).not.toContain('\n');
  });

  it('names every variable that is not usable, and never repeats a password', () => {
    const result = read({ PORT: 'x', ADMIN_PASSWORD: 'hunter2' });
    expect(result).toMatchObject({ ok: false });
    if (result.ok) return;
    expect(result.message).toContain('PORT must be');
    expect(result.message).toContain('ADMIN_PASSWORD must be a password of at least 8 characters');
    expect(result.message).not.toContain('hunter2');
  });
});
