import type { Said } from '#shared/said.ts';
import { createHmac } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HallFacts } from '#shared/facts.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { ScreenId } from '#shared/ids.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { startHookServer, type HookServer } from '../support/hook-server.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { openRawPlayer, type RawPlayer } from '../support/raw-player.ts';
import { aReport } from '../support/reports.ts';

const patience = { timeout: 40_000, interval: 100 };
const secret = 'a secret that signs notices';
const password = 'the password of a mailbox';
const screen = ScreenId.parse('map');

interface HookBody {
  readonly id: string;
  readonly events: readonly {
    readonly id: string;
    readonly event: string;
    readonly because?: string;
    readonly incident: {
      readonly id: string;
      readonly title: string;
      readonly said: Said;
      readonly screens: readonly string[];
    };
  }[];
}

describe('notices of incidents', () => {
  const config = alwaysOpenConfig();
  let mail: MailServer;
  let hook: HookServer;
  let controller: TestController;
  let token = '';
  let player: RawPlayer | null = null;
  let timer: NodeJS.Timeout | undefined;
  const said: string[] = [];

  function play(): void {
    let drawn = 0;
    player = openRawPlayer({
      url: controller.url,
      namespace: '/displays',
      auth: { as: 'screen', protocol: PROTOCOL_VERSION, build: 'test', screen, token },
      onOpen(socket) {
        const report = (): void => {
          drawn += 120;
          const frames = { drawn, dropped: 0, refreshHz: 60 };
          socket.emit('report', aReport({ screen, at: Date.now(), shown: null, frames }));
        };
        socket.emit('attach', { screen, mode: 'screen', have: null }, report);
        timer = setInterval(report, 1_000);
      },
      onEvent: () => ({ applied: [screen], stale: [] }),
    });
  }
  function vanish(): void {
    clearInterval(timer);
    player?.close();
  }
  const metrics = async (): Promise<string> => (await fetch(`${controller.url}/metrics`)).text();
  const eventsOf = (status: number): readonly string[] =>
    hook.calls
      .filter((call) => call.status === status)
      .flatMap(({ body }) => (JSON.parse(body) as HookBody).events.map(({ id }) => id))
      .filter((id, index, all) => all.indexOf(id) === index);
  /** What is on the disk, as the next controller would find it. */
  const outbox = (): string => readFileSync(join(controller.dataDir, 'notices.json'), 'utf8');
  const offline = async (): Promise<string> => {
    const open = (await controller.get('/api/incidents?open=true')) as { id: string; trouble: string }[];
    return open.find(({ trouble }) => trouble === 'offline')?.id ?? '';
  };

  beforeAll(async () => {
    [mail, hook] = [await startMailServer(), await startHookServer(500)];
    controller = await startTestController({
      env: {
        CONFIG_DIR: config,
        NOTICE_SMTP: `smtp://127.0.0.1:${mail.port}`,
        NOTICE_SMTP_USER: 'hall',
        NOTICE_SMTP_PASSWORD: password,
        NOTICE_MAIL_TO: 'technician@museum.kz,nobody@museum.kz,duty@museum.kz',
        NOTICE_WEBHOOK: hook.url,
        NOTICE_WEBHOOK_SECRET: secret,
        NOTICE_AFTER_S: '0',
        NOTICE_EVERY_S: '2',
        NOTICE_LANGUAGE: 'en',
      },
    });
    token = await pairByHand(controller, screen);
    play();
    await vi.waitUntil(
      async () => ((await controller.get(`/api/screens/${screen}`)) as { reported: unknown }).reported !== null,
      patience,
    );
  });
  afterAll(async () => {
    vanish();
    said.push(controller.said());
    await controller.stop();
    await Promise.all([mail.stop(), hook.stop()]);
    rmSync(config, { recursive: true, force: true });
  });

  it('reach the mailbox at the second attempt, once, with the Message-ID of the first', async () => {
    mail.refuse(1);
    vanish();
    await vi.waitUntil(() => mail.mails.length > 0, patience);
    const [first] = mail.mails;
    expect(first?.to).toEqual(['technician@museum.kz', 'duty@museum.kz']);
    expect(first?.data).toMatch(/^FAULT: Screen 4 =E2=80=9CMap of achievements=E2=80=9D/m);
    expect(first?.data).toMatch(/^Message-ID: <\S+@shanyraq>/im);
    expect(new Set(mail.accounts)).toEqual(new Set([`hall ${password}`]));
  });

  it('wait on the disk while the webhook fails, and technicians and Prometheus see why', async () => {
    await vi.waitUntil(() => hook.calls.length > 0, patience);
    await vi.waitUntil(async () => (await metrics()).includes('shanyraq_notices_failing{way="webhook"} 1'), patience);
    expect(await metrics()).toContain('shanyraq_notices_failing{way="mail"} 0');
    expect(await metrics()).toMatch(/shanyraq_notices_waiting\{way="webhook"\} [1-9]/);
    expect(outbox()).toContain(await offline());
    const facts = await watched(controller);
    const webhook = facts.notices?.find(({ way }) => way === 'webhook');
    expect(webhook?.failing?.why).toMatch(/answers 500$/);
  });

  it('survive a controller that is killed: the same notice arrives, signed, and what it had sent is not sent again', async () => {
    const key = hook.calls[0]?.key;
    const incident = await offline();
    await controller.kill('SIGKILL');
    said.push(controller.said());
    hook.answer(200);
    controller = await controller.again();
    await vi.waitUntil(() => eventsOf(200).includes(`${incident}/opened`), patience);
    const taken = hook.calls.find(({ status }) => status === 200);
    expect(taken?.key).toBe(key);
    const [, seconds = '', hex = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(taken?.signature ?? '') ?? [];
    const told = (JSON.parse(taken?.body ?? '{}') as HookBody).events[0]?.incident.said;
    expect(told?.ru).toMatch(/Экран 4|экран 4/i);
    expect(told?.kk).toMatch(/экран/i);
    expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(120);
    expect(createHmac('sha256', secret).update(`${seconds}.${taken?.body}`).digest('hex')).toBe(hex);
    expect(mail.mails.filter(({ data }) => data.includes('FAULT'))).toHaveLength(1);
  });

  it('tell the end of an incident, and nothing waits any more', async () => {
    const incident = await offline();
    play();
    await vi.waitUntil(() => eventsOf(200).includes(`${incident}/closed`), patience);
    await vi.waitUntil(() => mail.mails.some(({ data }) => data.includes('OVER')), patience);
    expect(eventsOf(200).filter((id) => id.startsWith(incident))).toEqual([`${incident}/opened`, `${incident}/closed`]);
    await vi.waitUntil(async () => (await metrics()).includes('shanyraq_notices_waiting{way="webhook"} 0'), patience);
  });

  it('leave no secret in the log, the file, the export or the figures', async () => {
    const shown = [...said, controller.said(), outbox(), await metrics(), JSON.stringify(await watched(controller))];
    for (const text of shown)
      for (const hidden of [secret, password, 'path-that-is-secret']) expect(text).not.toContain(hidden);
  });
});

/** The hall's facts, as a console gets them when it opens. */
async function watched(controller: TestController): Promise<HallFacts> {
  return new Promise((resolve) => {
    const socket = openRawPlayer({
      url: controller.url,
      namespace: '/operators',
      auth: {},
      headers: controller.headers,
      onOpen: (opened) =>
        opened.emit('watch', {}, (answer: unknown) => {
          socket.close();
          resolve(HallFacts.parse((answer as { value: unknown }).value));
        }),
    });
  });
}
