import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { contentId, type Content } from '#shared/drafts.ts';
import type { Present } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { firstOf, focused } from '../controllers/deep.ts';
import { Drafts } from '../controllers/drafts.ts';
import { Media } from '../controllers/media.ts';
import type { Refusal } from '../controllers/rest.ts';
import type { SignedIn } from '../controllers/session.ts';
import type { UnsavedEdits } from '../controllers/unsaved-edits.ts';
import type { NoteOn } from '../elements/content/content-editor.ts';
import '../elements/content/content-editor.ts';
import { librarySearch } from '../elements/content/library-search.ts';
import '../elements/content/new-content.ts';
import type { Thumb } from '../elements/content/scene-thumbs.ts';
import '../elements/content/scene-thumbs.ts';
import { raise } from '../elements/raise.ts';
import { libraryStyles } from '../look/content-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { formIn, formKey, isEmpty, noteIn, noteKey, type Begun, type NewForm } from '../state/content/begun.ts';
import { found, freeId, inOrder, listedOf, type Filter, type Listed } from '../state/content/listed.ts';
import { mayWrite, othersAt } from '../state/content/others.ts';
import { placeOf } from '../state/content/place-of.ts';
import { contentOf, shownOf, withUnsaved, type Unsaved } from '../state/content/unsaved.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { contentWords, type ContentWords } from '../words/content-words.ts';

const filters: readonly Filter[] = ['all', 'scene', 'show', 'draft'];

