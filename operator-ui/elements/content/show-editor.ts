import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { Cue, Scene, Show } from '#shared/scene.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { freshCue, moved } from '../../state/content/cues.ts';
import { withValue, type Path } from '../../state/content/paths.ts';
import { wrongAt, type Wrongs } from '../../state/content/wrongs.ts';
import { keyLabel } from '../../state/keys.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords, type ContentWords } from '../../words/content-words.ts';
import { cueForm } from './cue-form.ts';
import './cue-list.ts';
import type { CueEvents } from './cue-list.ts';
import { choiceField, switchField, wrongNote } from './small-fields.ts';

/** A show: what holds for all of it, its cues along their time, and the chosen cue. Raises `value` and `cue`. */
@customElement('show-editor')
export class ShowEditor extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 14px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
        gap: 12px;
        align-items: end;
      }
      /* What can be chosen here is a sentence. */
      .wide {
        grid-column: span 2;
      }
      .part {
        display: grid;
        gap: 8px;
        padding: 10px 0 12px 12px;
        border-left: 2px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) show!: Show;
  @property({ attribute: false }) scenes: readonly Scene[] = [];
  @property({ type: Number }) chosen = 0;
  @property({ attribute: false }) wrongs: Wrongs = new Map();
  @property({ attribute: false }) unproofed: readonly string[] = [];

  protected override render(): TemplateResult {
    const words = this.#words;
    const { cues, loop, touch, listed, solemn } = this.show;
    const cue = cues[this.chosen];
    return html`<div class="grid">
        ${switchField(words.loop, loop, (next) => this.#put(['loop'], next))}
        ${switchField(words.listed, listed, (next) => this.#put(['listed'], next))}
        ${switchField(words.solemn, solemn, (next) => this.#put(['solemn'], next))}
        <div class="wide">
          ${choiceField('touch', words.touch, touch, words.touches, (next) => this.#put(['touch'], next))}
        </div>
      </div>
      ${wrongNote(wrongAt(this.wrongs, 'loop'))}
      <cue-list
        .speech=${this.speech}
        .show=${this.show}
        .chosen=${this.chosen}
        .wrongs=${this.wrongs}
        @cue=${({ detail }: CustomEvent<number>) => this.#choose(detail)}
        @move=${({ detail }: CustomEvent<CueEvents['move']>) => this.#move(detail.cue, detail.by)}
        @length=${({ detail }: CustomEvent<CueEvents['length']>) =>
          this.#put(['cues', detail.cue, 'durationMs'], detail.ms)}
      ></cue-list>
      <div class="foot">
        <button type="button" class="button small" data-act="add-cue" @click=${this.#add}>
          <kbd>${keyLabel('addCue', this.speech.words)}</kbd>${words.addCue}
        </button>
        <button
          type="button"
          class="button small"
          ?disabled=${this.chosen === 0}
          @click=${() => this.#move(this.chosen, -1)}
        >
          ${words.earlier}
        </button>
        <button
          type="button"
          class="button small"
          ?disabled=${this.chosen >= cues.length - 1}
          @click=${() => this.#move(this.chosen, 1)}
        >
          ${words.later}
        </button>
        <button
          type="button"
          class="button small"
          data-act="remove-cue"
          ?disabled=${cues.length < 2}
          @click=${this.#remove}
        >
          <kbd>${keyLabel('removeCue', this.speech.words)}</kbd>${words.removeCue}
        </button>
      </div>
      ${cue === undefined ? nothing : this.#cue(cue)}`;
  }

  get #words(): ContentWords {
    return contentWords[this.speech.language];
  }

  #cue(cue: Cue): TemplateResult {
    const { chosen, speech, hall, scenes, wrongs, unproofed } = this;
    const put = (path: Path, next: unknown): void => this.#put(path, next);
    return cueForm({ cue, chosen, speech, hall, scenes, wrongs, unproofed, put });
  }

  readonly #add = (): void => {
    const { cues } = this.show;
    const after = this.chosen + 1;
    this.#tell({ ...this.show, cues: [...cues.slice(0, after), freshCue(this.show), ...cues.slice(after)] });
    this.#choose(after);
  };

  readonly #remove = (): void => {
    this.#put(['cues', this.chosen], undefined);
    this.#choose(Math.max(0, this.chosen - 1));
  };

  #move(cue: number, by: -1 | 1): void {
    if (this.show.cues[cue + by] === undefined) return;
    this.#tell({ ...this.show, cues: moved(this.show.cues, cue, by) });
    this.#choose(cue + by);
  }

  #choose(cue: number): void {
    this.dispatchEvent(new CustomEvent<number>('cue', { detail: cue }));
  }

  #put(path: Path, next: unknown): void {
    this.#tell(withValue(this.show, path, next) as Show);
  }

  #tell(show: Show): void {
    this.dispatchEvent(new CustomEvent('value', { detail: show }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'show-editor': ShowEditor;
  }
}
