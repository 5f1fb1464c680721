import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Content } from '#shared/drafts.ts';
import type { Hall } from '#shared/hall.ts';
import type { MediumView } from '#shared/media.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import type { Text } from '#shared/text.ts';
import { firstOf } from '../../controllers/deep.ts';
import type { Drafts } from '../../controllers/drafts.ts';
import type { Answered, Refusal } from '../../controllers/rest.ts';
import { sendUnsaved } from '../../controllers/send-unsaved.ts';
import type { SignedIn } from '../../controllers/session.ts';
import type { UnsavedEdits } from '../../controllers/unsaved-edits.ts';
import { editorStyles } from '../../look/content-styles.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { gapsOf, type Listed } from '../../state/content/listed.ts';
import { withValue, type Path } from '../../state/content/paths.ts';
import { mayWrite, type Other } from '../../state/content/others.ts';
import { placeOf } from '../../state/content/place-of.ts';
import { markUnproofed } from '../../state/content/unproofed.ts';
import { contentOf, overtaken, shownOf, writtenIn, type Unsaved } from '../../state/content/unsaved.ts';
import { wrongAt, wrongsOf } from '../../state/content/wrongs.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords, type ContentWords } from '../../words/content-words.ts';
import '../text-fields.ts';
import './content-acts.ts';
import type { ContentAct } from './content-acts.ts';
import './content-history.ts';
import './content-users.ts';
import './draft-preview.ts';
import './editor-notices.ts';
import './proof-field.ts';
import './scene-fields.ts';
import './show-editor.ts';

/** What is wrong with a draft, in the words of whoever gives it back. */
export interface NoteOn {
  readonly one: Listed;
  readonly note: string;
}

