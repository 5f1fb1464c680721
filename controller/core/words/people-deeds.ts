import { actorWords } from '#shared/actor-words.ts';
import type { Role } from '#shared/facts.ts';
import { said, type Said } from '#shared/said.ts';
import { listed, roleWords, type Names } from '#shared/words/names.ts';

// What was done to people and to the ways into the hall. The arguments of a deed never change.

const secrets: Readonly<Record<'password' | 'secondFactor' | 'pin', Said>> = {
  password: said('the password', 'пароль', 'құпиясөз'),
  secondFactor: said('the second factor', 'второй фактор', 'екінші фактор'),
  pin: said('the PIN', 'ПИН-код', 'ПИН-код'),
};

const barredWords: Readonly<Record<'off' | 'on-again' | 'no', Said>> = {
  off: said(', and is not let in', ', вход закрыт', ', кіруі жабылды'),
  'on-again': said(', and is let in again', ', вход снова открыт', ', кіруі қайта ашылды'),
  no: said('', '', ''),
};

export const peopleDeeds = ({ places }: Names) => {
  const within = (zones: readonly string[] | null): Said => {
    if (zones === null) return said('', '', '');
    const where = places(zones);
    return said(` within ${where.en}`, `, зоны: ${where.ru}`, `, аймақтары: ${where.kk}`);
  };
  return {
    setUpPerson: (name: string, role: Role) =>
      said(
        `set up ${name} as ${roleWords(role).en}`,
        `заведён вход: ${name}, ${roleWords(role).ru}`,
        `кіру рұқсаты берілді: ${name}, ${roleWords(role).kk}`,
      ),
    addedPerson: (name: string, role: Role, zones: readonly string[] | null) =>
      said(
        `added ${name} as ${roleWords(role).en}${within(zones).en}`,
        `новый человек: ${name}, ${roleWords(role).ru}${within(zones).ru}`,
        `жаңа адам қосылды: ${name}, ${roleWords(role).kk}${within(zones).kk}`,
      ),
    editedPerson: (
      before: string,
      name: string,
      role: Role,
      zones: readonly string[] | null,
      barred: keyof typeof barredWords,
    ) => {
      const renamed = before === name ? '' : `${name}, `;
      return said(
        `changed ${before}: ${name} is ${roleWords(role).en}${within(zones).en}${barredWords[barred].en}`,
        `изменены права, ${before}: ${renamed}${roleWords(role).ru}${within(zones).ru}${barredWords[barred].ru}`,
        `құқықтары өзгерді, ${before}: ${renamed}${roleWords(role).kk}${within(zones).kk}${barredWords[barred].kk}`,
      );
    },
    removedPerson: (name: string) => said(`removed ${name}`, `удалён вход: ${name}`, `кіру рұқсаты жойылды: ${name}`),
    securedPerson: (name: string, what: readonly (keyof typeof secrets)[]) => {
      const of = (language: keyof Said, and: string): string => what.map((one) => secrets[one][language]).join(and);
      return said(
        `changed ${of('en', ' and ')} of ${name}`,
        `изменено (${of('ru', ' и ')}): ${name}`,
        `өзгертілді (${of('kk', ' және ')}): ${name}`,
      );
    },
    signedIn: (name: string, tablet: string | null) =>
      tablet === null
        ? said(`${name} signed in`, `вход: ${name}`, `кірді: ${name}`)
        : said(
            `${name} signed in with a PIN on ${tablet}`,
            `вход по ПИН-коду на планшете ${tablet}: ${name}`,
            `${tablet} планшетінде ПИН-кодпен кірді: ${name}`,
          ),
    signedOut: (name: string) => said(`${name} signed out`, `выход: ${name}`, `шықты: ${name}`),
    endedSession: (by: string, of: string) => {
      const who = actorWords(by);
      return said(
        `${who.en} ended a session of ${of}`,
        `завершён сеанс: ${of}; завершает ${who.ru}`,
        `сеанс аяқталды: ${of}; аяқтаған: ${who.kk}`,
      );
    },
    pairedTablet: (name: string) =>
      said(
        `made a browser the shared tablet ${name}`,
        `браузер стал общим планшетом ${name}`,
        `браузер ${name} ортақ планшеті болды`,
      ),
    revokedTablet: (name: string) =>
      said(`revoked the shared tablet ${name}`, `планшет ${name} больше не общий`, `${name} планшеті енді ортақ емес`),
    madeKey: (name: string, permissions: readonly string[]) =>
      said(
        `made the key ${name} for ${listed(permissions)}`,
        `создан ключ ${name}, права: ${listed(permissions)}`,
        `${name} кілті жасалды, рұқсаттары: ${listed(permissions)}`,
      ),
    revokedKey: (name: string) =>
      said(`revoked the key ${name}`, `ключ ${name} отозван`, `${name} кілті қайтарып алынды`),
  };
};
