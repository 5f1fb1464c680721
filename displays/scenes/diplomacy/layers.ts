import type { UndatedRelation } from '#shared/content.ts';
import { centres, globeOf, type Disc, type Globe, type World } from './globe.ts';
import type { Centre, Stop } from './events.ts';
import { moveDate } from './events.ts';
import { clear, paintFocus, paintLand, paintPoles, paintWorld, sizeCanvas, type Lit } from './painter.ts';

/** The canvases from the ground up. */
export interface Canvases {
  readonly worlds: Readonly<Record<Centre, HTMLCanvasElement>>;
  readonly undated: HTMLCanvasElement;
  readonly land: HTMLCanvasElement;
  /** The state in focus. */
  readonly gold: HTMLCanvasElement;
  readonly poles: HTMLCanvasElement;
}

/** What is to be painted. */
export interface MapOfRelations {
  readonly world: World;
  readonly disc: Disc;
  readonly stops: readonly Stop[];
  readonly undated: readonly UndatedRelation[];
}

/**
 * Keeps the canvases at what a stop needs. Going on adds one state; anything else, such as a jump back, paints anew,
 * so that any position looks as if it had played up to there.
 */
export class Layers {
  readonly globes: Readonly<Record<Centre, Globe>>;
  readonly #canvases: Canvases;
  readonly #unit: number;
  readonly #stops: readonly Stop[];
  readonly #undated: readonly UndatedRelation[];
  #painted: { readonly centre: Centre; readonly index: number } | null = null;

  /** `unit` is canvas pixels per unit of the composition. */
  constructor(canvases: Canvases, map: MapOfRelations, unit: number) {
    const { world, disc, stops, undated } = map;
    this.globes = { almaty: globeOf(world, centres.almaty, disc), astana: globeOf(world, centres.astana, disc) };
    this.#canvases = canvases;
    this.#unit = unit;
    this.#stops = stops;
    this.#undated = undated;
  }

  /** Paints what never changes. Slow: in `prepare()`. */
  begin(size: { readonly width: number; readonly height: number }): void {
    const { worlds, undated, land, gold, poles } = this.#canvases;
    for (const canvas of [worlds.almaty, worlds.astana, undated, land, gold, poles]) sizeCanvas(canvas, size);
    paintWorld(worlds.almaty, this.globes.almaty, this.#unit);
    paintWorld(worlds.astana, this.globes.astana, this.#unit);
    const lit = this.#undated.map((state): Lit => ({ state, from: null }));
    paintLand(undated, this.globes.astana, this.#unit, lit);
    paintPoles(undated, this.globes.astana, this.#unit, lit);
  }

  /** Light on everything told before the stop with this index, gold on its own state. */
  show(index: number, centre: Centre): void {
    const painted = this.#painted;
    if (painted?.index === index && painted.centre === centre) return;
    const globe = this.globes[centre];
    const goesOn = painted !== null && painted.centre === centre && painted.index < index;
    if (!goesOn) {
      clear(this.#canvases.land);
      clear(this.#canvases.poles);
    }
    const fresh = this.#stops.slice(goesOn ? painted.index : 0, index).flatMap(litBy);
    paintLand(this.#canvases.land, globe, this.#unit, fresh);
    paintPoles(this.#canvases.poles, globe, this.#unit, fresh);
    clear(this.#canvases.gold);
    const [focus] = [this.#stops[index]].flatMap((stop) => (stop === undefined ? [] : litBy(stop)));
    if (focus !== undefined) paintFocus(this.#canvases.gold, globe, this.#unit, focus.state);
    this.#painted = { centre, index };
  }
}

function litBy(stop: Stop): readonly Lit[] {
  if (stop.kind !== 'relation') return [];
  return [{ state: stop.relation, from: stop.date < moveDate ? centres.almaty : centres.astana }];
}