/**
 * A scene or a show: its form, its picture while it is written, its draft and its past. What is written is kept in this
 * browser at once, and saved as a draft when the person goes elsewhere. Raises `copy` with what is to be copied, `note`
 * while one is written to give a draft back, and `sent` when the hall has that.
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
  @property({ attribute: false }) edits!: UnsavedEdits;
  /** What was written here and the hall has not got; null: nothing. */
  @property({ attribute: false }) unsaved: Unsaved | null = null;
  /** What was written to give the draft back, and not sent. */
  @property() note = '';
  /** Who else has it open. */
  @property({ attribute: false }) others: readonly Other[] = [];
  @state() private cue = 0;
  @state() private refusal: Refusal | null = null;
  /** Whether what is unsaved was so before this editor was opened. */
  @state() private isBack = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('one');
    if (before !== undefined && before.key !== this.one.key) {
      this.#leave(before);
      this.cue = 0;
      this.refusal = null;
    }
    if (changed.has('one') && before?.key !== this.one.key) this.isBack = this.unsaved !== null;
    else if (this.unsaved === null) this.isBack = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave(this.one);
  }

  /** Puts the keyboard into the form, for whoever has just begun it. */
  async focusForm(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('text-fields')?.updateComplete;
    firstOf(this.renderRoot, 'input')?.focus();
  }

  /** Saves what was written, unless somebody else did in between: that is for the person to see first. */
  #leave(one: Listed): void {
    const unsaved = this.edits.all.get(one.key);
    if (unsaved !== undefined && this.able && overtaken(one, unsaved).is === 'mine')
      void sendUnsaved(one, unsaved, this);
  }

  protected override render(): TemplateResult {
    const { unsaved } = this;
    const body = shownOf(this.one, unsaved);
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
          .written=${unsaved !== null}
          .wrong=${wrongs.size > 0}
          .able=${this.able}
          .note=${this.note}
          @note=${({ detail }: CustomEvent<string>) => this.#tellNote('note', this.one, detail)}
          @do=${({ detail }: CustomEvent<ContentAct>) => void this.#do(detail)}
        ></content-acts>
      </header>
      ${this.refusal === null ? nothing : html`<p class="error refusal" role="alert">${this.speech.refused(this.refusal)}</p>`}
      <editor-notices
        .speech=${this.speech}
        .one=${this.one}
        .unsaved=${unsaved}
        .others=${this.#mayWrite ? this.others : []}
        .kept=${this.edits.isKept}
        ?sending=${this.edits.underWay.has(this.one.key)}
        ?back=${this.isBack}
        ?able=${this.able}
        @lay=${({ detail }: CustomEvent<Unsaved>) => this.#layOver(detail)}
      ></editor-notices>
      <div class="sides">
        <form novalidate @submit=${(event: SubmitEvent) => event.preventDefault()}>
          ${this.#mayWrite ? nothing : html`<p class="quiet">${words.unsaved.onlyLooking}</p>`}
          <text-fields
            .languages=${this.hall.languages}
            .label=${words.title}
            .value=${body.title}
            .unproofed=${unproofed}
            .unproofedWord=${words.unproofed}
            .problem=${wrongAt(wrongs, 'title')}
            @text=${({ detail }: CustomEvent<Text>) => this.#write(withValue(body, ['title'], detail))}
          ></text-fields>
          ${
            content.kind === 'show'
              ? this.#show(content.body, wrongs)
              : html`<scene-fields
                  .speech=${this.speech}
                  .hall=${this.hall}
                  .scene=${content.body}
                  .media=${this.media}
                  .wrongs=${wrongs}
                  @value=${({ detail }: CustomEvent<Scene>) => this.#write(detail)}
                ></scene-fields>`
          }
          <proof-field
            .speech=${this.speech}
            .languages=${this.hall.languages}
            .gaps=${gapsOf(body, this.hall.languages.order)}
            .unproofed=${unproofed}
            @unproofed=${({ detail }: CustomEvent<readonly string[]>) =>
              this.#put(body, ['unproofed'], detail.length === 0 ? undefined : detail)}
          ></proof-field>
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

  get #mayWrite(): boolean {
    return mayWrite(this.person.role);
  }

  #kind(content: Content): string {
    if (content.kind === 'show') return this.#words.show;
    const type = sceneType(content.body.type);
    return `${this.#words.scene}, ${type === undefined ? content.body.type : this.speech.text(type.title)}`;
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

  #layOver(unsaved: Unsaved): void {
    this.edits.keep(this.one.key, unsaved);
    void sendUnsaved(this.one, unsaved, this).then((answer) => this.#heed(answer));
  }

  #put(body: Scene | Show, path: Path, next: unknown): void {
    this.#write(withValue(body, path, next));
  }

  #write(next: unknown): void {
    if (!this.#mayWrite) return;
    const body = markUnproofed(shownOf(this.one, this.unsaved), next as Scene | Show, this.hall.languages.order);
    this.edits.keep(this.one.key, writtenIn(this.one, this.edits.all.get(this.one.key) ?? null, body, Date.now()));
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
      case 'give-back': {
        const { one } = this;
        const answer = await this.drafts.giveBack(kind, id, one.draft?.version ?? 1, act.note);
        if (answer.ok) this.#tellNote('sent', one, act.note);
        return this.#heed(answer);
      }
      case 'forget':
        return this.#forget();
      case 'discard':
        this.#forget();
        return this.#heed(await this.drafts.discard(kind, id));
      case 'copy': {
        const body = shownOf(this.one, this.unsaved);
        if (body !== null) this.dispatchEvent(new CustomEvent('copy', { detail: contentOf(this.one, body) }));
        return undefined;
      }
      case 'delete':
        return this.#heed(await this.drafts.remove(kind, id));
    }
  }

  /** Saves what was written. Returns the draft's version, or null where it was refused. */
  async #save(): Promise<number | null> {
    const { one } = this;
    const unsaved = this.edits.all.get(one.key);
    if (unsaved === undefined) return one.draft?.version ?? null;
    const answer = await sendUnsaved(one, unsaved, this);
    this.#heed(answer);
    return answer.ok ? answer.value.version : null;
  }

  #tellNote(name: 'note' | 'sent', one: Listed, note: string): void {
    this.dispatchEvent(new CustomEvent<NoteOn>(name, { detail: { one, note } }));
  }

  #forget(): void {
    const unsaved = this.edits.all.get(this.one.key);
    if (unsaved !== undefined) this.edits.drop(this.one.key, unsaved);
    this.refusal = null;
  }

  #heed(answer: Answered<unknown>): void {
    this.refusal = answer.ok ? null : answer.refusal;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'content-editor': ContentEditor;
  }
}
