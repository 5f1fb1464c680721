import type { Page } from 'playwright';

/** A line of text and how it stands out from what is really behind it. */
export interface Contrast {
  readonly text: string;
  /**
   * WCAG 2 ratio against the least favourable hundredth of the ground; of drawn names (`text`) the least favourable
   * tenth, since a mark on the map may touch a name's edge.
   */
  readonly ratio: number;
  readonly tag: string;
}

interface Line {
  readonly text: string;
  readonly tag: string;
  readonly colour: string;
  readonly rect: { x: number; y: number; width: number; height: number };
}

/**
 * Measures every visible text of the scene on the page against the picture behind it: textures, gradients and shadows
 * included, which a computed style cannot tell. Leaves the page without its text.
 */
export async function contrastsOf(page: Page): Promise<readonly Contrast[]> {
  const lines = await page.evaluate(collectAndHide);
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(measure, { lines, picture });
}

function collectAndHide(): Line[] {
  const root = document.body.lastElementChild?.shadowRoot;
  if (root === null || root === undefined) return [];
  const owners = [...root.querySelectorAll<HTMLElement | SVGElement>('*')].filter((element) =>
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  );
  const isVisible = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (Number(getComputedStyle(at).opacity) < 0.04) return false;
    }
    return !(element instanceof HTMLStyleElement);
  };
  const lines = owners.filter(isVisible).flatMap((element) => {
    const style = getComputedStyle(element);
    const words = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
    return words.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({
        text: (node.textContent ?? '').trim().slice(0, 40),
        tag: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`,
        colour: element instanceof SVGElement ? style.fill : style.color,
        rect: { x, y, width, height },
      }));
    });
  });
  for (const element of owners) {
    element.style.color = 'transparent';
    if (element instanceof SVGElement) element.style.fill = 'transparent';
  }
  return lines.filter(({ rect }) => rect.width > 1 && rect.height > 1);
}

async function measure({ lines, picture }: { lines: Line[]; picture: string }): Promise<Contrast[]> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (ctx === null) throw new Error('no canvas');
  ctx.drawImage(image, 0, 0);
  const linear = (byte: number): number => {
    const c = byte / 255;
    return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (r: number, g: number, b: number): number =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return lines.map(({ text, tag, colour, rect }) => {
    const { data } = ctx.getImageData(rect.x, rect.y, Math.max(1, rect.width), Math.max(1, rect.height));
    const ground: number[] = [];
    for (let at = 0; at < data.length; at += 4 * 7) {
      ground.push(luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
    }
    ground.sort((a, b) => a - b);
    const [r = 0, g = 0, b = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
    const own = luminance(r, g, b);
    const against = (part: number): number => {
      const other = ground[Math.min(ground.length - 1, Math.floor(ground.length * part))] ?? 0;
      return (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
    };
    const isLight = own > (ground[Math.floor(ground.length / 2)] ?? 0);
    const part = tag.startsWith('text.') ? 0.9 : 0.99;
    return { text, tag, ratio: Math.round(against(isLight ? part : 1 - part) * 10) / 10 };
  });
}
