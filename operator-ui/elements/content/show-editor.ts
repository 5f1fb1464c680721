import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { Cue, Scene, Show } from '#shared/scene.ts';
import type { Text } from '#shared/text.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { freshCue, moved } from '../../state/content/cues.ts';
import { withValue, type Path } from '../../state/content/paths.ts';
import { wrongAt, type Wrongs } from '../../state/content/wrongs.ts';
import { keyLabel } from '../../state/keys.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords, type ContentWords } from '../../words/content-words.ts';
import '../target-chips.ts';
import '../text-fields.ts';
import './cue-list.ts';
import type { CueEvents } from './cue-list.ts';

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
        ${this.#switch(words.loop, loop, ['loop'])} ${this.#switch(words.listed, listed, ['listed'])}
        ${this.#switch(words.solemn, solemn, ['solemn'])}
        <div class="wide">
          ${this.#choice('touch', words.touch, touch, words.touches, (next) => this.#put(['touch'], next))}
        </div>
      </div>
      ${this.#wrong('loop')}
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
      ${cue === undefined ? nothing : this.#cue(cue, ['cues', this.chosen])}`;
  }

  get #words(): ContentWords {
    return contentWords[this.speech.language];
  }

  #cue(cue: Cue, path: Path): TemplateResult {
    const words = this.#words;
    const { type = 'dissolve', durationMs = 900 } = cue.transition ?? {};
    return html`<fieldset>
      <legend>${words.cue} ${this.chosen + 1}</legend>
      <text-fields
        .languages=${this.hall.languages}
        .label=${words.title}
        .value=${cue.title}
        .unproofed=${this.unproofed}
        .unproofedWord=${words.unproofed}
        .problem=${wrongAt(this.wrongs, `cues.${this.chosen}.title`)}
        @text=${({ detail }: CustomEvent<Text>) => this.#put([...path, 'title'], detail)}
      ></text-fields>
      <div class="grid">
        <div class="wide">
          ${this.#choice('trigger', words.starts, cue.trigger, words.triggers, (next) =>
            this.#put([...path, 'trigger'], next),
          )}
        </div>
        <div>
          ${this.#seconds('lasts', words.lasts, cue.durationMs, (next) => this.#put([...path, 'durationMs'], next))}
          ${this.#wrong(`cues.${this.chosen}.durationMs`)}
        </div>
        <div>
          ${this.#choice('enters', words.enters, type, words.transitions, (next) =>
            this.#put([...path, 'transition'], { type: next, durationMs: next === 'cut' ? 0 : durationMs || 900 }),
          )}
        </div>
        <div>
          ${this.#seconds('within', words.within, durationMs, (next) =>
            this.#put([...path, 'transition'], { type, durationMs: next ?? 0 }),
          )}
        </div>
        <div>
          ${this.#choice('policy', words.policy, cue.policy ?? '', words.policies, (next) =>
            this.#put([...path, 'policy'], next === '' ? undefined : next),
          )}
        </div>
      </div>
      ${
        cue.policy === 'critical'
          ? this.#targets(words.critical, cue.critical ?? [], (next) =>
              this.#put([...path, 'critical'], next.length === 0 ? undefined : next),
            )
          : nothing
      }
      ${cue.parts.map((part, index) => this.#part(part, [...path, 'parts', index], cue.parts.length))}
      <div class="foot">
        <button
          type="button"
          class="button small"
          @click=${() => this.#put([...path, 'parts', cue.parts.length], { targets: [], scene: '' })}
        >
          ${words.addPart}
        </button>
      </div>
      <label for="note">${words.note}</label>
      <textarea
        id="note"
        rows="2"
        maxlength="2000"
        .value=${cue.note ?? ''}
        @input=${(event: Event) => this.#put([...path, 'note'], valueOf(event) === '' ? undefined : valueOf(event))}
      ></textarea>
    </fieldset>`;
  }

  #part({ targets, scene }: Cue['parts'][number], path: Path, of: number): TemplateResult {
    const words = this.#words;
    const at = path.join('.');
    return html`<div class="part">
      <div>
        <label for=${`scene-${at}`}>${words.scene}</label>
        <select
          id=${`scene-${at}`}
          aria-invalid=${wrongAt(this.wrongs, `${at}.scene`) === '' ? 'false' : 'true'}
          @change=${(event: Event) => this.#put([...path, 'scene'], valueOf(event))}
        >
          <option value="" ?selected=${scene === ''}>${words.chooseScene}</option>
          ${this.scenes.map(
            ({ id, title }) =>
              html`<option value=${id} ?selected=${id === scene}>${this.speech.text(title)} (${id})</option>`,
          )}
        </select>
        ${this.#wrong(`${at}.scene`)}
      </div>
      ${this.#targets(words.where, targets, (next) => this.#put([...path, 'targets'], next))}
      ${this.#wrong(`${at}.targets`)}
      ${
        of < 2
          ? nothing
          : html`<div>
              <button type="button" class="button small" @click=${() => this.#put(path, undefined)}>
                ${words.removePart}
              </button>
            </div>`
      }
    </div>`;
  }

  #targets(label: string, chosen: readonly string[], put: (next: readonly string[]) => void): TemplateResult {
    return html`<target-chips
      whole
      .speech=${this.speech}
      .hall=${this.hall}
      .label=${label}
      .chosen=${chosen}
      @targets=${({ detail }: CustomEvent<readonly string[]>) => put(detail)}
    ></target-chips>`;
  }

  #choice(
    id: string,
    label: string,
    value: string,
    choices: Readonly<Record<string, string>>,
    put: (next: string) => void,
  ): TemplateResult {
    return html`<label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => put(valueOf(event))}>
        ${Object.entries(choices).map(
          ([choice, words]) => html`<option value=${choice} ?selected=${choice === value}>${words}</option>`,
        )}
      </select>`;
  }

  #seconds(id: string, label: string, ms: number | undefined, put: (ms: number | undefined) => void): TemplateResult {
    return html`<label for=${id}>${label}</label>
      <input
        id=${id}
        type="number"
        min="0"
        step="any"
        .value=${ms === undefined ? '' : String(ms / 1000)}
        @input=${(event: Event) => {
          const text = valueOf(event).trim();
          put(text === '' ? undefined : Math.round(Number(text) * 1000));
        }}
      />`;
  }

  #switch(label: string, value: boolean, path: Path): TemplateResult {
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${value}
        @change=${(event: Event) => this.#put(path, (event.target as HTMLInputElement).checked)}
      />${label}</label
    >`;
  }

  #wrong(path: string): TemplateResult | typeof nothing {
    const wrong = wrongAt(this.wrongs, path);
    return wrong === '' ? nothing : html`<p class="error" role="alert">${wrong}</p>`;
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

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'show-editor': ShowEditor;
  }
}
