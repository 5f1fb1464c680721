import type { Browser } from 'playwright';
import { preview, type PreviewServer } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

/** Stricter than the controller's: a page that passes here has nothing inline and nothing from elsewhere. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'";

describe('the built pages', () => {
  let server: PreviewServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await preview({
      logLevel: 'warn',
      preview: { host: '127.0.0.1', port: 0, proxy: {}, headers: { 'Content-Security-Policy': policy } },
    });
    return () => server.close();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  // The console's ground, and the stone of the visitors' screens.
  it.each([
    ['/', 'rgb(14, 18, 21)'],
    ['/display/', 'rgb(11, 14, 16)'],
    ['/hall/', 'rgb(11, 14, 16)'],
  ])('%s is dark before any script, for a browser that prefers light', async (path, dark) => {
    const page = await browser.newPage({ javaScriptEnabled: false, colorScheme: 'light' });
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(new URL(path, server.resolvedUrls?.local[0]).href);
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe(dark);
    expect(refused).toEqual([]);
    await page.close();
  });
});
