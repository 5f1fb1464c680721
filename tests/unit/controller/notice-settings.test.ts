import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../controller/environment.ts';

const read = (variables: Record<string, string>) => {
  const result = readEnvironment(variables, '/srv/hall');
  return result.ok ? (result.environment.notices ?? null) : result.message;
};
const mail = { NOTICE_SMTP: 'smtp://mail.museum.kz', NOTICE_MAIL_TO: 'a@museum.kz,b@museum.kz' };
const webhook = {
  NOTICE_WEBHOOK: 'https://hooks.example.kz/T0/s3cr3t-path',
  NOTICE_WEBHOOK_SECRET: 'sixteen letters.',
};

describe('the settings of notices', () => {
  it('are nobody where nothing is said', () => expect(read({})).toBeNull());

  it('send mail over TLS to any server but one on this machine', () => {
    expect(read(mail)).toMatchObject({
      mail: {
        host: 'mail.museum.kz',
        port: 587,
        security: 'starttls',
        account: null,
        from: 'shanyraq@mail.museum.kz',
        to: ['a@museum.kz', 'b@museum.kz'],
      },
      webhook: null,
      least: 'fault',
      afterMs: 30_000,
      apartMs: 60_000,
    });
    expect(read({ ...mail, NOTICE_SMTP: 'smtps://mail.museum.kz' })).toMatchObject({
      mail: { port: 465, security: 'tls' },
    });
    expect(read({ ...mail, NOTICE_SMTP: 'smtp://127.0.0.1:25' })).toMatchObject({
      mail: { port: 25, security: 'plain' },
    });
  });

  it('take a webhook, a level, a delay and the console’s address', () =>
    expect(
      read({ ...webhook, NOTICE_LEVEL: 'warning', NOTICE_AFTER_S: '0', NOTICE_LINK: 'https://hall.kz/' }),
    ).toMatchObject({
      webhook: { secret: 'sixteen letters.' },
      least: 'warning',
      afterMs: 0,
      link: 'https://hall.kz',
    }));

  it.each([
    [{ NOTICE_SMTP: mail.NOTICE_SMTP }, /NOTICE_SMTP and NOTICE_MAIL_TO belong together/],
    [{ ...mail, NOTICE_SMTP_USER: 'hall' }, /NOTICE_SMTP_USER and NOTICE_SMTP_PASSWORD belong together/],
    [{ NOTICE_WEBHOOK: webhook.NOTICE_WEBHOOK }, /NOTICE_WEBHOOK and NOTICE_WEBHOOK_SECRET belong together/],
    [{ ...mail, NOTICE_MAIL_TO: 'not an address' }, /NOTICE_MAIL_TO must be mail addresses/],
    [{ ...mail, NOTICE_LEVEL: 'loud' }, /NOTICE_LEVEL must be "fault" or "warning", found "loud"/],
  ])('%j is not usable', (variables, why) => expect(read(variables)).toMatch(why));

  it.each([
    [{ ...webhook, NOTICE_WEBHOOK_SECRET: 'hunter2' }],
    [{ ...webhook, NOTICE_WEBHOOK: 'ftp://hooks.example.kz/hunter2' }],
    [{ ...mail, NOTICE_SMTP: 'smtp://hall:hunter2@mail.museum.kz' }],
    [{ ...webhook, NOTICE_WEBHOOK: 'https://hall:hunter2@hooks.example.kz/' }],
  ])('never repeat a secret, not even in a refusal', (variables) => {
    expect(read(variables)).toMatch(/must be/);
    expect(read(variables)).not.toContain('hunter2');
  });
});
