import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { Commands } from './controllers/commands.ts';
import { HallLink } from './controllers/hall-link.ts';
import { Keyboard, leaveField } from './controllers/keyboard.ts';
import { Library } from './controllers/library.ts';
import { Preferences, type Theme } from './controllers/preferences.ts';
import { SecondTick } from './controllers/second-tick.ts';
import { SessionController } from './controllers/session.ts';
import './elements/action-panel.ts';
import './elements/foot-bar.ts';
import './elements/header-bar.ts';
import './elements/key-help.ts';
import './elements/mirror-frame.ts';
import './elements/notice-bar.ts';
import type { ConsoleEvents } from './elements/raise.ts';
import './elements/sign-in.ts';
import type { Credentials } from './elements/sign-in.ts';
import { shellStyles } from './look/shell-styles.ts';
import { base } from './look/styles.ts';
import { pressKey, type Reach } from './press-key.ts';
import type { Act } from './state/acts.ts';
import { countsOf } from './state/counts.ts';
import { emptyDraft, type Draft } from './state/draft.ts';
import type { KeyAct } from './state/keys.ts';
import { openingAt } from './state/opening.ts';
import { emergencyOf, releasable } from './state/runs.ts';
import { choose, nextZone } from './state/selection.ts';
import { createSpeech, unknownManners, type Speech } from './state/speech.ts';
import { viewOfHash, type ViewName } from './state/views.ts';
import type { Layout } from './views/hall-view.ts';
import './views/hall-view.ts';
import './views/journal-view.ts';
import './views/schedule-view.ts';
import { consoleLanguages, type ConsoleLanguage } from './words/words.ts';

/** The console: who is at it, what it sees, what was chosen, and the one place from which commands go to the hall. */
@customElement('console-app')
export class ConsoleApp extends LitElement {
  static override styles = [base, shellStyles];

  @state() private view: ViewName = viewOfHash(location.hash);
  @state() private layout: Layout = 'plan';
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private draft: Draft = emptyDraft;
  @state() private showsHelp = false;
  @state() private pictures: ConsoleEvents['pictures'] = [];
  @state() private mirrors: ReadonlyMap<string, number | null> = new Map();
  readonly #preferences = new Preferences(this);
  readonly #session = new SessionController(this);
  readonly #library = new Library(this);
  readonly #link = new HallLink(this, (kinds) => void this.#library.read(kinds));
  readonly #commands = new Commands(this, () => this.#isAble);
  #speech: Speech = createSpeech(this.#preferences.language, unknownManners);
  #spokenFor: unknown = null;

