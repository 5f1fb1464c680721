import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { loadFonts } from '../look/fonts.ts';
import { LookElement } from '../look/look-element.ts';
import { pageAt, pagesOf } from '../look/pages.ts';

/** More languages than these do not stand beside each other in letters that read from afar: they take turns. */
const languagesAtOnce = 3;

/**
 * A scene that has to be there at once and speaks to everybody: it waits for no font and no picture, sets its words
 * again when the fonts have come, and shows all of its languages, three at a time.
 */
export abstract class SlateElement<Params = unknown> extends LookElement<Params> {
  @state() private page = 0;

  /** How long some languages stand before the next ones. */
  protected abstract readonly stayMs: number;
  /** Everything it says, the screen's own language first. */
  protected abstract spoken(): readonly string[];
  /** Sets the words as large as they fit. */
  protected abstract fit(): void;

  override async prepare(): Promise<void> {
    loadFonts().then(
      () => this.requestUpdate(),
      // Words in the machine's own letters are better than none.
      () => this.requestUpdate(),
    );
    await this.updateComplete;
  }

  override seek(positionMs: number): void {
    this.page = pageAt(positionMs, pagesOf(this.spoken(), languagesAtOnce).length, this.stayMs);
  }

  /** The languages that stand now. */
  protected get speaking(): readonly string[] {
    return pagesOf(this.spoken(), languagesAtOnce)[this.page] ?? [];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.fit();
  }
}
