import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { RunView } from '#shared/facts.ts';
import { Address } from './controllers/address.ts';
import { AfterRelease } from './controllers/after-release.ts';
import { Commands } from './controllers/commands.ts';
import { HallLink } from './controllers/hall-link.ts';
import { Keyboard } from './controllers/keyboard.ts';
import { LatinFields } from './controllers/latin-fields.ts';
import { Library } from './controllers/library.ts';
import { keepMouseFromFocus } from './controllers/mouse-focus.ts';
import { Preferences, type Theme } from './controllers/preferences.ts';
import { Previews } from './controllers/previews.ts';
import { whatIsShown } from './controllers/read-once.ts';
import { SecondTick } from './controllers/second-tick.ts';
import { SessionController, type Credentials } from './controllers/session.ts';
import { UnsavedEdits } from './controllers/unsaved-edits.ts';
import './elements/foot-bar.ts';
import './elements/header-bar.ts';
import { listen, type ConsoleEvents } from './elements/raise.ts';
import './elements/sign-in.ts';
import { shellStyles } from './look/shell-styles.ts';
import { base } from './look/styles.ts';
import { dialogs, whoDialog } from './console-dialogs.ts';
import { notices } from './console-notices.ts';
import { picturesBehind, shownView } from './console-views.ts';
import { letGo, pressKey, type Reach } from './press-key.ts';
import { reachOf } from './reach.ts';
import { afterText } from './state/after-text.ts';
import { countsOf } from './state/counts.ts';
import { draftAfter, emptyDraft, type Draft } from './state/draft.ts';
import type { DialogName } from './state/dialogs.ts';
import { emergenciesNow } from './state/emergency.ts';
import { footKeys } from './state/foot-keys.ts';
import type { KeyAct } from './state/keys.ts';
import { isOthers, othersTouched, ownersOf, type Whose } from './state/others-runs.ts';
import { heldNow } from './state/runs.ts';
import { screensWithin } from './state/targets.ts';
import { choose } from './state/selection.ts';
import { createSpeech, unknownManners, type Speech } from './state/speech.ts';
import type { ViewName } from './state/views.ts';
import type { Layout } from './views/hall-view.ts';
import type { ConsoleLanguage } from './words/words.ts';

/** The console: who is at it, what it sees, what was chosen, and the one place from which commands go to the hall. */
@customElement('console-app')
export class ConsoleApp extends LitElement {
  static override styles = [base, shellStyles];

  @state() private layout: Layout = 'plan';
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private draft: Draft = emptyDraft;
  @state() private dialog: DialogName | null = null;
  /** The screens that the details were asked for; null: the chosen ones. */
  @state() private asked: readonly string[] | null = null;
  @state() private chosenRun: string | null = null;
  /** The run that is to be given to a guide. */
  @state() private guideRun: string | null = null;
  /** The scene or show that is open to be written in. */
  @state() private opened: string | null = null;
  @state() private pictures: ConsoleEvents['pictures'] = [];
  @state() private mirrors: ReadonlyMap<string, number | null> = new Map();
  // The keyboard goes along: Tab leads into the view, not through the header once more.
  readonly #address = new Address(this, () => this.renderRoot.querySelector('main')?.focus());
  readonly #preferences = new Preferences(this);
  readonly #session = new SessionController(this);
  readonly #library = new Library(this);
  readonly #link = new HallLink(this, (kinds, drawn) => void this.#library.read(kinds, drawn), this.#session.look);
  readonly #commands = new Commands(
    this,
    () => this.#isAble,
    () => this.#library.upTo(this.#link.seen.revision),
    (act) => othersTouched(act, this.#library.hall, this.#whose),
  );
  readonly #previews = new Previews(this);
  readonly #shown = whatIsShown(this);
  readonly #after = new AfterRelease(this);
  readonly #edits = new UnsavedEdits(this);
  #speech: Speech = createSpeech(this.#preferences.language, unknownManners);
  #spokenFor: unknown = null;

