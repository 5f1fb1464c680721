import { actorWords } from '#shared/actor-words.ts';
import { said, type Said } from '#shared/said.ts';
import { comma } from '#shared/words/comma.ts';
import type { Names } from '#shared/words/names.ts';

// What was done to the hall itself, its clock, sound and screens. The arguments of a deed never change.

const calibrated: Readonly<Record<'outputDelayMs' | 'cornerPin' | 'touchOff', Said>> = {
  outputDelayMs: said('the delay', 'задержка', 'кідірісі'),
  cornerPin: said('the corners of the picture', 'углы картины', 'сурет бұрыштары'),
  touchOff: said('touch', 'касания', 'жанасу'),
};

const noted: Readonly<Record<'acknowledged' | 'unacknowledged' | 'unassigned' | 'commented', Said>> = {
  acknowledged: said('acknowledged', 'принято к сведению', 'назарға алынды'),
  unacknowledged: said('took back that it is known', 'отметка «вижу» снята', '«көрдім» белгісі алынды'),
  unassigned: said('unassigned', 'никто не занимается', 'жауаптысы алынды'),
  commented: said('commented on', 'добавлено замечание', 'ескертпе жазылды'),
};

/** A sentence that another goes on from. */
const unended = (sentence: string): string => sentence.replace(/\.$/, '');

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

export const hallDeeds = ({ places, screen, outputs: outputsOf, inWords }: Names) => ({
  setDoors: (is: 'open' | 'closed') =>
    is === 'open'
      ? said('opened the hall', 'зал открыт', 'зал ашылды')
      : said('closed the hall', 'зал закрыт', 'зал жабылды'),
  setSound: (outputs: readonly string[], level: number | null, isMuted: boolean | null) =>
    said(
      `sound of ${outputsOf(outputs).en}: ${[
        ...(level === null ? [] : [`level ${level}`]),
        ...(isMuted === null ? [] : [isMuted ? 'off' : 'on']),
      ].join(', ')}`,
      `звук ${outputsOf(outputs).ru}: ${[
        ...(level === null ? [] : [`громкость ${level}`]),
        ...(isMuted === null ? [] : [isMuted ? 'выключен' : 'включён']),
      ].join(', ')}`,
      `${outputsOf(outputs).kk} дыбысы: ${[
        ...(level === null ? [] : [`деңгейі ${level}`]),
        ...(isMuted === null ? [] : [isMuted ? 'өшірілді' : 'қосылды']),
      ].join(', ')}`,
    ),
  clockStepped: (byMs: number) =>
    said(
      `the wall clock was set by ${seconds(byMs)} s; the hall holds the ambient until a person or the time service has put it right`,
      `часы переведены на ${comma(seconds(byMs))} с; в зале фоновый показ, пока человек или служба времени их не поправит`,
      `сағат ${comma(seconds(byMs))} с жылжытылды; адам не уақыт қызметі түзегенше залда фондық көрсетілім жүреді`,
    ),
  clockBehind: (byMs: number) =>
    said(
      `the wall clock is ${seconds(byMs)} s behind the newest journal entry; the hall holds the ambient until a person or the time service has put it right`,
      `часы отстают на ${comma(seconds(byMs))} с от последней записи журнала; в зале фоновый показ, пока человек или служба времени их не поправит`,
      `сағат журналдың соңғы жазбасынан ${comma(seconds(byMs))} с артта; адам не уақыт қызметі түзегенше залда фондық көрсетілім жүреді`,
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
          `paired a new player with screen ${number} ${screen(id).en}; the one before has lost its token`,
          `к экрану ${number} ${screen(id).ru} привязан новый плеер; прежний лишился токена`,
          `${number} ${screen(id).kk} экранына жаңа плеер байланыстырылды; бұрынғысы токенінен айырылды`,
        )
      : said(
          `paired a player with screen ${number} ${screen(id).en}`,
          `к экрану ${number} ${screen(id).ru} привязан плеер`,
          `${number} ${screen(id).kk} экранына плеер байланыстырылды`,
        ),
  unpaired: (id: string) =>
    said(
      `revoked the token of screen ${screen(id).en}`,
      `токен экрана ${screen(id).ru} отозван`,
      `${screen(id).kk} экранының токені қайтарып алынды`,
    ),
  askedNewToken: (id: string) =>
    said(
      `asked for a new token for screen ${screen(id).en}`,
      `для экрана ${screen(id).ru} запрошен новый токен`,
      `${screen(id).kk} экранына жаңа токен сұралды`,
    ),
  offeredToken: (id: string) =>
    said(
      `gave the player of screen ${screen(id).en} a new token to come after its own`,
      `плеер экрана ${screen(id).ru} получил новый токен на смену своему`,
      `${screen(id).kk} экранының плеері өзінікінің орнына жаңа токен алды`,
    ),
  usedToken: (id: string) =>
    said(
      `the player of screen ${screen(id).en} uses its new token; the one before is good no more`,
      `плеер экрана ${screen(id).ru} перешёл на новый токен; прежний больше не действует`,
      `${screen(id).kk} экранының плеері жаңа токенге көшті; бұрынғысы енді жарамсыз`,
    ),
  toldCopy: (id: string, from: string) =>
    said(
      `an old token of screen ${screen(id).en}, replaced before, was used from ${from}`,
      `с адреса ${from} использован старый, уже заменённый токен экрана ${screen(id).ru}`,
      `${from} мекенжайынан ${screen(id).kk} экранының бұрын ауыстырылған ескі токені қолданылды`,
    ),
  keptPlayerOut: (number: number, id: string) =>
    said(
      `kept the player of screen ${number} ${screen(id).en} out`,
      `плееру экрана ${number} ${screen(id).ru} закрыт доступ`,
      `${number} ${screen(id).kk} экранының плееріне жол жабылды`,
    ),
  letPlayerIn: (id: string) =>
    said(
      `let the player of screen ${screen(id).en} in again`,
      `плееру экрана ${screen(id).ru} снова открыт доступ`,
      `${screen(id).kk} экранының плееріне жол қайта ашылды`,
    ),
  calibrated: (number: number, id: string, fields: readonly (keyof typeof calibrated)[]) => {
    const of = (language: keyof Said): string => fields.map((field) => calibrated[field][language]).join(', ');
    return said(
      `calibrated screen ${number} ${screen(id).en}: ${of('en')}`,
      `настройка экрана ${number} ${screen(id).ru}: ${of('ru')}`,
      `${number} ${screen(id).kk} экраны бапталды: ${of('kk')}`,
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
  /** `told`: the incident in one sentence, as it stood then. Versions before kept none. */
  notedIncident: (
    acts: readonly (keyof typeof noted)[],
    assignee: string | null,
    incident: string,
    told: Said | null = null,
  ) => {
    const assigned =
      assignee === null ? [] : [said(`assigned to ${assignee}`, `занимается ${assignee}`, `жауаптысы: ${assignee}`)];
    const all = [...acts.map((act) => noted[act]), ...assigned];
    const of = (language: keyof Said): string => all.map((one) => one[language]).join(', ');
    const about = inWords(told);
    if (about !== null)
      return said(
        `incident: ${unended(about.en)} — ${of('en')}`,
        `происшествие: ${unended(about.ru)} — ${of('ru')}`,
        `оқиға: ${unended(about.kk)} — ${of('kk')}`,
      );
    return said(
      `${of('en')} incident ${incident}`,
      `происшествие ${incident}: ${of('ru')}`,
      `${incident} оқиғасы: ${of('kk')}`,
    );
  },
});
