import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { consoleLanguages, type ConsoleLanguage } from '../words/words.ts';

export type Theme = 'dark' | 'light';

const languageKey = 'shanyraq.console.language';
const themeKey = 'shanyraq.console.theme';
const picturesKey = 'shanyraq.console.pictures';

/** How the person likes the console, kept in this browser. */
export class Preferences implements ReactiveController {
  language: ConsoleLanguage;
  theme: Theme;
  /** Live pictures of the screens; a weak tablet is better off without. */
  pictures: boolean;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.language = keptLanguage();
    this.theme = keptTheme();
    this.pictures = keptPictures();
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('storage', this.#onStorage);
    this.#show();
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#onStorage);
  }

  setLanguage(language: ConsoleLanguage): void {
    this.language = language;
    localStorage.setItem(languageKey, language);
    this.#show();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    localStorage.setItem(themeKey, theme);
    this.#show();
  }

  setPictures(pictures: boolean): void {
    this.pictures = pictures;
    localStorage.setItem(picturesKey, pictures ? 'on' : 'off');
    this.#show();
  }

  /** Another window of this browser was told otherwise: all of them agree. */
  readonly #onStorage = (): void => {
    this.language = keptLanguage();
    this.theme = keptTheme();
    this.pictures = keptPictures();
    this.#show();
  };

  #show(): void {
    document.documentElement.lang = this.language;
    document.documentElement.dataset['theme'] = this.theme;
    this.#host.requestUpdate();
  }
}

function keptLanguage(): ConsoleLanguage {
  return consoleLanguages.find((one) => one === localStorage.getItem(languageKey)) ?? browserLanguage();
}

function keptTheme(): Theme {
  return localStorage.getItem(themeKey) === 'light' ? 'light' : 'dark';
}

function keptPictures(): boolean {
  return localStorage.getItem(picturesKey) !== 'off';
}

function browserLanguage(): ConsoleLanguage {
  const tags = new Set(navigator.languages.map((tag) => tag.split('-')[0]));
  return consoleLanguages.find((one) => tags.has(one)) ?? 'ru';
}