  constructor() {
    super();
    this.addController(new SecondTick(this));
    this.addController(new Keyboard({ press: (act) => this.#press(act, true), letGo: (act) => this.#letGo(act) }));
    this.addEventListener('act', (event) => void this.#commands.give((event as CustomEvent<Act>).detail));
    this.addEventListener('choose', (event) => {
      this.selected = choose(this.selected, (event as CustomEvent<ConsoleEvents['choose']>).detail);
    });
    this.addEventListener('draft', (event) => {
      this.draft = { ...this.draft, ...(event as CustomEvent<Partial<Draft>>).detail };
    });
    this.addEventListener('pictures', (event) => {
      this.pictures = (event as CustomEvent<ConsoleEvents['pictures']>).detail;
    });
    this.addEventListener('mirrors', (event) => {
      const { mirrors } = (event as CustomEvent<ConsoleEvents['mirrors']>).detail;
      this.mirrors = new Map(mirrors.map(({ screen, stillSince }) => [screen, stillSince]));
    });
    this.addEventListener('dismiss', () => this.#dismiss());
    // A mouse leaves no focus on buttons, so that Space stays GO for those who work with one hand on the mouse.
    this.addEventListener('mousedown', (event) => {
      const [deepest] = event.composedPath();
      if (deepest instanceof Element && deepest.closest('button, screen-tile, [role=option]')) event.preventDefault();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onHash);
  }

  protected override willUpdate(): void {
    const { hall } = this.#library;
    const { language } = this.#preferences;
    if (this.#spokenFor !== hall || this.#speech.language !== language) {
      this.#spokenFor = hall;
      const manners = hall === null ? unknownManners : { timeZone: hall.timeZone, order: hall.languages.order };
      this.#speech = createSpeech(language, manners);
    }
    if (this.#session.state.is === 'in') this.#link.open();
    else {
      this.#link.close();
      this.#library.forget();
    }
  }

  protected override render(): TemplateResult {
    const session = this.#session.state;
    if (session.is !== 'in') {
      return html`<sign-in
        .speech=${this.#speech}
        .session=${session}
        @sign-in=${({ detail }: CustomEvent<Credentials>) => void this.#session.signIn(detail.name, detail.password)}
        @language=${({ detail }: CustomEvent<ConsoleLanguage>) => this.#preferences.setLanguage(detail)}
      ></sign-in>`;
    }
    const { seen } = this.#link;
    const { hall } = this.#library;
    const now = Math.floor(this.#link.now() / 1000) * 1000;
    const { words } = this.#speech;
    return html`<mirror-frame .mirrors=${this.pictures}></mirror-frame>
      <header-bar
        .speech=${this.#speech}
        .view=${this.view}
        .counts=${countsOf(seen)}
        .opening=${hall === null ? null : openingAt(hall, now)}
        .nowMs=${this.#nowMs}
        .theme=${this.#preferences.theme}
        .person=${session.person}
        @view=${({ detail }: CustomEvent<ViewName>) => this.#show(detail)}
        @theme=${({ detail }: CustomEvent<Theme>) => this.#preferences.setTheme(detail)}
        @language=${({ detail }: CustomEvent<ConsoleLanguage>) => this.#preferences.setLanguage(detail)}
        @sign-out=${() => void this.#session.signOut()}
      ></header-bar>
      <notice-bar
        .speech=${this.#speech}
        .refusal=${this.#commands.refusal}
        .link=${this.#linkText(now)}
        .storage=${seen.storage === 'failing' ? words.link.storage : ''}
      ></notice-bar>
      ${hall === null ? html`<main class="wide"><p class="waiting">${words.link.connecting}</p></main>` : this.#view(hall, now)}
      <foot-bar
        .hall=${hall}
        .speech=${this.#speech}
        .keys=${footKeys[this.view]}
        .releases=${releasable(seen.runs, this.selected, now)}
        .emergency=${emergencyOf(seen.runs, now)}
        .able=${this.#isAble}
        .person=${`${session.person.name} · ${words.roles[session.person.role]}`}
        @key=${({ detail }: CustomEvent<KeyAct>) => this.#press(detail, false)}
      ></foot-bar>
      <key-help .speech=${this.#speech} .open=${this.showsHelp}></key-help>`;
  }

  #view(hall: Hall, now: number): TemplateResult {
    const { seen } = this.#link;
    const { scenes, shows, sceneById } = this.#library;
    switch (this.view) {
      case 'hall':
        return html`<main>
            <hall-view
              .hall=${hall}
              .speech=${this.#speech}
              .seen=${seen}
              .scenes=${sceneById}
              .selected=${this.selected}
              .mirrors=${this.mirrors}
              .layout=${this.layout}
              .now=${now}
              @layout=${({ detail }: CustomEvent<Layout>) => {
                this.layout = detail;
              }}
            ></hall-view>
          </main>
          <action-panel
            .hall=${hall}
            .speech=${this.#speech}
            .seen=${seen}
            .scenes=${scenes}
            .shows=${shows}
            .selected=${this.selected}
            .draft=${this.draft}
            .now=${now}
            .able=${this.#isAble}
          ></action-panel>`;
      case 'schedule':
        return html`<main class="wide">
          <schedule-view
            .hall=${hall}
            .speech=${this.#speech}
            .shows=${shows}
            .revision=${seen.revision}
            .now=${now}
          ></schedule-view>
        </main>`;
      case 'journal':
        return html`<main class="wide">
          <journal-view .speech=${this.#speech} .revision=${seen.revision}></journal-view>
        </main>`;
    }
  }

  /** Whether a command could be carried out: somebody is signed in and the hall is heard. */
  get #isAble(): boolean {
    return this.#link.seen.link.is === 'live';
  }

  #linkText(now: number): string {
    const { link } = this.#link.seen;
    const { words, duration } = this.#speech;
    switch (link.is) {
      case 'live':
        return '';
      case 'connecting':
        return words.link.connecting;
      case 'lost':
        return words.link.lost(duration(now - link.at));
    }
  }

  #show(view: ViewName): void {
    this.view = view;
    location.hash = view;
  }

  readonly #onHash = (): void => {
    this.view = viewOfHash(location.hash);
  };

  readonly #nowMs = (): number => this.#link.now();

  #dismiss(): void {
    this.#commands.forget();
    this.showsHelp = false;
  }

  #press(act: KeyAct, isHeld: boolean): boolean {
    return this.#session.state.is === 'in' && pressKey(act, this.#reach(), isHeld);
  }

  #reach(): Reach {
    const find = <K extends keyof HTMLElementTagNameMap>(name: K) => this.renderRoot.querySelector<K>(name);
    const { hall } = this.#library;
    return {
      panel: find('action-panel'),
      foot: find('foot-bar'),
      standDown: () => {
        const standby = this.#link.seen.standbys.at(-1);
        if (standby !== undefined) void this.#commands.give({ do: 'stand-down', standby: standby.id });
      },
      selectAll: () => {
        if (hall !== null) this.selected = new Set(hall.screens.map(({ id }) => id));
      },
      nextZone: () => {
        if (hall !== null) this.selected = nextZone(hall, this.selected);
      },
      otherLayout: () => {
        this.layout = this.layout === 'plan' ? 'list' : 'plan';
      },
      older: () => find('journal-view')?.readOlder(),
      focusPlan: () => find('hall-view')?.focusPlan(),
      cancel: () => {
        if (this.#commands.refusal !== null || this.showsHelp) this.#dismiss();
        else if (!leaveField()) this.selected = new Set();
      },
      otherTheme: () => this.#preferences.setTheme(this.#preferences.theme === 'dark' ? 'light' : 'dark'),
      nextLanguage: () => this.#preferences.setLanguage(nextOf(consoleLanguages, this.#preferences.language)),
      toggleHelp: () => {
        this.showsHelp = !this.showsHelp;
      },
      show: (view) => this.#show(view),
    };
  }

  #letGo(act: KeyAct): void {
    if (act === 'blackout') this.#reach().foot?.hold('blackout', false);
  }
}

/** What the foot bar names in each view. */
const footKeys: Readonly<Record<ViewName, readonly KeyAct[]>> = {
  hall: ['go', 'standby', 'take', 'selectAll', 'zone', 'search', 'cancel'],
  schedule: [],
  journal: ['older'],
};

function nextOf<T>(list: readonly T[], item: T): T {
  return list[(list.indexOf(item) + 1) % list.length] ?? item;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-app': ConsoleApp;
  }
}
