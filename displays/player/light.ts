import { gridOf, type LightSample } from '#shared/proof/luma-grid.ts';

type Picture = HTMLCanvasElement | HTMLVideoElement;

/** Several pixels for each cell of the grid, so that the browser's own scaling blurs and does not skip. */
const sidePx = 32;
const everyMs = 1_800;
/** A canvas that fills less of its scene than this says nothing of the scene. */
const leastShare = 0.5;

const ground = '#11161a';

/** Reads what a scene has drawn, where it draws into a canvas or plays a video; text cannot be read by its own page. */
export interface Light {
  /** Called within the animation frame in which the scene was drawn, at `at` of shared time: a WebGL canvas is empty later. */
  look(box: Element | undefined, at: number): void;
  /** The newest; null where there is nothing to read. */
  sample(): LightSample | null;
}

export function createLight(): Light {
  const canvas = new OffscreenCanvas(sidePx, sidePx);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  let lookedAt = -Infinity;
  let sample: LightSample | null = null;
  return {
    look(box, at) {
      if (ctx === null || (at >= lookedAt && at - lookedAt < everyMs)) return;
      lookedAt = at;
      const picture = box === undefined ? null : pictureOf(box);
      if (picture === null) {
        sample = null;
        return;
      }
      // What a canvas leaves open shows the ground of the scene.
      ctx.fillStyle = ground;
      ctx.fillRect(0, 0, sidePx, sidePx);
      ctx.drawImage(picture, 0, 0, sidePx, sidePx);
      const { data } = ctx.getImageData(0, 0, sidePx, sidePx);
      sample = { at, source: 'page', grid: gridOf(data, sidePx, sidePx) };
    },
    sample: () => sample,
  };
}

/** The canvas or video that fills most of the scene, if it fills enough of it. */
function pictureOf(box: Element): Picture | null {
  const area = (element: Element): number => element.clientWidth * element.clientHeight;
  const largest = picturesIn(box).toSorted((a, b) => area(b) - area(a))[0];
  const scene = box.firstElementChild ?? box;
  return largest !== undefined && area(largest) >= area(scene) * leastShare && isReadable(largest) ? largest : null;
}

function isReadable(picture: Picture): boolean {
  return picture instanceof HTMLVideoElement ? picture.readyState >= 2 : picture.width > 0 && picture.height > 0;
}

/** Through the shadow roots of a scene and its parts. */
function picturesIn(root: Element | ShadowRoot): readonly Picture[] {
  const found: Picture[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLCanvasElement || element instanceof HTMLVideoElement) found.push(element);
    if (element.shadowRoot !== null) found.push(...picturesIn(element.shadowRoot));
  }
  return found;
}
