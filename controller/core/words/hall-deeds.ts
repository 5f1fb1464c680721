import { actorWords } from '#shared/actor-words.ts';
import { said, type Said } from '#shared/said.ts';
import { listed, places } from '#shared/words/names.ts';

// What was done to the hall itself, its clock, sound and screens. The arguments of a deed never change.

const calibrated: Readonly<Record<'outputDelayMs' | 'cornerPin' | 'touchOff', Said>> = {
  outputDelayMs: said('outputDelayMs', 'задержка', 'кідірісі'),
  cornerPin: said('cornerPin', 'углы картины', 'сурет бұрыштары'),
  touchOff: said('touchOff', 'касания', 'жанасу'),
};

const noted: Readonly<Record<'acknowledged' | 'unacknowledged' | 'unassigned' | 'commented', Said>> = {
  acknowledged: said('acknowledged', 'принято к сведению', 'назарға алынды'),
  unacknowledged: said('took back that it is known', 'отметка «вижу» снята', '«көрдім» белгісі алынды'),
  unassigned: said('unassigned', 'никто не занимается', 'жауаптысы алынды'),
  commented: said('commented on', 'добавлено замечание', 'ескертпе жазылды'),
};

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

export const hallDeeds = {
  setDoors: (is: 'open' | 'closed') =>
    is === 'open'
      ? said('opened the hall', 'зал открыт', 'зал ашылды')
      : said('closed the hall', 'зал закрыт', 'зал жабылды'),
  setSound: (outputs: readonly string[], level: number | null, isMuted: boolean | null) =>
    said(
      `set sound of ${listed(outputs)}: ${[
        ...(level === null ? [] : [`level ${level}`]),
        ...(isMuted === null ? [] : [`muted ${isMuted}`]),
      ].join(', ')}`,
      `звук ${listed(outputs)}: ${[
        ...(level === null ? [] : [`громкость ${level}`]),
        ...(isMuted === null ? [] : [isMuted ? 'выключен' : 'включён']),
      ].join(', ')}`,
      `${listed(outputs)} дыбысы: ${[
        ...(level === null ? [] : [`деңгейі ${level}`]),
        ...(isMuted === null ? [] : [isMuted ? 'өшірілді' : 'қосылды']),
      ].join(', ')}`,
    ),
  clockStepped: (byMs: number) =>
    said(
      `the wall clock was set by ${seconds(byMs)} s; the hall holds the ambient until a person or the time service has put it right`,
      `часы переведены на ${seconds(byMs)} с; в зале фоновый показ, пока человек или служба времени их не поправит`,
      `сағат ${seconds(byMs)} с жылжытылды; адам не уақыт қызметі түзегенше залда фондық көрсетілім жүреді`,
    ),
  clockBehind: (byMs: number) =>
    said(
      `the wall clock is ${seconds(byMs)} s behind the newest journal entry; the hall holds the ambient until a person or the time service has put it right`,
      `часы отстают на ${seconds(byMs)} с от последней записи журнала; в зале фоновый показ, пока человек или служба времени их не поправит`,
      `сағат журналдың соңғы жазбасынан ${seconds(byMs)} с артта; адам не уақыт қызметі түзегенше залда фондық көрсетілім жүреді`,
    ),
  trustedClock: (by: string) => {
    const who = actorWords(by);
    return said(
      `${who.en} trusts the wall clock again`,
      `${who.ru}: часы верны, расписание снова действует`,
      `${who.kk}: сағат дұрыс, кесте қайта күшінде`,
    );
  },
  importedHall: (documents: number) =>
    said(
      `imported the hall: ${documents} documents changed`,
      `зал импортирован; изменено документов: ${documents}`,
      `зал импортталды; өзгерген құжат саны: ${documents}`,
    ),
  paired: (number: number, id: string, isAgain: boolean) =>
    isAgain
      ? said(
          `paired a new player with screen ${number} ${id}; the one before has lost its token`,
          `к экрану ${number} ${id} привязан новый плеер; прежний лишился токена`,
          `${number} ${id} экранына жаңа плеер байланыстырылды; бұрынғысы токенінен айырылды`,
        )
      : said(
          `paired a player with screen ${number} ${id}`,
          `к экрану ${number} ${id} привязан плеер`,
          `${number} ${id} экранына плеер байланыстырылды`,
        ),
  unpaired: (id: string) =>
    said(`revoked the token of screen ${id}`, `токен экрана ${id} отозван`, `${id} экранының токені қайтарып алынды`),
  askedNewToken: (id: string) =>
    said(
      `asked for a new token for screen ${id}`,
      `для экрана ${id} запрошен новый токен`,
      `${id} экранына жаңа токен сұралды`,
    ),
  offeredToken: (id: string) =>
    said(
      `gave the player of screen ${id} a new token to come after its own`,
      `плеер экрана ${id} получил новый токен на смену своему`,
      `${id} экранының плеері өзінікінің орнына жаңа токен алды`,
    ),
  usedToken: (id: string) =>
    said(
      `the player of screen ${id} uses its new token; the one before is good no more`,
      `плеер экрана ${id} перешёл на новый токен; прежний больше не действует`,
      `${id} экранының плеері жаңа токенге көшті; бұрынғысы енді жарамсыз`,
    ),
  toldCopy: (id: string, from: string) =>
    said(
      `an old token of screen ${id}, replaced before, was used from ${from}`,
      `с адреса ${from} использован старый, уже заменённый токен экрана ${id}`,
      `${from} мекенжайынан ${id} экранының бұрын ауыстырылған ескі токені қолданылды`,
    ),
  keptPlayerOut: (number: number, id: string) =>
    said(
      `kept the player of screen ${number} ${id} out`,
      `плееру экрана ${number} ${id} закрыт доступ`,
      `${number} ${id} экранының плееріне жол жабылды`,
    ),
  letPlayerIn: (id: string) =>
    said(
      `let the player of screen ${id} in again`,
      `плееру экрана ${id} снова открыт доступ`,
      `${id} экранының плееріне жол қайта ашылды`,
    ),
  calibrated: (number: number, id: string, fields: readonly (keyof typeof calibrated)[]) => {
    const of = (language: keyof Said): string => fields.map((field) => calibrated[field][language]).join(', ');
    return said(
      `calibrated screen ${number} ${id}: ${of('en')}`,
      `настройка экрана ${number} ${id}: ${of('ru')}`,
      `${number} ${id} экраны бапталды: ${of('kk')}`,
    );
  },
  setCleaningPin: (isSet: boolean) =>
    isSet
      ? said('set the PIN for cleaning', 'задан ПИН-код для уборки', 'тазалауға арналған ПИН-код қойылды')
      : said('took the PIN for cleaning away', 'ПИН-код для уборки снят', 'тазалауға арналған ПИН-код алынды'),
  startedMaintenance: (targets: readonly string[]) => {
    const where = places(targets);
    return said(
      `put ${where.en} in maintenance`,
      `начаты работы: ${where.ru}`,
      `техникалық жұмыс басталды: ${where.kk}`,
    );
  },
  endedMaintenance: (targets: readonly string[]) => {
    const where = places(targets);
    return said(
      `ended the maintenance of ${where.en}`,
      `работы закончены: ${where.ru}`,
      `техникалық жұмыс аяқталды: ${where.kk}`,
    );
  },
  notedIncident: (acts: readonly (keyof typeof noted)[], assignee: string | null, incident: string) => {
    const assigned =
      assignee === null ? [] : [said(`assigned to ${assignee}`, `занимается ${assignee}`, `жауаптысы: ${assignee}`)];
    const all = [...acts.map((act) => noted[act]), ...assigned];
    const of = (language: keyof Said): string => all.map((one) => one[language]).join(', ');
    return said(
      `${of('en')} incident ${incident}`,
      `происшествие ${incident}: ${of('ru')}`,
      `${incident} оқиғасы: ${of('kk')}`,
    );
  },
};
