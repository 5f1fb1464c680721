import type { ConsoleLanguage } from './words.ts';

/** Words for acts of several people on one hall: whose standby GO starts, whose act is taken back. */
export interface ActWords {
  readonly standby: {
    /** Somebody else's standby, as the subject of GO. */
    readonly of: (owner: string) => string;
    readonly nobodys: string;
    readonly yours: string;
    readonly others: string;
    /** Nothing of one's own is armed. */
    readonly chooseFirst: string;
    readonly choose: (title: string, owner: string) => string;
    /** GO is about another standby or cue since just now: a second press of the key meant the one before. */
    readonly rests: string;
    /** A colleague has armed something else on screens of one's own standby; `left`: whether some of it is armed still. */
    readonly lost: (by: string, what: string, numbers: string, mine: string, left: boolean) => string;
  };
  readonly back: {
    readonly back: (what: string) => string;
    /** After a title: as many others beside it. */
    readonly more: (n: number) => string;
    readonly again: (what: string) => string;
    /** Acts that can be taken back; `what` is a title in quotation marks. */
    readonly did: Readonly<
      Record<'run.take' | 'run.release' | 'run.edit' | 'run.control' | 'run.take-over', (what: string) => string>
    >;
    readonly doors: Readonly<Record<'open' | 'closed', string>>;
    readonly you: string;
  };
  readonly release: {
    readonly which: string;
    /** So many are held by hand. */
    readonly held: (n: number) => string;
  };
}

export const actWords: Readonly<Record<ConsoleLanguage, ActWords>> = {
  en: {
    standby: {
      of: (owner) => `armed by ${owner}`,
      nobodys: 'armed by nobody who is known',
      yours: 'yours',
      others: 'Also armed',
      chooseFirst: 'Armed by others. Press one to have GO for it.',
      choose: (title, owner) => `Have GO for ${title}, ${owner}`,
      rests: 'about something else now: a moment',
      lost: (by, what, numbers, mine, left) =>
        `${by} has armed “${what}” on ${numbers}. ${left ? `Your standby “${mine}” goes on without.` : `Nothing is left of your standby “${mine}”.`}`,
    },
    back: {
      back: (what) => `Take back: ${what}`,
      more: (n) => `and ${n} more`,
      again: (what) => `Do again: ${what}`,
      did: {
        'run.take': (what) => `${what} taken`,
        'run.release': (what) => `${what} released`,
        'run.edit': (what) => `${what} changed`,
        'run.control': (what) => `GO, pause or back in ${what}`,
        'run.take-over': (what) => `${what} taken over`,
      },
      doors: { open: 'the hall opened', closed: 'the hall closed' },
      you: 'you',
    },
    release: { which: 'Release: choose which', held: (n) => `${n} by hand` },
  },
  ru: {
    standby: {
      of: (owner) => `готовит: ${owner}`,
      nobodys: 'кто готовит, неизвестно',
      yours: 'ваше',
      others: 'Ещё в готовности',
      chooseFirst: 'Подготовлено другими. Нажмите, чтобы GO было для этого.',
      choose: (title, owner) => `GO для: ${title}, ${owner}`,
      rests: 'теперь другое: секунду',
      lost: (by, what, numbers, mine, left) =>
        `На ${numbers} теперь в готовности «${what}», готовит: ${by}. ${left ? `Ваше «${mine}» остаётся в готовности без них.` : `От вашего «${mine}» в готовности ничего не осталось.`}`,
    },
    back: {
      back: (what) => `Отменить: ${what}`,
      more: (n) => `и ещё ${n}`,
      again: (what) => `Повторить: ${what}`,
      did: {
        'run.take': (what) => `поставлено ${what}`,
        'run.release': (what) => `возвращено ${what}`,
        'run.edit': (what) => `изменено ${what}`,
        'run.control': (what) => `GO, пауза или назад, ${what}`,
        'run.take-over': (what) => `перенято ${what}`,
      },
      doors: { open: 'зал открыт', closed: 'зал закрыт' },
      you: 'вы',
    },
    release: { which: 'Вернуть: выберите, что', held: (n) => `вручную: ${n}` },
  },
  kk: {
    standby: {
      of: (owner) => `дайындаған: ${owner}`,
      nobodys: 'кім дайындағаны белгісіз',
      yours: 'сіздікі',
      others: 'Тағы дайын тұр',
      chooseFirst: 'Басқалар дайындаған. GO соныкі болуы үшін басыңыз.',
      choose: (title, owner) => `GO: ${title}, ${owner}`,
      rests: 'енді басқасы: сәл күтіңіз',
      lost: (by, what, numbers, mine, left) =>
        `${numbers} экранында енді «${what}» дайын тұр, дайындаған: ${by}. ${left ? `Сіздің «${mine}» оларсыз дайын қалады.` : `Сіздің «${mine}» дайындығынан ештеңе қалған жоқ.`}`,
    },
    back: {
      back: (what) => `Болдырмау: ${what}`,
      more: (n) => `және тағы ${n}`,
      again: (what) => `Қайталау: ${what}`,
      did: {
        'run.take': (what) => `қойылған ${what}`,
        'run.release': (what) => `қайтарылған ${what}`,
        'run.edit': (what) => `өзгертілген ${what}`,
        'run.control': (what) => `${what}: GO, кідіріс не кері`,
        'run.take-over': (what) => `өзіне алынған ${what}`,
      },
      doors: { open: 'зал ашылды', closed: 'зал жабылды' },
      you: 'сіз',
    },
    release: { which: 'Қайтару: қайсысын?', held: (n) => `қолмен: ${n}` },
  },
};
