import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Content } from '#shared/drafts.ts';
import type { Hall } from '#shared/hall.ts';
import type { MediumView } from '#shared/media.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import type { Text } from '#shared/text.ts';
import type { Drafts } from '../../controllers/drafts.ts';
import type { Answered, Refusal } from '../../controllers/rest.ts';
import type { SignedIn } from '../../controllers/session.ts';
import { editorStyles } from '../../look/content-styles.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { fieldsOf } from '../../state/content/fields.ts';
import { bodyOf, gapsOf, type Listed } from '../../state/content/listed.ts';
import { withValue, type Path } from '../../state/content/paths.ts';
import { placeOf } from '../../state/content/place-of.ts';
import { markUnproofed } from '../../state/content/unproofed.ts';
import { wrongAt, wrongsOf } from '../../state/content/wrongs.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords, type ContentWords } from '../../words/content-words.ts';
import '../text-fields.ts';
import './content-acts.ts';
import type { ContentAct } from './content-acts.ts';
import './content-history.ts';
import './content-users.ts';
import './draft-preview.ts';
import './params-form.ts';
import './show-editor.ts';

/**
 * A scene or a show: its form, its picture while it is written, its draft and its past. What was written is kept as a
 * draft when the person goes elsewhere. Raises `copy` with what is to be copied, `gone` when it is deleted.
 */
