import { html, nothing, type TemplateResult } from 'lit';
import type { RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { Scene } from '#shared/scene.ts';
import './elements/announce-dialog.ts';
import './elements/details-dialog.ts';
import './elements/dialog-notice.ts';
import './elements/doors-dialog.ts';
import './elements/emergency-dialog.ts';
import './elements/guide-dialog.ts';
import './elements/key-help.ts';
import './elements/people/who-dialog.ts';
import './elements/reason-dialog.ts';
import './elements/sound-dialog.ts';
import type { Commands } from './controllers/commands.ts';
import type { SessionController, SignedIn } from './controllers/session.ts';
import type { DialogName } from './state/dialogs.ts';
import type { EmergenciesSeen } from './state/emergency.ts';
import { mayDo, whoMayText, type Offered } from './state/may.ts';
import { readScreen, type ScreenRead } from './state/screen-read.ts';
import type { Seen } from './state/seen.ts';
import type { Speech } from './state/speech.ts';
import { targetsOf } from './state/targets.ts';
import { unitsOf } from './state/units.ts';

export interface Dialogs {
  readonly open: DialogName | null;
  readonly hall: Hall;
  readonly speech: Speech;
  readonly seen: Seen;
  readonly scenes: ReadonlyMap<string, Scene>;
  readonly selected: ReadonlySet<string>;
  /** The screens that somebody asked about, whatever is chosen; null: those that are. */
  readonly asked: readonly string[] | null;
  readonly emergency: EmergenciesSeen | null;
  /** The run that is to be given to a guide. */
  readonly guideRun: RunView | null;
  readonly commands: Commands;
  readonly now: number;
  readonly isAble: boolean;
  readonly person: SignedIn;
}

/** Everything that can lie over the views; one of them is open at a time, or none. */
export function dialogs(given: Dialogs): TemplateResult {
  const { open, hall, speech, seen, selected, emergency, isAble, person } = given;
  const may = (what: Offered): boolean => isAble && mayDo(person.role, what);
  return html`<key-help .speech=${speech} .open=${open === 'help'}></key-help>
    <doors-dialog
      .speech=${speech}
      .open=${open === 'doors'}
      .hall=${hall}
      .seen=${seen}
      .now=${given.now}
      .able=${may('doors.set')}
      >${notice(given, 'doors', ['doors.set'])}</doors-dialog
    >
    <sound-dialog
      .speech=${speech}
      .open=${open === 'sound'}
      .hall=${hall}
      .zones=${person.zones}
      .able=${may('sound.set')}
      >${notice(given, 'sound', ['sound.set'])}</sound-dialog
    >
    <emergency-dialog
      .speech=${speech}
      .open=${open === 'emergency'}
      .hall=${hall}
      .seen=${emergency}
      .zones=${person.zones}
      .able=${may('emergency.raise')}
      .ableToEnd=${may('emergency.end')}
      >${notice(given, 'emergency', ['emergency.raise', ...(emergency === null ? [] : ['emergency.end' as const])])}</emergency-dialog
    >
    <announce-dialog
      .speech=${speech}
      .open=${open === 'announce'}
      .hall=${hall}
      .targets=${targetsOf(hall, selected)}
      .count=${selected.size}
      .announced=${seen.announced}
      .refused=${given.commands.refusal}
      .now=${given.now}
      .able=${may('overlay.show')}
      >${notice(given, 'announce', ['overlay.show'])}</announce-dialog
    >
    <guide-dialog .speech=${speech} .open=${open === 'guide'} .run=${given.guideRun} .able=${may('guide.give')}
      >${notice(given, 'guide', ['guide.give'])}</guide-dialog
    >
    <reason-dialog
      .speech=${speech}
      .open=${given.commands.question !== null}
      .hall=${hall}
      .question=${given.commands.question}
      .able=${isAble}
      @reason=${({ detail }: CustomEvent<string>) => given.commands.answer(detail)}
    ></reason-dialog>
    <details-dialog
      .speech=${speech}
      .open=${open === 'details'}
      .hall=${hall}
      .members=${open === 'details' ? details(given) : []}
    ></details-dialog>`;
}

/** What must be read in the dialog while it is open: behind it nothing can be. */
function notice(given: Dialogs, name: DialogName, needs: readonly Offered[]): TemplateResult | typeof nothing {
  const { open, speech, person, commands } = given;
  if (open !== name) return nothing;
  const { rights, roles } = speech.words;
  const may = needs
    .filter((what) => !mayDo(person.role, what))
    .map((what) => rights[what === 'emergency.end' ? 'ends' : 'only'](whoMayText(what, speech), roles[person.role]));
  return html`<dialog-notice .speech=${speech} .refusal=${commands.refusal} .may=${may}></dialog-notice>`;
}

/** Who is at the console: there before the hall is, so that nobody is locked in. */
export function whoDialog(
  isOpen: boolean,
  speech: Speech,
  person: SignedIn,
  session: Pick<SessionController, 'signOut' | 'resumeAs'>,
): TemplateResult {
  return html`<who-dialog
    .speech=${speech}
    .open=${isOpen}
    .person=${person}
    @sign-out=${() => void session.signOut()}
    @switched=${() => session.resumeAs()}
  ></who-dialog>`;
}

/** The screens asked about, else the chosen ones, or with none chosen the whole hall, one at a time. */
function details({ hall, seen, scenes, speech, selected, asked, now }: Dialogs): readonly ScreenRead[] {
  const screens = unitsOf(hall).flatMap(({ members }) => members.map(({ screen }) => screen));
  const wanted: ReadonlySet<string> = asked === null ? selected : new Set(asked);
  const chosen = wanted.size === 0 ? screens : screens.filter(({ id }) => wanted.has(id));
  return chosen.map((screen) => readScreen(screen, { hall, seen, scenes, speech, now }));
}
