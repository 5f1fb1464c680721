import { cornerNames, cornerSteps } from '#shared/corner-pin.ts';
import type { ViewAct } from '../state/view-keys.ts';
import type { ViewName } from '../state/views.ts';
import { contentWords } from './content-words.ts';
import { deskWords } from './desk-words.ts';
import { floorWords } from './floor-words.ts';
import { scheduleWords } from './schedule-words.ts';
import { dictionaries, type ConsoleLanguage } from './words.ts';

/** What the key does: what its button says, as it stands within a sentence. */
export function viewKeyDoes(act: ViewAct, language: ConsoleLanguage): string {
  const text = buttonWords(language)[act].replace('…', '');
  const isWord = text.slice(1, 2) === text.slice(1, 2).toLocaleLowerCase(language);
  return isWord ? text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1) : text;
}

function buttonWords(language: ConsoleLanguage): Readonly<Record<ViewAct, string>> {
  const content = contentWords[language];
  const schedule = scheduleWords[language];
  const { journal, people, health } = dictionaries[language];
  const floor = floorWords[language];
  return {
    closer: floor.closer,
    farther: floor.farther,
    wholePlan: floor.whole,
    newRule: schedule.newRule,
    saveChange: schedule.save,
    undoChange: schedule.undo,
    earlier: schedule.earlier,
    later: schedule.later,
    today: schedule.today,
    oneDay: schedule.day,
    oneWeek: schedule.week,
    oneMonth: schedule.month,
    planPane: schedule.plan,
    rulesPane: schedule.rules,
    hoursPane: schedule.hoursTab,
    daysPane: schedule.daysTab,
    rehearse: schedule.rehearse,
    mourn: schedule.mourn,
    older: journal.older,
    exportAll: deskWords[language].journal.export,
    allScreens: health.back,
    identify: health.identify,
    testGrid: health.testGrid,
    lookNow: health.lookNow,
    corners: health.calibration.begin,
    pairing: people.pairing.heading,
    exportMonth: health.export,
    addPerson: people.list.add,
    newScene: content.newScene,
    newShow: content.newShow,
    saveDraft: content.save,
    submit: content.submit,
    giveBack: content.giveBack,
    publish: content.publish,
    forget: content.unsaved.forget,
    discard: content.discard,
    duplicate: content.duplicate,
    remove: content.remove2,
    history: content.history,
    revert: content.revert,
    addCue: content.addCue,
    removeCue: content.removeCue,
    upload: content.media.browse,
    removeMedium: content.remove2,
  };
}

interface Walk {
  readonly key: string;
  readonly does: string;
}

/** Keys of what has the keyboard in a view: they act on it alone. */
export function walksOf(view: ViewName, language: ConsoleLanguage): readonly Walk[] {
  const { block, cue, corner } = walks[language];
  const { enter } = dictionaries[language].keys;
  switch (view) {
    case 'schedule':
      return [
        { key: '⇧ ← →', does: block.day },
        { key: '⇧ ↑ ↓', does: block.quarter },
        { key: '+ −', does: block.length },
        { key: enter, does: block.put },
      ];
    case 'scenes':
      return [
        { key: '⇧ ← →', does: cue.order },
        { key: '+ −', does: cue.length },
      ];
    case 'health':
      return [
        { key: `1–${cornerNames.length}`, does: corner.choose },
        { key: '← → ↑ ↓', does: corner.fine(cornerSteps.fine) },
        { key: '⇧ ← → ↑ ↓', does: corner.fine(cornerSteps.wide) },
        { key: enter, does: corner.keep },
      ];
    case 'hall':
    case 'show':
    case 'journal':
    case 'people':
    case 'media':
      return [];
  }
}

const walks: Readonly<
  Record<
    ConsoleLanguage,
    {
      readonly block: Readonly<Record<'day' | 'quarter' | 'length' | 'put', string>>;
      readonly cue: Readonly<Record<'order' | 'length', string>>;
      readonly corner: Readonly<Record<'choose' | 'keep', string>> & { readonly fine: (pixels: number) => string };
    }
  >
> = {
  en: {
    block: {
      day: 'hold the block: a day',
      quarter: 'hold the block: a quarter of an hour',
      length: 'hold the block: longer, shorter',
      put: 'put down what is held',
    },
    cue: { order: 'the cue earlier, later', length: 'the cue a second longer, shorter' },
    corner: {
      choose: 'on a corner: choose another',
      fine: (pixels) => `move the corner by ${pixels} px`,
      keep: 'keep the corners',
    },
  },
  ru: {
    block: {
      day: 'взять блок: на день',
      quarter: 'взять блок: на четверть часа',
      length: 'взять блок: длиннее, короче',
      put: 'поставить взятый блок',
    },
    cue: { order: 'реплика раньше, позже', length: 'реплика на секунду длиннее, короче' },
    corner: {
      choose: 'на углу: выбрать другой',
      fine: (pixels) => `сдвинуть угол на ${pixels} пкс`,
      keep: 'сохранить углы',
    },
  },
  kk: {
    block: {
      day: 'блокты алу: бір күнге',
      quarter: 'блокты алу: ширек сағатқа',
      length: 'блокты алу: ұзарту, қысқарту',
      put: 'алынған блокты қою',
    },
    cue: { order: 'белгі ертерек, кейінірек', length: 'белгіні бір секундқа ұзарту, қысқарту' },
    corner: {
      choose: 'бұрышта тұрып: басқасын таңдау',
      fine: (pixels) => `бұрышты ${pixels} пиксельге жылжыту`,
      keep: 'бұрыштарды сақтау',
    },
  },
};
