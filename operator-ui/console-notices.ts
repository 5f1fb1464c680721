import { html, nothing, type TemplateResult } from 'lit';
import type { Hall } from '#shared/hall.ts';
import type { Library } from './controllers/library.ts';
import type { SignedIn } from './controllers/session.ts';
import type { UnsavedEdits } from './controllers/unsaved-edits.ts';
import './elements/desk-alerts.ts';
import './elements/notice-bar.ts';
import './elements/training-band.ts';
import { unsavedText } from './state/content/unsaved-text.ts';
import type { EmergenciesSeen } from './state/emergency.ts';
import { linkText } from './state/link-text.ts';
import type { Seen } from './state/seen.ts';
import type { Speech } from './state/speech.ts';
import { isTraining } from './state/training.ts';
import { troublesOf } from './state/troubles.ts';
import type { ViewName } from './state/views.ts';
import type { RefusedAct } from './state/without-late.ts';

/** All that the notices may need of the shell. */
export interface Notices {
  readonly hall: Hall | null;
  readonly speech: Speech;
  readonly seen: Seen;
  readonly library: Library;
  readonly emergency: EmergenciesSeen | null;
  readonly edits: UnsavedEdits;
  readonly view: ViewName;
  readonly person: SignedIn;
  /** Why the last command was not carried out. */
  readonly refusal: RefusedAct | null;
  /** Shared time, ms, in whole seconds. */
  readonly now: number;
  readonly isAble: boolean;
}

/** What a person has to know in every view. */
export function notices(given: Notices): TemplateResult {
  const { speech, seen, edits, person, now } = given;
  // The library marks them itself.
  const unsaved = given.view === 'scenes' ? '' : unsavedText(edits.all, edits.underWay, edits.begun.all, speech);
  return html`<div class="notices" role="region" aria-label=${speech.words.notice.heading}>
    ${isTraining() ? html`<training-band .speech=${speech}></training-band>` : nothing}
    <desk-alerts
      .hall=${given.hall}
      .speech=${speech}
      .emergency=${given.emergency}
      .runs=${seen.runs}
      .losses=${seen.losses}
      .me=${person.name}
      .hold=${given.library.hold}
      .myRole=${person.role}
      .now=${now}
      .able=${given.isAble}
    ></desk-alerts>
    <notice-bar
      .speech=${speech}
      .refusal=${given.refusal}
      .hall=${given.hall}
      .link=${linkText(seen, speech, now)}
      .reloads=${seen.isOutdated || seen.link.is === 'unread'}
      .unsaved=${unsaved}
      .troubles=${troublesOf(seen, person.role, speech, now)}
    ></notice-bar>
  </div>`;
}
