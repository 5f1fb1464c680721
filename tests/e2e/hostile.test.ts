import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { ScreenId } from '#shared/ids.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { aReport } from '../support/reports.ts';

const mark = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
const root = mkdtempSync(join(tmpdir(), 'shanyraq-hostile-'));
let controller: TestController;
let browser: Browser;
let context: BrowserContext;
let evil: Server;
let evilOrigin: string;

beforeAll(async () => {
  const config = join(root, 'config');
  cpSync('config', config, { recursive: true });
  mkdirSync(join(config, 'media/hostile'), { recursive: true });
  writeFileSync(
    join(config, 'media/hostile/sign.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><script>window.pwned=1;document.documentElement.id="ran"</script></svg>',
  );
  controller = await startTestController({ env: { CONFIG_DIR: config } });
  evil = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<iframe src="${controller.url}/"></iframe>`);
  });
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  evilOrigin = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  context = await browser.newContext();
  const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
  await context.addCookies([{ name, value, url: controller.url, httpOnly: true, sameSite: 'Strict' }]);
});
afterAll(async () => {
  await browser.close();
  evil.closeAllConnections();
  await new Promise((resolve) => evil.close(resolve));
  await controller.stop();
  rmSync(root, { recursive: true });
});

const isPwned = 'window.pwned === 1';

describe('a browser of ours', () => {
  it('runs no script in a picture that is opened by itself', async () => {
    const picture = readFileSync(join(root, 'config/media/hostile/sign.svg'));
    const hash = createHash('sha256').update(picture).digest('hex');
    const page = await context.newPage();
    await page.goto(`${controller.url}/media/${hash}`);
    await page.waitForTimeout(300);
    expect(await page.evaluate('document.documentElement.id')).toBe('');
    await page.close();
  });

  it('shows the console in no other site’s page', async () => {
    const page = await context.newPage();
    await page.goto(evilOrigin);
    await page.waitForTimeout(1_000);
    const framed = page.frames().find((frame) => frame !== page.mainFrame());
    const url = framed?.url() ?? '';
    expect(url.startsWith(controller.url)).toBe(false);
    await page.close();
  });

  it('draws what hostile players report and people type as words, in every view of the console', async () => {
    const screen = ScreenId.parse('map');
    const socket = io(`${controller.url}/displays`, {
      transports: ['websocket'],
      forceNew: true,
      auth: { as: 'session', protocol: PROTOCOL_VERSION, build: mark.slice(0, 60) },
      extraHeaders: { Cookie: controller.headers['cookie'] ?? '' },
    });
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    expect(await socket.emitWithAck('attach', { screen, mode: 'virtual', have: null })).toMatchObject({ ok: true });
    const said = (text: string) => ({ at: Date.now(), where: text.slice(0, 200), what: text });
    const report = (): void => {
      const base = aReport({ screen, at: Date.now(), errors: [said(mark)], limits: [mark.slice(0, 60)] });
      socket.emit('report', { ...base, page: { ...base.page, browser: mark, build: mark.slice(0, 60) } });
    };
    const reporting = setInterval(report, 500);
    report();
    const take = { targets: 'map', scene: 'map', reason: mark, holdFor: 60_000 };
    expect((await controller.post('/api/takes', take)).status).toBe(201);
    const page = await context.newPage();
    await page.goto(controller.url);
    await page
      .getByText(/Жетістіктер картасы|Карта достижений|Map of achievements/)
      .first()
      .waitFor({ timeout: 20_000 });
    for (const hash of ['#hall', '#schedule', '#journal']) {
      await page.goto(`${controller.url}/${hash}`);
      await page.waitForTimeout(700);
    }
    // The reason is there to be read, and is only that.
    await page.getByText('<img src=x', { exact: false }).first().waitFor({ timeout: 10_000 });
    const seen = (await (await fetch(`${controller.url}/api/screens/map`, { headers: controller.headers })).json()) as {
      reported: { page: { browser: string } } | null;
    };
    clearInterval(reporting);
    socket.disconnect();
    expect(seen.reported?.page.browser).toBe(mark);
    expect(await page.evaluate(isPwned)).toBe(false);
    await page.close();
  });
});
