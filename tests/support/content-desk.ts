import type { Locator, Page } from 'playwright';
import type { Desk } from './console.ts';

export const act = (page: Page, name: string): Locator => page.locator(`content-acts [data-act="${name}"]`);

/** How what is open stands, in words. */
export const stands = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('content-acts .state', { hasText: words }).waitFor();

/** A text of the form in one language. */
export const text = (page: Page, label: string, language: string): Locator =>
  page.locator(`content-editor [aria-label="${label}, ${language}"]`).last();

/** A line of the library. */
export const row = (page: Page, key: string): Locator => page.locator(`[data-key="${key}"]`);

/** Begins a scene or a show by its key, and gives it a name. */
export async function begin(desk: Desk, kind: 'scene' | 'show', title: string, type?: string): Promise<void> {
  const { page } = desk;
  await desk.key('Escape');
  await desk.key('KeyN', { shift: kind === 'show' });
  if (type !== undefined) await page.locator('new-content #type').selectOption(type);
  await page.locator('new-content [aria-label="Name, English"]').fill(title);
  await page.locator('new-content [type=submit]').click();
  await page.locator('content-editor').waitFor();
}

/** Publishes what is open by its key, and waits until the hall says so. */
export async function publish(desk: Desk, version: number): Promise<void> {
  await desk.key('Escape');
  await act(desk.page, 'publish').and(desk.page.locator(':enabled')).waitFor();
  await desk.key('KeyP', { shift: true });
  await stands(desk.page, new RegExp(`^\\s*Version ${version}\\s*$`));
}
