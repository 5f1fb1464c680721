import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../controller/environment.ts';

const read = (variables: Record<string, string | undefined>) => readEnvironment(variables, '/srv/hall');

function refusal(result: ReturnType<typeof read>): string {
  if (result.ok) throw new Error('this environment is usable');
  return result.message;
}

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
        transport: { is: 'http', isInsisted: false },
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
        transport: { is: 'own-certificate', names: [] },
      },
    });
  });

  it.each([
    [
      { HOST: '0.0.0.0', TLS_NAMES: 'hall.museum.kz,10.0.0.5' },
      { is: 'own-certificate', names: ['hall.museum.kz', '10.0.0.5'] },
    ],
    [
      { TLS_CERT: 'hall.pem', TLS_KEY: '/etc/hall.key' },
      { is: 'given-certificate', certificateFile: '/srv/hall/hall.pem', keyFile: '/etc/hall.key' },
    ],
    [
      { HOST: '10.0.0.5', ALLOW_HTTP: 'yes' },
      { is: 'http', isInsisted: true },
    ],
    [{ HOST: 'localhost' }, { is: 'http', isInsisted: false }],
  ])('%j is reached by %j', (variables, transport) => {
    expect(read(variables)).toMatchObject({ ok: true, environment: { transport } });
  });

  it('wants a certificate and its key together', () => {
    expect(refusal(read({ TLS_CERT: 'hall.pem' }))).toContain('TLS_CERT and TLS_KEY belong together');
  });

  it.each([
    ['ALLOW_HTTP', 'true'],
    ['TLS_NAMES', 'two words'],
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', ' 80'],
    ['HOST', 'two words'],
    ['HOST', 'http://127.0.0.1'],
  ])('refuses %s=%s in one line that names it and what was found', (name, value) => {
    const result = read({ [name]: value });
    const message = refusal(result);
    expect(message).toContain(`${name} must be`);
    expect(message).toContain(JSON.stringify(value));
    expect(message).not.toContain('\n');
  });

  it('names every variable that is not usable, and never repeats a password', () => {
    const message = refusal(read({ PORT: 'x', ADMIN_PASSWORD: 'hunter2' }));
    expect(message).toContain('PORT must be');
    expect(message).toContain('ADMIN_PASSWORD must be a password of at least 8 characters');
    expect(message).not.toContain('hunter2');
  });
});
