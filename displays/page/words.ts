import type { Problem } from '#shared/problem.ts';
import { pickText, type Text } from '#shared/text.ts';

/** What the pages around the pictures say. */
export const pageWords = {
  signIn: { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  name: { kk: 'Аты', ru: 'Имя', en: 'Name' },
  password: { kk: 'Құпиясөз', ru: 'Пароль', en: 'Password' },
  signInHint: {
    kk: 'Немесе контроллер іске қосылғанда шығарған сілтемені ашыңыз.',
    ru: 'Или откройте ссылку, которую контроллер напечатал при запуске.',
    en: 'Or open the link that the controller printed when it started.',
  },
  noController: {
    kk: 'Контроллер жауап бермейді. Бет қайта сұрай береді.',
    ru: 'Контроллер не отвечает. Страница продолжает спрашивать.',
    en: 'The controller does not answer. This page keeps asking.',
  },
  pairing: {
    kk: 'Бұл экран әлі жұптастырылмаған',
    ru: 'Этот экран ещё не подключён к залу',
    en: 'This screen is not part of the hall yet',
  },
  pairingHint: {
    kk: 'Пультте «Экрандар» бөлімін ашып, осы кодты енгізіңіз:',
    ru: 'На пульте откройте «Экраны» и введите этот код:',
    en: 'On the console, open “Screens” and type this code:',
  },
  asking: { kk: 'Код сұралуда…', ru: 'Код запрашивается…', en: 'Asking for a code…' },
  asleep: { kk: 'Ұйқыда', ru: 'Спит', en: 'Asleep' },
  asleepUntil: { kk: 'Оянады:', ru: 'Проснётся в', en: 'Wakes at' },
  elsewhere: { kk: 'Өз ойнатқышы бар', ru: 'Играет свой плеер', en: 'Has its own player' },
  door: { kk: 'Есік', ru: 'Вход', en: 'Door' },
  close: { kk: 'Жабу', ru: 'Закрыть', en: 'Close' },
  closedUntil: { kk: 'Зал жабық, ашылатын уақыты:', ru: 'Зал закрыт, откроется:', en: 'The hall is closed; it opens' },
  showOpen: { kk: 'Ашық кезін көрсету', ru: 'Показать открытым', en: 'Show it open' },
  rehearsal: { kk: 'Репетиция', ru: 'Репетиция', en: 'Rehearsal' },
  backToNow: { kk: 'Қазірге оралу', ru: 'Вернуться к настоящему', en: 'Back to now' },
  hour: { kk: 'сағат', ru: 'час', en: 'hour' },
  day: { kk: 'күн', ru: 'день', en: 'day' },
  screen: { kk: 'Экран', ru: 'Экран', en: 'Screen' },
} as const satisfies Record<string, Text>;

export const pageLanguages = ['kk', 'ru', 'en'] as const;

/** The first language of the browser that the pages speak. */
export function pageLanguage(): string {
  const wanted = navigator.languages.map((tag) => tag.split('-', 1)[0] ?? '');
  return wanted.find((tag) => pageLanguages.some((known) => known === tag)) ?? pageLanguages[0];
}

export function sayOnPage(text: Text): string {
  return pickText(text, pageLanguage(), pageLanguages).text;
}

/** Why the hall refused something, in the page's language as far as the hall's words go. */
export const problemOnPage = ({ said, detail }: Problem): string => (said === undefined ? detail : sayOnPage(said));
