import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CircleQuestionMark, Undo2, Volume2, VolumeX } from 'lucide';
import type { LastActView, RunView } from '#shared/facts.ts';
import type { Hall, SoundOutput } from '#shared/hall.ts';
import { footStyles } from '../look/foot-styles.ts';
import { icon } from '../look/icon.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import type { SignedIn } from '../controllers/session.ts';
import { emergencyPlaces, type Place } from '../state/emergency-places.ts';
import { isDark, type EmergenciesSeen } from '../state/emergency.ts';
import { isViewKey, keyDoes, keyLabel, type KeyAct } from '../state/keys.ts';
import { mayDo, whoMayText, type Offered } from '../state/may.ts';
import { outputsWithin, ownOutputs } from '../state/own-outputs.ts';
import type { Speech } from '../state/speech.ts';
import { everything, screensOf } from '../state/targets.ts';
import type { HoldButton } from './hold-button.ts';
import './back-button.ts';
import './hold-button.ts';
import { actWords } from '../words/act-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { raise } from './raise.ts';

/** The keys that matter in this view, and the acts that keep one place in every view: Release, Mute, Blackout. */
@customElement('foot-bar')
export class FootBar extends LitElement {
  static override styles = [base, buttons, footStyles];

  @property({ attribute: false }) hall: Hall | null = null;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) keys: readonly KeyAct[] = [];
  /** What Release would end. */
  @property({ attribute: false }) releases: readonly RunView[] = [];
  /** How many are held by hand while none is chosen that Release would end. */
  @property({ type: Number }) undecided = 0;
  /** What comes after that release, in one line; empty: not known. */
  @property() afterwards = '';
  /** Who else holds some of that; empty: nobody. */
  @property() held = '';
  @property({ attribute: false }) emergency: EmergenciesSeen | null = null;
  @property({ attribute: false }) lastAct: LastActView | null = null;
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;
  @property({ attribute: false }) person!: SignedIn;

  /** What the key of a blackout holds. */
  get blackout(): HoldButton | null {
    return this.renderRoot.querySelector<HoldButton>('[data-act=blackout]');
  }

  /** Ends what Release names; nothing where nothing can be released. */
  readonly release = (): void => {
    if (!this.#can('run.release') || this.releases.length === 0) return;
    raise(this, 'act', { do: 'release', runs: this.releases.map(({ id }) => id) });
  };

  /** Takes back what the way back names; nothing where none is offered. */
  takeBack(): void {
    this.renderRoot.querySelector('back-button')?.takeBack();
  }

  readonly toggleMute = (): void => {
    if (!this.#can('sound.set') || this.#outputs.length === 0) return;
    raise(this, 'act', { do: 'sound', output: ownOutputs(this.person.zones), body: { muted: !this.#isMuted } });
  };

  /** What Mute is about: all outputs, or those of somebody who is limited to zones. */
  get #outputs(): readonly SoundOutput[] {
    return outputsWithin(this.hall, this.person.zones);
  }

  get #isMuted(): boolean {
    const outputs = this.#outputs;
    return outputs.length > 0 && outputs.every((output) => output.muted);
  }

  protected override render(): TemplateResult {
    const { words } = this.speech;
    const { safety } = words;
    const isAlreadyDark = this.#isDark;
    const where = this.person.zones === null ? nothing : html`<small>${this.#place?.name ?? ''}</small>`;
    const count = new Set(this.releases.flatMap((run) => run.screens)).size;
    const afterwards = this.afterwards === '' ? '' : deskWords[this.speech.language].afterwards(this.afterwards);
    const held = this.held === '' ? '' : words.lease.heldBy(this.held);
    const { release } = actWords[this.speech.language];
    const which = this.undecided === 0 ? null : release.which;
    const beside = which === null ? held || afterwards : release.held(this.undecided);
    return html`<div class="keys">${this.keys.map((act) => this.#key(act))}</div>
      ${this.#back()}
      <span class="person">${`${this.person.name} · ${words.roles[this.person.role]}`}</span>
      <div class="safety" role="group" aria-label=${safety.heading}>
        <button class="button help" aria-label=${words.keys.heading} @click=${() => this.#press('help')}>
          ${icon(CircleQuestionMark)}
        </button>
        <button
          class="button"
          data-act="release"
          ?disabled=${!this.#can('run.release') || (count === 0 && this.undecided === 0)}
          title=${this.#who('run.release') ?? (which !== null ? which : count === 0 ? safety.nothingToRelease : [held, afterwards].filter((part) => part !== '').join('; '))}
          @click=${() => this.#press('release')}
        >
          <kbd>${keyLabel('release', words)}</kbd>${icon(Undo2)}<span
            >${which ?? (count === 0 ? safety.release : safety.releaseWhat(count))}${
              this.#why('run.release') ?? (beside === '' ? nothing : html`<small>${beside}</small>`)
            }</span
          >
        </button>
        <button
          class="button"
          data-act="mute"
          ?disabled=${!this.#can('sound.set') || this.#outputs.length === 0}
          title=${this.#who('sound.set') ?? nothing}
          @click=${this.toggleMute}
        >
          <kbd>${keyLabel('mute', words)}</kbd>${icon(this.#isMuted ? VolumeX : Volume2)}<span
            >${this.#isMuted ? safety.unmute : safety.mute}${
              this.#why('sound.set') ??
              (this.#outputs.length === 0 && this.person.zones !== null
                ? html`<small>${words.sound.noneOfYours}</small>`
                : where)
            }</span
          >
        </button>
        ${this.#emergency()}
        <hold-button
          danger
          data-act="blackout"
          title=${this.#who('emergency.raise') ?? nothing}
          ?disabled=${!this.#can('emergency.raise') || isAlreadyDark}
          @held=${this.#blackOut}
          ><kbd>${keyLabel('blackout', words)}</kbd
          ><span
            >${isAlreadyDark ? safety.active(safety.blackout) : `${safety.hold}: ${safety.blackout}`}${
              this.#why('emergency.raise') ?? where
            }</span
          ></hold-button
        >
      </div>`;
  }

  #can(what: Offered): boolean {
    return this.able && mayDo(this.person.role, what);
  }

  /** Who may, where this person may not; else null. */
  #who(what: Offered): string | null {
    return mayDo(this.person.role, what) ? null : this.speech.words.rights.short(whoMayText(what, this.speech));
  }

  #why(what: Offered): TemplateResult | null {
    const { words } = this.speech;
    if (mayDo(this.person.role, what)) return null;
    return html`<small class="why">${words.rights.short(whoMayText(what, this.speech, true))}</small>`;
  }

  /** Where a blackout is: in the whole hall, or in all that somebody has who is limited to zones. */
  get #place(): Place | null {
    return this.hall === null ? null : emergencyPlaces(this.hall, this.person.zones, this.speech)[0];
  }

  get #isDark(): boolean {
    const { hall } = this;
    const reached = this.#place?.targets.flatMap((target) => (hall === null ? [] : screensOf(hall, target))) ?? [];
    return isDark(this.emergency, reached);
  }

  readonly #blackOut = (): void => {
    const targets = this.#place?.targets ?? [everything];
    const where = targets.includes(everything) ? {} : { targets: [...targets] };
    raise(this, 'act', { do: 'emergency', body: { kind: 'blackout', ...where } });
  };

  /** Leads to what is on and to its end: the key of a blackout blacks out, and never the other way round. */
  #emergency(): TemplateResult {
    const { words } = this.speech;
    const { safety } = words;
    const [n, of] = [this.emergency?.confirmed.length ?? 0, this.emergency?.screens.length ?? 0];
    return html`<button
      class="button"
      data-act="emergency"
      aria-label=${this.emergency === null ? nothing : safety.emergencyOn(n, of)}
      title=${this.emergency === null ? nothing : safety.emergencyOn(n, of)}
      @click=${() => this.#press('emergency')}
    >
      <kbd>${keyLabel('emergency', words)}</kbd>${markIcon('emergency')}${safety.emergency}${
        this.emergency === null ? nothing : html`<b>${n}/${of}</b>`
      }
    </button>`;
  }

  #back(): TemplateResult | typeof nothing {
    if (this.lastAct === null || this.lastAct.until <= this.now) return nothing;
    return html`<back-button
      class="back"
      .speech=${this.speech}
      .act=${this.lastAct}
      .me=${this.person.name}
      .now=${this.now}
      .able=${this.#can('act.take-back')}
    ></back-button>`;
  }

  #key(act: KeyAct): TemplateResult | typeof nothing {
    const { words } = this.speech;
    if (isViewKey(act)) return nothing;
    return html`<button class="key" @click=${() => this.#press(act)}>
      <kbd>${keyLabel(act, words)}</kbd>${keyDoes(act, words, this.speech.language)}
    </button>`;
  }

  #press(act: KeyAct): void {
    this.dispatchEvent(new CustomEvent<KeyAct>('key', { detail: act }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foot-bar': FootBar;
  }
}
