import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { actorWords } from '#shared/actor-words.ts';
import type { Loss } from '#shared/desk.ts';
import type { Role, RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { ClockAnswer } from '#shared/schedule-answers.ts';
import { alerts } from '../look/alert-styles.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import { machineClock, mayTrustClock } from '../state/clock-hold.ts';
import type { EmergenciesSeen, EmergencySeen } from '../state/emergency.ts';
import { groupedLosses, type LossGroup } from '../state/grouped-losses.ts';
import { endingSoon } from '../state/runs.ts';
import type { Speech } from '../state/speech.ts';
import { subjectText } from '../state/standby-text.ts';
import { numbersText } from '../state/units.ts';
import { whereText } from '../state/where-text.ts';
import { actWords } from '../words/act-words.ts';
import { raise } from './raise.ts';

const extendMs = 10 * 60_000;

/** What this person must know now, whatever view they are in: an emergency, somebody's wish, their own run's end. */
@customElement('desk-alerts')
export class DeskAlerts extends LitElement {
  static override styles = [
    base,
    buttons,
    alerts,
    css`
      .alert.emergency {
        padding-block: 10px;
        background: color-mix(in srgb, var(--st-fault) 24%, var(--pane));
        box-shadow: inset 6px 0 0 var(--st-fault);
        font-size: var(--f-main);
      }
      .alert.clock {
        background: color-mix(in srgb, var(--st-warn) 18%, var(--pane));
        box-shadow: inset 6px 0 0 var(--st-warn);
      }
      b {
        font-weight: 640;
      }
    `,
  ];

  @property({ attribute: false }) hall: Hall | null = null;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) emergency: EmergenciesSeen | null = null;
  @property({ attribute: false }) runs: readonly RunView[] = [];
  /** What others did with runs and standbys of people, for these to be told until they have read it. */
  @property({ attribute: false }) losses: readonly Loss[] = [];
  /** Why the hall does not trust its wall clock, and since when; null: it does. */
  @property({ attribute: false }) hold: ClockAnswer['hold'] = null;
  /** Who is at this console, and as what. */
  @property() me = '';
  @property({ attribute: false }) myRole: Role = 'viewer';
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;

  protected override render(): TemplateResult {
    const mine = this.runs.filter((run) => run.owner === this.me);
    const lost = groupedLosses(this.losses.filter((loss) => loss.owner === this.me));
    return html`<div role="alert">
        ${this.emergency === null ? nothing : this.#emergency(this.emergency)}
        ${this.hold === null ? nothing : this.#clock(this.hold)}
      </div>
      <div role="status">
        ${mine.filter(({ asked }) => asked !== null).map((run) => this.#asked(run))}
        ${mine.filter((run) => endingSoon(run, this.now)).map((run) => this.#ending(run))}
      </div>
      <div role="alert">${lost.map((group) => this.#lost(group))}</div>`;
  }

  /** All that are on in one line, the newest first, and how many of all their screens have followed. */
  #emergency({ all, screens, confirmed, missing }: EmergenciesSeen): TemplateResult {
    const { emergency, safety } = this.speech.words;
    const lastMs = all.length === 1 ? all[0].lastMs : null;
    const numbers = missing.map((id) => this.hall?.screens.find((screen) => screen.id === id)?.number ?? 0);
    return html`<div class="alert emergency">
      ${markIcon('emergency', 20)}
      <p>
        <b>${all.map((one) => this.#what(one)).join('; ')}.</b>
        ${safety.confirmed(confirmed.length, screens.length)}.
        ${
          missing.length > 0
            ? emergency.notYet(numbersText(numbers))
            : lastMs === null
              ? nothing
              : emergency.lastAfter(this.speech.number(lastMs))
        }
      </p>
      <button class="button" @click=${() => raise(this, 'dialog', 'emergency')}>${emergency.details}</button>
    </div>`;
  }

  #what({ run, isDrill }: EmergencySeen): string {
    const { speech, hall } = this;
    const drill = isDrill ? ` (${speech.words.emergency.drill})` : '';
    const where = hall === null ? '' : `, ${whereText(hall, run.screens, speech)}`;
    return `${speech.text(run.title)}${drill}${where}`;
  }

  /** The schedule and the closing are not followed, on any screen: that is for whoever is at a console. */
  #clock(hold: NonNullable<ClockAnswer['hold']>): TemplateResult {
    const { clock } = this.speech.words;
    const size = this.speech.duration(Math.abs(hold.byMs));
    const why = hold.why === 'behind' ? clock.behind(size) : hold.byMs > 0 ? clock.ahead(size) : clock.back(size);
    const reads = this.speech.dayDate(machineClock(hold, this.now));
    return html`<div class="alert clock" data-alert="clock">
      ${markIcon('warn', 18)}
      <p><b>${why}</b> ${clock.holds} <span aria-live="off">${clock.reads(reads)}</span></p>
      ${
        mayTrustClock(this.myRole)
          ? html`<button
              class="button"
              data-act="trust-clock"
              ?disabled=${!this.able}
              @click=${() => raise(this, 'act', { do: 'trust-clock' })}
            >
              ${clock.trust}
            </button>`
          : html`<span class="quiet">${clock.askSomebody}</span>`
      }
    </div>`;
  }

  #asked(run: RunView): TemplateResult | typeof nothing {
    const { lease } = this.speech.words;
    if (run.asked === null) return nothing;
    const { by, message } = run.asked;
    return html`<div class="alert" data-asked=${run.id}>
      ${markIcon('by-hand', 16)}
      <p>
        <b>${lease.asks(by, this.speech.text(run.title))}</b>
        ${message === null ? nothing : this.speech.quoted(message)}
      </p>
      <button
        class="button"
        ?disabled=${!this.able}
        @click=${() => raise(this, 'act', { do: 'answer', run: run.id, give: true })}
      >
        ${lease.give}
      </button>
      <button
        class="button"
        ?disabled=${!this.able}
        @click=${() => raise(this, 'act', { do: 'answer', run: run.id, give: false })}
      >
        ${lease.keep}
      </button>
    </div>`;
  }

  /** Somebody else has my screens, or my runs: who, what and why, until it is read. */
  #lost(group: LossGroup): TemplateResult {
    const [loss] = group;
    const { lease } = this.speech.words;
    const reasons = new Set(group.flatMap(({ reason }) => (reason === null ? [] : [this.speech.quoted(reason)])));
    const ids = group.map(({ id }) => id);
    return html`<div class="alert" data-lost=${ids.join(' ')}>
      ${markIcon('by-hand', 16)}
      <p>
        <b>${group.length === 1 ? this.#whatWasLost(loss) : this.#whatWereLost(group)}</b>
        ${[...reasons].join(' ')}
        <span class="quiet">${this.speech.time(Math.max(...group.map(({ at }) => at)))}</span>
      </p>
      <button
        class="button"
        ?disabled=${!this.able}
        @click=${() => {
          for (const id of ids) raise(this, 'act', { do: 'read-loss', loss: id });
        }}
      >
        ${ids.length === 1 ? lease.seen : lease.seenAll(ids.length)}
      </button>
    </div>`;
  }

  #whatWereLost(group: LossGroup): string {
    const { speech } = this;
    const [{ by, how }] = group;
    const titles = new Set(
      group.map((loss) => speech.quoted(loss.how === 'disarmed' ? subjectText(loss, speech) : speech.text(loss.title))),
    );
    return speech.words.lease.lostMany[how](actorWords(by)[speech.language], group.length, [...titles].join(', '));
  }

  #whatWasLost(loss: Loss): string {
    const { speech } = this;
    const who = actorWords(loss.by)[speech.language];
    if (loss.how !== 'disarmed') return speech.words.lease.lost[loss.how](who, speech.text(loss.title));
    const screens = this.hall?.screens.filter((screen) => loss.targets.includes(screen.id)) ?? [];
    const numbers = numbersText(screens.map(({ number }) => number));
    const [theirs, mine] = [subjectText(loss.for, speech), subjectText(loss, speech)];
    return actWords[speech.language].standby.lost(who, theirs, numbers, mine, loss.isLeft);
  }

  #ending(run: RunView): TemplateResult {
    const { lease, runs } = this.speech.words;
    // A run ends at an instant of the shared clock, which is finer than the whole ms that are asked for.
    const left = Math.round((run.until ?? this.now) - this.now);
    return html`<div class="alert" data-ending=${run.id}>
      ${markIcon('by-hand', 16)}
      <p><b>${lease.ends(this.speech.text(run.title), this.speech.duration(left))}</b></p>
      <button
        class="button"
        ?disabled=${!this.able}
        @click=${() => raise(this, 'act', { do: 'edit-run', run: run.id, body: { holdFor: left + extendMs } })}
      >
        ${lease.extend(10)}
      </button>
      <button
        class="button"
        ?disabled=${!this.able}
        @click=${() => raise(this, 'act', { do: 'release', runs: [run.id] })}
      >
        ${runs.release}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-alerts': DeskAlerts;
  }
}