@customElement('content-editor')
export class ContentEditor extends LitElement {
  static override styles = [base, buttons, fields, formStyles, editorStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) one!: Listed;
  @property({ attribute: false }) scenes: readonly Scene[] = [];
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) media: readonly MediumView[] = [];
  @property({ attribute: false }) drafts!: Drafts;
  @property({ attribute: false }) person!: SignedIn;
  /** Whether the hall is heard: nothing is pretended. */
  @property({ type: Boolean }) able = false;
  @property({ type: Number }) revision = 0;
  /** What was written and is not saved; null: nothing. */
  @state() private written: Scene | Show | null = null;
  @state() private cue = 0;
  @state() private refusal: Refusal | null = null;
  /** The published version that what is written is laid over; null: the draft's own. */
  #onto: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('one');
    if (before !== undefined && before.key !== this.one.key) this.#leave(before);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave(this.one);
  }

  /** Keeps what was written, and begins anew. */
  #leave(one: Listed): void {
    if (this.written !== null && this.able) void this.drafts.save(contentOf(one, this.written), ...this.#base(one));
    this.written = null;
    this.cue = 0;
    this.refusal = null;
    this.#onto = null;
  }

  protected override render(): TemplateResult {
    const body = this.written ?? bodyOf(this.one);
    if (body === null) return html``;
    const words = this.#words;
    const content = contentOf(this.one, body);
    const wrongs = wrongsOf(content, words);
    const unproofed = body.unproofed ?? [];
    const cue = content.kind === 'show' ? content.body.cues[this.cue] : undefined;
    return html`<header>
        <div>
          <h1 class="title">${this.speech.text(body.title) || this.one.id}</h1>
          <p class="quiet">${this.#kind(content)} · ${this.one.id}</p>
        </div>
        <content-acts
          .speech=${this.speech}
          .one=${this.one}
          .person=${this.person}
          .written=${this.written !== null}
          .wrong=${wrongs.size > 0}
          .able=${this.able}
          @do=${({ detail }: CustomEvent<ContentAct>) => void this.#do(detail)}
        ></content-acts>
      </header>
      ${this.refusal === null ? nothing : html`<p class="error refusal" role="alert">${this.refusal.detail}</p>`}
      ${this.#older()}
      <div class="sides">
        <form novalidate @submit=${(event: SubmitEvent) => event.preventDefault()}>
          <text-fields
            .languages=${this.hall.languages}
            .label=${words.title}
            .value=${body.title}
            .unproofed=${unproofed}
            .unproofedWord=${words.unproofed}
            .problem=${wrongAt(wrongs, 'title')}
            @text=${({ detail }: CustomEvent<Text>) => this.#write(withValue(body, ['title'], detail))}
          ></text-fields>
          ${content.kind === 'scene' ? this.#scene(content.body, wrongs) : this.#show(content.body, wrongs)}
          ${this.#languages(body, unproofed)}
        </form>
        <aside>
          <draft-preview
            .hall=${this.hall}
            .speech=${this.speech}
            .content=${content}
            .cue=${cue?.id ?? ''}
            .place=${placeOf(this.hall, content, cue?.id ?? null, this.shows)}
            .whole=${wrongs.size === 0}
          ></draft-preview>
          <content-users .speech=${this.speech} .kind=${this.one.kind} .of=${this.one.id} .revision=${this.revision}>
          </content-users>
          <content-history
            .speech=${this.speech}
            .kind=${this.one.kind}
            .of=${this.one.id}
            .now=${body}
            .revision=${this.revision}
            @revert=${({ detail }: CustomEvent<Scene | Show>) => this.#write(detail)}
          ></content-history>
        </aside>
      </div>`;
  }

  get #words(): ContentWords {
    return contentWords[this.speech.language];
  }

  #kind(content: Content): string {
    if (content.kind === 'show') return this.#words.show;
    const type = sceneType(content.body.type);
    return `${this.#words.scene}, ${type === undefined ? content.body.type : this.speech.text(type.title)}`;
  }

  #scene(scene: Scene, wrongs: ReturnType<typeof wrongsOf>): TemplateResult {
    const words = this.#words;
    const field = fieldsOf(scene.type);
    return html`${
        field === null
          ? nothing
          : html`<params-form
              .speech=${this.speech}
              .hall=${this.hall}
              .field=${field}
              .value=${scene.params}
              .wrongs=${wrongs}
              .media=${this.media}
              .unproofed=${scene.unproofed ?? []}
              @value=${({ detail }: CustomEvent<Scene['params']>) => this.#write({ ...scene, params: detail })}
            ></params-form>`
      }
      <div>
        <label for="duration">${words.duration}</label>
        <input
          id="duration"
          type="number"
          min="0.1"
          step="any"
          placeholder=${words.noEnd}
          .value=${scene.durationMs === undefined ? '' : String(scene.durationMs / 1000)}
          @input=${(event: Event) => {
            const text = (event.target as HTMLInputElement).value.trim();
            this.#put(scene, ['durationMs'], text === '' ? undefined : Math.round(Number(text) * 1000));
          }}
        />
        ${wrongAt(wrongs, 'durationMs') === '' ? nothing : html`<p class="error">${wrongAt(wrongs, 'durationMs')}</p>`}
      </div>`;
  }

  #show(show: Show, wrongs: ReturnType<typeof wrongsOf>): TemplateResult {
    return html`<show-editor
      .speech=${this.speech}
      .hall=${this.hall}
      .show=${show}
      .scenes=${this.scenes}
      .chosen=${this.cue}
      .wrongs=${wrongs}
      .unproofed=${show.unproofed ?? []}
      @value=${({ detail }: CustomEvent<Show>) => this.#write(detail)}
      @cue=${({ detail }: CustomEvent<number>) => {
        this.cue = detail;
      }}
    ></show-editor>`;
  }

  /** Which languages have gaps, and which have been read by somebody who speaks them. */
  #languages(body: Scene | Show, unproofed: readonly string[]): TemplateResult {
    const { order, names } = this.hall.languages;
    const gaps = gapsOf(body, order).map((tag) => names[tag] ?? tag);
    const put = (tag: string, isRead: boolean): void => {
      const next = isRead ? unproofed.filter((one) => one !== tag) : [...unproofed, tag];
      this.#put(body, ['unproofed'], next.length === 0 ? undefined : next);
    };
    return html`${gaps.length === 0 ? nothing : html`<p class="warn" data-gaps>${this.#words.gaps(gaps.join(', '))}</p>`}
      <fieldset>
        <legend>${this.#words.proof}</legend>
        <div class="foot">
          ${order.map(
            (tag) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${!unproofed.includes(tag)}
                  @change=${(event: Event) => put(tag, (event.target as HTMLInputElement).checked)}
                />${names[tag] ?? tag}</label
              >`,
          )}
        </div>
      </fieldset>`;
  }

  /** Somebody has published while the draft was written. */
  #older(): TemplateResult | typeof nothing {
    const { draft, published } = this.one;
    const isOlder = draft !== null && published !== null && draft.base !== published.version;
    if (!isOlder || draft.base === null || this.#onto === published.version) return nothing;
    return html`<div class="older">
      <p class="warn">${this.#words.older(draft.base, published.version)}</p>
      <button
        class="button"
        ?disabled=${!this.able}
        @click=${() => {
          this.#onto = published.version;
          void this.#do({ do: 'save' });
        }}
      >
        ${this.#words.onto(published.version)}
      </button>
    </div>`;
  }

  #put(body: Scene | Show, path: Path, next: unknown): void {
    this.#write(withValue(body, path, next));
  }

  #write(next: unknown): void {
    const before = this.written ?? bodyOf(this.one);
    this.written = markUnproofed(before, next as Scene | Show, this.hall.languages.order);
  }

  /** What a save is made from, and the draft it goes over. */
  #base(one: Listed): [base: number | null, seen: number | null] {
    const from = this.#onto ?? one.draft?.base ?? one.published?.version ?? null;
    return [from, one.draft?.version ?? null];
  }

  async #do(act: ContentAct): Promise<void> {
    const { kind, id } = this.one;
    switch (act.do) {
      case 'save':
        return void (await this.#save());
      case 'submit': {
        const version = await this.#save();
        return version === null ? undefined : this.#heed(await this.drafts.submit(kind, id, version));
      }
      case 'publish': {
        const version = await this.#save();
        return version === null ? undefined : this.#heed(await this.drafts.publish(kind, id, version));
      }
      case 'give-back':
        return this.#heed(await this.drafts.giveBack(kind, id, this.one.draft?.version ?? 1, act.note));
      case 'discard':
        this.written = null;
        return this.one.draft === null ? undefined : this.#heed(await this.drafts.discard(kind, id));
      case 'copy': {
        const body = this.written ?? bodyOf(this.one);
        if (body !== null) this.dispatchEvent(new CustomEvent('copy', { detail: contentOf(this.one, body) }));
        return undefined;
      }
      case 'delete':
        return this.#heed(await this.drafts.remove(kind, id));
    }
  }

  /** Saves what was written. Returns the draft's version, or null where it was refused. */
  async #save(): Promise<number | null> {
    const { draft } = this.one;
    const body = this.written ?? bodyOf(this.one);
    if (body === null) return null;
    if (this.written === null && draft !== null && this.#onto === null) return draft.version;
    const answer = await this.drafts.save(contentOf(this.one, body), ...this.#base(this.one));
    this.#heed(answer);
    if (!answer.ok) return null;
    if (this.written === body) this.written = null;
    return answer.value.version;
  }

  #heed(answer: Answered<unknown>): void {
    this.refusal = answer.ok ? null : answer.refusal;
  }
}

/** The cast holds: a line of the library and its body are of one kind. */
const contentOf = ({ kind }: Listed, body: Scene | Show): Content => ({ kind, body }) as Content;

declare global {
  interface HTMLElementTagNameMap {
    'content-editor': ContentEditor;
  }
}
