import { state } from 'lit/decorators.js';
import { LookElement } from '../look/look-element.ts';
import { inLoop, presence } from '../look/motion.ts';
import { pageAt } from '../look/pages.ts';

interface Turning {
  readonly languages: 'screen' | 'alternate' | 'two';
}

/** The words go and come within this time, ms. */
const edgeMs = 900;
/** Within a stop that is told, and no language gets less of it than this. */
const stop = { edgeMs: 500, leastMs: 4000 } as const;

/** A scene that says its words in the screen's language, or in all of the hall's in turn. */
export abstract class TurningElement<Params extends Turning = Turning> extends LookElement<Params> {
  @state() private turn = 0;

  /** How long each language stands, ms. */
  protected abstract get turnMs(): number;

  protected override get language(): string {
    return this.spoken[this.turn] ?? super.language;
  }

  /** Follows the position; how far the words are there, 0..1. */
  protected takeTurns(positionMs: number): number {
    const { turnMs } = this;
    const count = this.spoken.length;
    this.turn = pageAt(positionMs, count, turnMs);
    if (count === 1 || this.context.reducedMotion) return 1;
    return presence(inLoop(positionMs, turnMs), 0, turnMs, edgeMs);
  }

  /**
   * The same for a scene that tells one thing after the other, `at` ms into what it tells: the languages share the time
   * of each thing where that is long enough, and otherwise take turns of several things.
   */
  protected takeTurnsIn(
    { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
    at: number,
  ): number {
    const count = this.spoken.length;
    const partMs = (untilMs - fromMs) / count;
    const isShared = count > 1 && partMs >= stop.leastMs;
    this.turn = isShared ? pageAt(at - fromMs, count, partMs) : pageAt(fromMs, count, this.turnMs);
    if (!isShared || this.context.reducedMotion) return 1;
    return presence(inLoop(at - fromMs, partMs), 0, partMs, stop.edgeMs);
  }

  /** The languages that take turns, the screen's own first. */
  protected get spoken(): readonly string[] {
    const own = super.language;
    if (this.params.languages !== 'alternate') return [own];
    return [own, ...this.context.languages.order.filter((language) => language !== own)];
  }
}
