import { html, type TemplateResult } from 'lit';
import type { RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { Scene } from '#shared/scene.ts';
import './elements/announce-dialog.ts';
import './elements/details-dialog.ts';
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
}

/** Everything that can lie over the views; one of them is open at a time, or none. */
export function dialogs(given: Dialogs): TemplateResult {
  const { open, hall, speech, seen, selected, emergency, isAble } = given;
  return html`<key-help .speech=${speech} .open=${open === 'help'}></key-help>
    <doors-dialog
      .speech=${speech}
      .open=${open === 'doors'}
      .hall=${hall}
      .seen=${seen}
      .able=${isAble}
    ></doors-dialog>
    <sound-dialog .speech=${speech} .open=${open === 'sound'} .hall=${hall} .able=${isAble}></sound-dialog>
    <emergency-dialog
      .speech=${speech}
      .open=${open === 'emergency'}
      .hall=${hall}
      .seen=${emergency}
      .able=${isAble}
    ></emergency-dialog>
    <announce-dialog
      .speech=${speech}
      .open=${open === 'announce'}
      .hall=${hall}
      .targets=${targetsOf(hall, selected)}
      .count=${selected.size}
      .overlaysAt=${seen.revision}
      .able=${isAble}
    ></announce-dialog>
    <guide-dialog .speech=${speech} .open=${open === 'guide'} .run=${given.guideRun} .able=${isAble}></guide-dialog>
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