/** The library of scenes and shows, and what was chosen from it. */
@customElement('scenes-view')
export class ScenesView extends LitElement {
  static override styles = [base, buttons, fields, libraryStyles];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) scenes: readonly Scene[] = [];
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) person!: SignedIn;
  /** What this person has written and the hall has not got; its maps are given apart, so that a change is seen. */
  @property({ attribute: false }) edits!: UnsavedEdits;
  @property({ attribute: false }) unsaved: ReadonlyMap<string, Unsaved> = new Map();
  @property({ attribute: false }) begun: ReadonlyMap<string, Begun> = new Map();
  /** Who is at a console, and what they have open. */
  @property({ attribute: false }) people: readonly Present[] = [];
  /** The number of this console among theirs. */
  @property({ attribute: false }) console: number | null = null;
  @property({ type: Number }) revision = 0;
  /** Another number whenever the media, or what is known of them, have changed. */
  @property({ type: Number }) mediaRound = 0;
  @property({ type: Boolean }) able = false;
  /** Whether pictures of scenes are wanted; a weak tablet is better off without. */
  @property({ type: Boolean }) pictures = true;
  @property({ type: Boolean, reflect: true }) chosen = false;
  @state() private query = '';
  @state() private filter: Filter = 'all';
  @state() private key: string | null = null;
  @state() private making: Content['kind'] | null = null;
  @state() private refusal: Refusal | null = null;
  readonly #drafts = new Drafts(this);
  readonly #media = new Media(this);
  #opened: string | null | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) void this.#drafts.at(this.revision);
    if (changed.has('mediaRound')) void this.#media.at(this.mediaRound);
    this.chosen = this.key !== null || this.making !== null;
  }

  protected override updated(): void {
    const isThere = this.#drafts.isRead && this.#listed().some(({ key }) => key === this.key);
    this.#tellOpened(isThere ? this.key : null);
    // What had the keyboard is gone with what was deleted: the list has it then.
    const isGone = this.#drafts.isRead && this.key !== null && !isThere;
    if (isGone && focused() === document.body) firstOf(this.renderRoot, '[data-key][tabindex="0"]')?.focus();
  }

  /** Those who only look have nothing open. */
  #tellOpened(key: string | null): void {
    const opened = this.#mayWrite ? key : null;
    if (opened === this.#opened) return;
    this.#opened = opened;
    raise(this, 'opened', opened);
  }

  #listed(): readonly Listed[] {
    const known = listedOf(this.scenes, this.shows, this.#drafts.all);
    return this.#drafts.isRead ? withUnsaved(known, this.unsaved) : known;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const refusal = this.refusal ?? this.#media.refusal;
    const listed = this.#listed();
    const shown = inOrder(found(listed, this.query, this.filter, this.unsaved), this.speech, this.unsaved);
    // Before the drafts are read, nobody can tell what was written over what.
    const one = this.#drafts.isRead ? (listed.find(({ key }) => key === this.key) ?? null) : null;
    return html`<nav aria-label=${words.heading}>
        ${this.#top(words)}
        <scene-thumbs
          class="list"
          .hall=${this.hall}
          .speech=${this.speech}
          .items=${shown.map((item) => this.#thumb(item, words))}
          .current=${this.key ?? ''}
          .pictures=${this.pictures}
          .nothing=${words.nothing}
          @pick=${({ detail }: CustomEvent<string>) => this.#pick(detail)}
        ></scene-thumbs>
      </nav>
      <div class="detail">
        ${
          this.chosen
            ? html`<button class="button back" @click=${() => this.#pick(null)}>${words.back}</button>`
            : nothing
        }
        ${refusal === null ? nothing : html`<p class="empty error" role="alert">${this.speech.refused(refusal)}</p>`}
        ${this.#detail(listed, one, words)}
      </div>`;
  }

  get #mayWrite(): boolean {
    return mayWrite(this.person.role);
  }

  get #words(): ContentWords {
    return contentWords[this.speech.language];
  }

  #top(words: ContentWords): TemplateResult {
    return html`<div class="top">
      <h1 class="title">${words.heading}</h1>
      ${librarySearch({
        query: this.query,
        search: (query) => (this.query = query),
        hint: words.search,
        filter: this.filter,
        choose: (filter) => (this.filter = filter),
        filters,
        names: words.filters,
        label: words.kind,
      })}
      ${
        this.#mayWrite
          ? html`<div class="filters">
              ${this.#maker('scene', 'newScene', words)} ${this.#maker('show', 'newShow', words)}
            </div>`
          : nothing
      }
    </div>`;
  }

  #maker(kind: Content['kind'], key: 'newScene' | 'newShow', words: ContentWords): TemplateResult {
    const mark = formIn(this.begun, kind) === null ? '' : ` · ${words.unsaved.mark}`;
    return html`<button class="button" data-act="new-${kind}" @click=${() => this.#make(kind)}>
      <kbd>${keyLabel(key, this.speech.words)}</kbd>${words[key]}${mark}
    </button>`;
  }

  #detail(listed: readonly Listed[], one: Listed | null, words: ContentWords): TemplateResult {
    if (this.making !== null)
      return html`<new-content
        .speech=${this.speech}
        .hall=${this.hall}
        .kind=${this.making}
        .begun=${formIn(this.begun, this.making)}
        .kept=${this.edits.begun.isKept}
        .taken=${listed.map(({ key }) => key)}
        ?able=${this.able}
        @form=${({ detail }: CustomEvent<NewForm>) => this.#keep(formKey(detail.kind), detail)}
        @forget=${({ detail }: CustomEvent<NewForm>) => this.edits.begun.drop(formKey(detail.kind), detail)}
        @content=${({ detail }: CustomEvent<Content>) => void this.#create(detail)}
      ></new-content>`;
    if (one === null) return html`<p class="empty">${words.choose}</p>`;
    return html`<content-editor
      .speech=${this.speech}
      .hall=${this.hall}
      .one=${one}
      .scenes=${this.scenes}
      .shows=${this.shows}
      .media=${this.#media.all}
      .drafts=${this.#drafts}
      .person=${this.person}
      .edits=${this.edits}
      .unsaved=${this.unsaved.get(one.key) ?? null}
      .note=${noteIn(this.begun, one.kind, one.id)}
      .others=${othersAt(this.people, this.person.id, this.console, one.key)}
      .revision=${this.revision}
      ?able=${this.able}
      @copy=${({ detail }: CustomEvent<Content>) => void this.#copy(listed, detail)}
      @note=${({ detail }: CustomEvent<NoteOn>) => this.#keepNote(detail)}
      @sent=${({ detail }: CustomEvent<NoteOn>) => this.#dropNote(detail)}
    ></content-editor>`;
  }

  #thumb(item: Listed, words: ContentWords): Thumb {
    const { key, kind, draft, id } = item;
    const unsaved = this.unsaved.get(key) ?? null;
    const body = shownOf(item, unsaved);
    const content = body === null ? null : contentOf(item, body);
    const type = content?.kind === 'scene' ? sceneType(content.body.type) : undefined;
    const what = kind === 'show' ? words.show : type === undefined ? words.scene : this.speech.text(type.title);
    const stands =
      draft === null
        ? `${what} · ${id}`
        : draft.state.is === 'review'
          ? words.inReview(draft.state.by)
          : words.draftBy(draft.changedBy);
    return {
      key,
      content,
      place: content === null ? '' : placeOf(this.hall, content, null, this.shows),
      title: this.speech.text(body?.title) || id,
      about: unsaved === null ? stands : `${words.unsaved.mark} · ${stands}`,
    };
  }

  #pick(key: string | null): void {
    this.key = key;
    this.making = null;
    this.refusal = null;
  }

  #make(kind: Content['kind']): void {
    this.#pick(null);
    this.making = kind;
  }

  #keep(key: string, begun: Begun): void {
    this.edits.begun.keep(key, begun);
    if (isEmpty(begun)) this.edits.begun.drop(key, begun);
  }

  #keepNote({ one, note }: NoteOn): void {
    const { title } = shownOf(one, null) ?? { title: {} };
    this.#keep(noteKey(one.kind, one.id), { is: 'note', title, note, at: Date.now() });
  }

  /** What was written since stays. */
  #dropNote({ one, note }: NoteOn): void {
    const key = noteKey(one.kind, one.id);
    const begun = this.edits.begun.all.get(key);
    if (begun?.is === 'note' && begun.note.trim() === note) this.edits.begun.drop(key, begun);
  }

  /** Makes what the form says; it is kept until the hall has it. */
  async #create(content: Content): Promise<void> {
    const form = formIn(this.begun, content.kind);
    if ((await this.#begin(content)) && form !== null) this.edits.begun.drop(formKey(content.kind), form);
  }

  /** Whether the hall took it. */
  async #begin(content: Content): Promise<boolean> {
    const answer = await this.#drafts.save(content, null, null);
    this.refusal = answer.ok ? null : answer.refusal;
    if (!answer.ok) return false;
    this.#pick(contentId(content.kind, content.body.id));
    await this.updateComplete;
    await this.renderRoot.querySelector('content-editor')?.focusForm();
    return true;
  }

  async #copy(listed: readonly Listed[], content: Content): Promise<void> {
    const id = freeId(listed, content.kind, content.body.id);
    await this.#begin({ kind: content.kind, body: { ...content.body, id, version: 1 } } as Content);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scenes-view': ScenesView;
  }
}
