import type { Hall, Rect, Screen } from '#shared/hall.ts';
import { pickText, type Text } from '#shared/text.ts';
import { pageLanguage, pageWords, sayOnPage } from '../page/words.ts';
import { drawRoom } from './draw-room.ts';
import { floorLayout, type Floor, type FloorPicture } from './floor-layout.ts';
import './hall.css';

export interface HallViewOptions {
  readonly hall: Hall;
  readonly body: HTMLElement;
  /** The screen that is looked at closely, or nobody. */
  readonly onLook: (screen: string | null) => void;
}

export interface HallView {
  /** Where each screen's player draws. */
  readonly stages: ReadonlyMap<string, HTMLElement>;
  /** Says under a screen that something is not as it should be; null: nothing is. */
  setNote(screen: string, note: string | null): void;
  stop(): void;
}

const marginPx = 36;

/** The hall from above: its walls, its door, and every screen upright at its place. */
export function createHallView({ hall, body, onLook }: HallViewOptions): HallView {
  const say = (text: Text): string => pickText(text, pageLanguage(), hall.languages.order).text;
  const view = document.createElement('main');
  view.className = 'hall';
  view.lang = pageLanguage();
  const room = document.createElement('div');
  room.className = 'floor';
  view.append(room);
  body.append(view);
  const stages = new Map<string, HTMLElement>();
  const frames = new Map<string, HTMLElement>();
  const captions = new Map<string, HTMLElement>();
  const notes = new Map<string, string>();
  let looking: string | null = null;

  for (const screen of hall.screens) view.append(frameOf(screen));
  const close = document.createElement('button');
  close.className = 'close';
  close.textContent = sayOnPage(pageWords.close);
  close.hidden = true;
  close.addEventListener('click', () => look(null));
  view.append(close);

  function frameOf(screen: Screen): HTMLElement {
    const frame = document.createElement('div');
    frame.className = 'screen';
    frame.dataset['screen'] = screen.id;
    const stage = document.createElement('div');
    stage.className = 'stage';
    const open = document.createElement('button');
    open.className = 'open';
    open.setAttribute('aria-label', `${sayOnPage(pageWords.screen)} ${screen.number}: ${say(screen.name)}`);
    open.addEventListener('click', () => look(screen.id));
    frame.append(stage, open);
    stages.set(screen.id, stage);
    frames.set(screen.id, frame);
    return frame;
  }

  /** Number, name and zone of a picture, and what is not as it should be with any of its screens. */
  function caption({ id, screens }: FloorPicture): HTMLElement {
    const element = captions.get(id) ?? document.createElement('div');
    captions.set(id, element);
    element.className = 'caption';
    const numbers = screens.map(({ screen }) => screen.number).toSorted((a, b) => a - b);
    const number = document.createElement('b');
    number.textContent = numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : String(numbers[0]);
    const surface = hall.surfaces.find((candidate) => candidate.id === id);
    const name = surface?.name ?? screens[0]?.screen.name ?? {};
    const zone = hall.zones.find(({ members }) => members.includes(id));
    const under = document.createElement('div');
    under.className = 'under';
    const told = [...new Set(screens.flatMap(({ screen }) => notes.get(screen.id) ?? []))];
    under.classList.toggle('note', told.length > 0);
    under.textContent = told.length > 0 ? told.join(' · ') : zone === undefined ? '' : say(zone.name);
    element.replaceChildren(number, ` ${say(name)}`, under);
    return element;
  }

  function look(screen: string | null): void {
    const before = looking === null ? undefined : frames.get(looking);
    before?.classList.remove('large');
    looking = screen;
    if (screen !== null) frames.get(screen)?.classList.add('large');
    close.hidden = screen === null;
    view.classList.toggle('looking', screen !== null);
    arrange();
    onLook(screen);
    if (screen === null) before?.querySelector<HTMLElement>('.open')?.focus();
    else close.focus();
  }

  function arrange(): void {
    const { clientWidth: width, clientHeight: height } = view;
    if (width === 0 || height === 0) return;
    const floor = floorLayout(hall, { width, height }, marginPx);
    room.replaceChildren(drawRoom(hall, floor, { width, height }));
    for (const picture of floor.pictures) {
      const { box } = picture;
      const element = caption(picture);
      element.style.left = `${box.x}px`;
      element.style.top = `${box.y + box.height}px`;
      element.style.width = `${Math.max(box.width, 110)}px`;
      room.append(element);
    }
    for (const [id, box] of boxesOf(floor)) {
      const frame = frames.get(id);
      if (frame === undefined) continue;
      const { x, y, width: w, height: h } = id === looking ? { x: 0, y: 0, width, height } : box;
      frame.style.left = `${x}px`;
      frame.style.top = `${y}px`;
      frame.style.width = `${w}px`;
      frame.style.height = `${h}px`;
    }
  }

  const onKey = ({ code }: KeyboardEvent): void => {
    if (code === 'Escape' && looking !== null) look(null);
  };
  document.addEventListener('keydown', onKey);
  const resizing = new ResizeObserver(arrange);
  resizing.observe(view);
  arrange();

  return {
    stages,
    setNote(screen, note) {
      if ((notes.get(screen) ?? null) === note) return;
      if (note === null) notes.delete(screen);
      else notes.set(screen, note);
      arrange();
    },
    stop() {
      document.removeEventListener('keydown', onKey);
      resizing.disconnect();
      view.remove();
    },
  };
}

/** Each screen's own box, CSS pixels. */
function boxesOf(floor: Floor): readonly (readonly [string, Rect])[] {
  return floor.pictures.flatMap(({ box, screens }) =>
    screens.map(({ screen, part }) => {
      const x = box.x + part.x * box.width;
      const y = box.y + part.y * box.height;
      return [screen.id, { x, y, width: part.width * box.width, height: part.height * box.height }] as const;
    }),
  );
}
