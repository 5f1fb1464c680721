import type { Role } from '../facts.ts';
import { said } from '../said.ts';
import { listed, roleWords, type ByName, type Names } from './names.ts';

// Why somebody could not come in, or may not do what they asked for.

const oneOf = (roles: readonly Role[], language: 'en' | 'ru' | 'kk', or: string): string =>
  roles.map((role) => roleWords(role)[language]).join(or);

/** What somebody may not do: programs know it by its permission, people by what they have just pressed. */
function theAct(permission: string, { inWords }: Names): { readonly en: string; readonly aside: string } {
  const isForPeople = inWords(said('this', 'это', 'бұл')) !== null;
  return isForPeople ? { en: 'this', aside: '' } : { en: permission, aside: ` (${permission})` };
}

export const peopleRefusals = {
  nobody: (id: string) =>
    said(`Nobody here has the id ${id}.`, `Человека с кодом ${id} здесь нет.`, `Мұнда ${id} коды бар адам жоқ.`),
  nameTaken: (name: string) =>
    said(`There is already somebody called ${name}.`, `Имя ${name} уже занято.`, `${name} деген адам бұрыннан бар.`),
  adminHasAll: () =>
    said(
      'An admin has the whole hall: give them another role, or no zones.',
      'Администратору доступен весь зал: выберите другую роль или уберите зоны.',
      'Әкімшіге бүкіл зал қолжетімді: басқа рөл беріңіз немесе аймақтарды алып тастаңыз.',
    ),
  noZone: (ids: readonly string[]) =>
    said(
      `The hall has no zone called ${listed(ids)}.`,
      `В зале нет зоны ${listed(ids)}.`,
      `Залда ${listed(ids)} аймағы жоқ.`,
    ),
  onlyAdmin: (name: string) =>
    said(
      `${name} is the only admin. Make somebody else admin first.`,
      `${name} — единственный администратор. Сначала назначьте ещё одного.`,
      `${name} — жалғыз әкімші. Алдымен тағы біреуін тағайындаңыз.`,
    ),
  noSession: () => said('There is no such session.', 'Такого сеанса нет.', 'Мұндай сеанс жоқ.'),
  noTablet: (id: string) => said(`There is no tablet ${id}.`, `Планшета ${id} нет.`, `${id} планшеті жоқ.`),
  noKey: (id: string) => said(`There is no key ${id}.`, `Ключа ${id} нет.`, `${id} кілті жоқ.`),
  signInFirst: () =>
    said(
      'Sign in on the console, or use the sign-in link that the controller printed when it started.',
      'Войдите в пульт или откройте ссылку, которую контроллер напечатал при запуске.',
      'Пультке кіріңіз немесе контроллер іске қосылғанда шығарған сілтемені ашыңыз.',
    ),
  screenAlone:
    (screen: string, permission: string, asked: string | undefined): ByName =>
    (names) => {
      const { aside } = theAct(`${permission}${asked === undefined ? '' : `, ${asked}`}`, names);
      return said(
        `A screen may speak for itself only, and so may ${screen}${aside}.`,
        `Экран говорит только за себя, и ${screen} тоже${aside}.`,
        `Экран тек өзі үшін сөйлейді, ${screen} да солай${aside}.`,
      );
    },
  guideHasGo:
    (permission: string): ByName =>
    (names) => {
      const { aside } = theAct(permission, names);
      return said(
        `A guide’s phone has GO of one run, and nothing else${aside}.`,
        `Телефону гида доступно GO одного показа, и больше ничего${aside}.`,
        `Гидтің телефонына бір көрсетілімнің GO-сы ғана қолжетімді${aside}.`,
      );
    },
  guideOwnRun: () =>
    said(
      'A guide’s phone has GO of its own run, and nothing else.',
      'Телефону гида доступно GO своего показа, и больше ничего.',
      'Гидтің телефонына өз көрсетілімінің GO-сы ғана қолжетімді.',
    ),
  keyNotFor:
    (name: string, permission: string): ByName =>
    (names) => {
      const { en, aside } = theAct(permission, names);
      return said(
        `The key ${name} is not for ${en}.`,
        `У ключа ${name} нет такого права${aside}.`,
        `${name} кілтінде мұндай рұқсат жоқ${aside}.`,
      );
    },
  pinNotEnough:
    (permission: string): ByName =>
    (names) => {
      const { en, aside } = theAct(permission, names);
      return said(
        `Sign in with your password for ${en}: a PIN is not enough.`,
        `Для этого войдите с паролем: ПИН-кода недостаточно${aside}.`,
        `Бұл үшін құпиясөзбен кіріңіз: ПИН-код жеткіліксіз${aside}.`,
      );
    },
  roleMayNot:
    (name: string, role: Role, permission: string, roles: readonly Role[]): ByName =>
    (names) => {
      const [is, { en, aside }] = [roleWords(role), theAct(permission, names)];
      return roles.length === 0
        ? said(
            `${name} is ${is.en}; ${en} needs the person at the machine.`,
            `Роль входа ${name}: ${is.ru}. Это может только человек у самой машины${aside}.`,
            `${name} рөлі: ${is.kk}. Мұны машина басындағы адам ғана істей алады${aside}.`,
          )
        : said(
            `${name} is ${is.en}; ${en} needs ${oneOf(roles, 'en', ' or ')}.`,
            `Роль входа ${name}: ${is.ru}. Это может ${oneOf(roles, 'ru', ' или ')}${aside}.`,
            `${name} рөлі: ${is.kk}. Мұны ${oneOf(roles, 'kk', ' не ')} істей алады${aside}.`,
          );
    },
  onlyThemselves: () =>
    said(
      'Only the person themselves, or an admin, can change what they sign in with.',
      'Чем человек входит, меняет только он сам или администратор.',
      'Адамның немен кіретінін тек өзі не әкімші өзгертеді.',
    ),
  setUpAlone: () =>
    said(
      'A second factor and a PIN are set up by the person alone; an admin can take them away.',
      'Второй фактор и ПИН-код человек задаёт сам; администратор может их только снять.',
      'Екінші факторды және ПИН-кодты адам өзі қояды; әкімші оларды тек ала алады.',
    ),
  outsideZones:
    (name: string, zones: readonly string[], outside: readonly string[]): ByName =>
    ({ places }) => {
      const [theirs, others] = [places(zones), places(outside)];
      return said(
        `${name} has ${theirs.en} alone; this reaches ${others.en} as well.`,
        `Зоны входа ${name}: ${theirs.ru}. Это затрагивает ещё и ${others.ru}.`,
        `${name} аймақтары: ${theirs.kk}. Ал бұл мыналарға да әсер етеді: ${others.kk}.`,
      );
    },
  nobodySignedIn: () => said('Nobody is signed in here.', 'Здесь никто не вошёл.', 'Мұнда ешкім кірмеген.'),
  crowded: () =>
    said(
      'Too many people are signing in at this moment. Try again in a few seconds.',
      'Сейчас входит слишком много людей. Попробуйте через несколько секунд.',
      'Дәл қазір тым көп адам кіріп жатыр. Бірнеше секундтан кейін қайталаңыз.',
    ),
  wrongPassword: () =>
    said('The name or the password is not right.', 'Имя или пароль неверны.', 'Аты не құпиясөзі дұрыс емес.'),
  wrongOwnPassword: () => said('The password is not right.', 'Пароль неверен.', 'Құпиясөз дұрыс емес.'),
  pinNeedsTablet: () =>
    said(
      'A PIN is good on a paired tablet only. Sign in with your name and password.',
      'ПИН-код действует только на общем планшете. Войдите по имени и паролю.',
      'ПИН-код тек ортақ планшетте жарамды. Атыңыз бен құпиясөзіңіз арқылы кіріңіз.',
    ),
  tooManyPins: () =>
    said(
      'Too many wrong PINs on this tablet. Sign in with your password once; then the PIN works again.',
      'На этом планшете слишком много раз введён неверный ПИН-код. Войдите один раз с паролем, и он снова заработает.',
      'Бұл планшетте қате ПИН-код тым көп терілді. Бір рет құпиясөзбен кіріңіз, сонда ол қайта жұмыс істейді.',
    ),
  wrongPin: () => said('The PIN is not right.', 'ПИН-код неверен.', 'ПИН-код дұрыс емес.'),
  secondFactorMissing: () =>
    said(
      'Type the six digits that your authenticator shows.',
      'Введите шесть цифр из приложения-аутентификатора.',
      'Аутентификатор көрсеткен алты цифрды теріңіз.',
    ),
  secondFactorWrong: () =>
    said(
      'These digits are not right, or were used already. Wait for the next ones, or use a recovery code.',
      'Эти цифры неверны или уже использованы. Дождитесь следующих или введите запасной код.',
      'Бұл цифрлар дұрыс емес немесе қолданылып қойған. Келесісін күтіңіз немесе қосалқы кодты теріңіз.',
    ),
  disabled: () =>
    said(
      'Your access is switched off. An admin can let you in again.',
      'Ваш вход отключён. Снова впустить вас может администратор.',
      'Сіздің кіруіңіз өшірілген. Әкімші қайта рұқсат бере алады.',
    ),
  linkUsed: () =>
    said(
      'This sign-in link was used already, or is too old. Sign in with your name and password, or take the link that the controller prints when it starts.',
      'Эта ссылка уже использована или устарела. Войдите по имени и паролю или возьмите ссылку, которую контроллер печатает при запуске.',
      'Бұл сілтеме қолданылып қойған немесе ескірген. Аты мен құпиясөз арқылы кіріңіз не контроллер іске қосылғанда шығаратын сілтемені алыңыз.',
    ),
  tooOften: (seconds: number) =>
    said(
      `Too many failed attempts from here. Try again in ${seconds} s.`,
      `Отсюда слишком много неудачных попыток. Повторите через ${seconds} с.`,
      `Осы жерден сәтсіз әрекет тым көп. ${seconds} с кейін қайталаңыз.`,
    ),
  linksOpen: () =>
    said(
      'Too many sign-in links are open. They run out within a day.',
      'Открыто слишком много ссылок для входа. Они истекут в течение суток.',
      'Кіру сілтемелері тым көп ашылған. Олардың мерзімі бір тәулікте бітеді.',
    ),
  presentPassword: () =>
    said('Type your present password as well.', 'Введите и нынешний пароль.', 'Қазіргі құпиясөзіңізді де теріңіз.'),
  secondFactorIsOn: () =>
    said(
      'You have a second factor already. Take it away first.',
      'Второй фактор у вас уже есть. Сначала откажитесь от него.',
      'Сізде екінші фактор бар. Алдымен одан бас тартыңыз.',
    ),
  wrongDigits: () =>
    said(
      'These digits are not right. Scan the code again, look at the clock of your phone, and type the next digits.',
      'Эти цифры неверны. Снимите код ещё раз, проверьте часы телефона и введите следующие цифры.',
      'Бұл цифрлар дұрыс емес. Кодты қайта түсіріп, телефон сағатын тексеріңіз де, келесі цифрларды теріңіз.',
    ),
  signInToPractise: () =>
    said(
      'Sign in on the console to practise.',
      'Чтобы тренироваться, войдите в пульт.',
      'Жаттығу үшін пультке кіріңіз.',
    ),
  guideOver: () =>
    said(
      'This run is over. Ask the operator for a new code.',
      'Этот показ закончен. Попросите у оператора новый код.',
      'Бұл көрсетілім аяқталды. Оператордан жаңа код сұраңыз.',
    ),
  sessionEnded: () =>
    said(
      'The session has ended, or the token was revoked.',
      'Сеанс закончился или токен отозван.',
      'Сеанс аяқталды немесе токен қайтарып алынды.',
    ),
};