  constructor() {
    super();
    this.addController(new SecondTick(this));
    this.addController(
      new Keyboard({
        view: () => this.#address.view,
        press: (act, at) => this.#press(act, at),
        letGo: (act, at) => letGo(act, this.#reach(), at),
      }),
    );
    listen(this, 'act', (act) => void this.#commands.give(act));
    listen(this, 'choose', (choice) => {
      this.selected = choose(this.selected, choice);
    });
    this.#commands.accepted = (act) => {
      this.draft = draftAfter(this.draft, act);
      if (act.do === 'take') this.#previews.taken(act.body);
    };
    listen(this, 'draft', (change) => {
      this.draft = { ...this.draft, ...change };
    });
    listen(this, 'pictures', (pictures) => void (this.pictures = pictures));
    listen(this, 'opened', (content) => {
      this.opened = content;
    });
    listen(this, 'dismiss', () => this.#dismiss());
    listen(this, 'dialog', (dialog) => this.#toggle(dialog));
    listen(this, 'ask', (screens) => {
      this.asked = screens;
      this.dialog = 'details';
    });
    listen(this, 'guide', (run) => {
      this.guideRun = run;
      this.dialog = 'guide';
    });
    listen(this, 'preview', (body) => void this.#previews.show(body));
    this.addController(new LatinFields());
    keepMouseFromFocus(this);
  }

  protected override willUpdate(): void {
    const { hall } = this.#library;
    const { language } = this.#preferences;
    if (this.#spokenFor !== hall || this.#speech.language !== language) {
      this.#spokenFor = hall;
      const manners = hall === null ? unknownManners : { timeZone: hall.timeZone, order: hall.languages.order };
      this.#speech = createSpeech(language, manners);
    }
    this.#edits.owner = this.#session.state.is === 'in' ? this.#session.state.person.id : null;
    if (this.#session.state.is === 'in') {
      this.#link.open();
      this.#link.opened = this.#address.view === 'scenes' ? this.opened : null;
    } else {
      this.#link.close();
      this.opened = null;
      this.draft = emptyDraft;
      this.#commands.leave();
      this.#library.forget();
    }
  }

  protected override render(): TemplateResult {
    const session = this.#session.state;
    if (session.is !== 'in') {
      return html`<sign-in
        .speech=${this.#speech}
        .session=${session}
        @sign-in=${({ detail }: CustomEvent<Credentials>) => void this.#session.signIn(detail)}
        @language=${({ detail }: CustomEvent<ConsoleLanguage>) => this.#preferences.setLanguage(detail)}
      ></sign-in>`;
    }
    const { seen } = this.#link;
    const { hall } = this.#library;
    const now = Math.floor(this.#link.now() / 1000) * 1000;
    const { person } = session;
    const emergency = emergenciesNow(seen, now);
    const { on, releases, undecided } = heldNow(seen, this.selected, screensWithin(hall, person.zones), now);
    return html`${this.#preferences.pictures ? this.#behind() : nothing}
      <header-bar
        role="banner"
        .speech=${this.#speech}
        .view=${this.#address.view}
        .counts=${countsOf(seen)}
        .doors=${seen.link.is === 'connecting' ? null : seen.doors}
        .people=${seen.people}
        .nowMs=${this.#nowMs}
        .theme=${this.#preferences.theme}
        .person=${person}
        @view=${({ detail }: CustomEvent<ViewName>) => this.#address.show(detail)}
        @theme=${({ detail }: CustomEvent<Theme>) => this.#preferences.setTheme(detail)}
        @language=${({ detail }: CustomEvent<ConsoleLanguage>) => this.#preferences.setLanguage(detail)}
      ></header-bar>
      ${notices({
        hall,
        speech: this.#speech,
        seen,
        library: this.#library,
        emergency,
        edits: this.#edits,
        view: this.#address.view,
        person,
        refusal: this.#commands.refusal ?? this.#previews.refusal,
        now,
        isAble: this.#isAble,
      })}
      ${
        hall === null
          ? html`<main class="wide"><p class="waiting">${this.#speech.words.link.connecting}</p></main>`
          : shownView({
              name: this.#address.view,
              hall,
              speech: this.#speech,
              seen,
              on,
              library: this.#library,
              shown: this.#shown,
              preview: this.#previews.shown,
              selected: this.selected,
              draft: this.draft,
              layout: this.layout,
              mirrors: this.mirrors,
              chosenRun: this.chosenRun,
              openScreen: this.#address.screen,
              person,
              edits: this.#edits,
              preferences: this.#preferences,
              now,
              nowMs: this.#nowMs,
              isAble: this.#isAble,
              afterwards: (run) => this.#afterwards([run]),
              setLayout: (layout) => (this.layout = layout),
              chooseRun: (run) => (this.chosenRun = run),
            })
      }
      <foot-bar
        role="contentinfo"
        .hall=${hall}
        .speech=${this.#speech}
        .keys=${footKeys[this.#address.view]}
        .releases=${releases}
        .undecided=${undecided}
        .afterwards=${this.#afterwards(releases)}
        .held=${ownersOf(
          releases.filter((run) => isOthers(run, this.#whose)),
          this.#speech,
        )}
        .emergency=${emergency}
        .lastAct=${seen.lastAct}
        .now=${now}
        .able=${this.#isAble}
        .person=${person}
        @key=${({ detail }: CustomEvent<KeyAct>) => this.#press(detail, null)}
      ></foot-bar>
      ${
        hall === null
          ? nothing
          : dialogs({
              open: this.dialog,
              hall,
              speech: this.#speech,
              seen,
              scenes: this.#library.sceneById,
              selected: this.selected,
              asked: this.asked,
              emergency,
              commands: this.#commands,
              guideRun: seen.runs.find(({ id }) => id === this.guideRun) ?? null,
              now,
              isAble: this.#isAble,
              person,
            })
      }
      ${whoDialog(this.dialog === 'who', this.#speech, person, this.#session)}`;
  }

  #behind(): TemplateResult {
    const isWanted = this.#address.view === 'hall' && this.layout === 'plan';
    return picturesBehind(isWanted ? this.pictures : [], (mirrors) => (this.mirrors = mirrors));
  }

  /** What comes after a release of these, in one line. */
  #afterwards(runs: readonly RunView[]): string {
    return afterText(this.#after.of(runs, this.#link.seen), this.#speech);
  }

  /** Whether a command could be carried out: somebody is signed in and the hall is heard. */
  get #isAble(): boolean {
    return this.#link.seen.link.is === 'live';
  }

  get #whose(): Whose {
    const session = this.#session.state;
    return { seen: this.#link.seen, me: session.is === 'in' ? session.person.name : '', now: this.#link.now() };
  }

  readonly #nowMs = (): number => this.#link.now();

  #dismiss(): void {
    this.#commands.forget();
    this.#previews.refusal = null;
    this.dialog = null;
  }

  #toggle(dialog: DialogName): void {
    this.asked = null;
    this.dialog = this.dialog === dialog ? null : dialog;
  }

  #press(act: KeyAct, downAt: number | null): boolean {
    return this.#session.state.is === 'in' && pressKey(act, this.#reach(), downAt);
  }

  #reach(): Reach {
    return reachOf({
      root: this.renderRoot,
      view: this.#address.view,
      hall: this.#library.hall,
      commands: this.#commands,
      previews: this.#previews,
      preferences: this.#preferences,
      selected: this.selected,
      isBusy: this.dialog !== null,
      select: (screens) => {
        this.selected = screens;
      },
      otherLayout: () => {
        this.layout = this.layout === 'plan' ? 'list' : 'plan';
      },
      toggle: (dialog) => this.#toggle(dialog),
      dismiss: () => this.#dismiss(),
      show: (view) => this.#address.show(view),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-app': ConsoleApp;
  }
}
