import type { Setup } from '#shared/plan.ts';
import './player.css';
import { fitTransform, pictureTurn } from './geometry.ts';
import { cornerPinTransform } from './homography.ts';

export interface StageBox {
  /** Where scenes are laid, the screen's own pixels large. */
  readonly scenes: HTMLElement;
  readonly over: HTMLElement;
  /** The picture before its corners are pinned. */
  readonly picture: HTMLElement;
  /** Over everything, dark or not, for what the staff does at the screen. */
  readonly staff: HTMLElement;
  /** Fits the picture into the window as the screen's setup says. */
  fit(setup: Pick<Setup, 'screen' | 'cornerPin'>): void;
  setDark(isDark: boolean): void;
  stop(): void;
}

export interface StageBoxOptions {
  readonly root: HTMLElement;
  /** The page fills the panel or projector itself: mounting and corners count. Otherwise the picture stands upright. */
  readonly isPhysical: boolean;
  readonly onResize: () => void;
}

export function createStageBox({ root, isPhysical, onResize }: StageBoxOptions): StageBox {
  const make = (name: string, parent: HTMLElement): HTMLElement => {
    const element = document.createElement('div');
    element.className = name;
    parent.append(element);
    return element;
  };
  root.classList.add('player');
  const picture = make('picture', root);
  const pinned = make('pinned', picture);
  const over = make('over', pinned);
  const dark = make('dark', pinned);
  const staff = make('staff', picture);
  let size = { width: root.clientWidth, height: root.clientHeight };
  const resizing = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    size = { width, height };
    onResize();
  });
  resizing.observe(root);

  return {
    scenes: pinned,
    over,
    picture,
    staff,
    fit({ screen, cornerPin }) {
      const { widthPx: width, heightPx: height } = screen;
      if (size.width === 0 || size.height === 0) return;
      const machineDeg = globalThis.screen.orientation.angle;
      const turn = isPhysical ? pictureTurn(screen, size, machineDeg) : 0;
      for (const box of [picture, pinned]) {
        box.style.width = `${width}px`;
        box.style.height = `${height}px`;
      }
      // For hands: what they touch has to be found in a picture that lies on its side.
      picture.style.setProperty('--turn', String(turn));
      picture.style.transform = fitTransform({ width, height }, size, turn);
      pinned.style.transform = isPhysical ? cornerPinTransform(cornerPin, width, height) : '';
    },
    setDark: (isDark) => dark.toggleAttribute('hidden', !isDark),
    stop() {
      resizing.disconnect();
      picture.remove();
    },
  };
}
