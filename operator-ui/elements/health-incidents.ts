import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { severityOf, type IncidentView } from '#shared/incidents.ts';
import { ask, type Refusal } from '../controllers/rest.ts';
import { healthStyles } from '../look/health-styles.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons, fields } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';

/** What is wrong in the hall now: one line for one cause, who has seen it, who is on it, what was said. */
@customElement('health-incidents')
export class HealthIncidents extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    healthStyles,
    css`
      :host {
        display: block;
      }
      li {
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }
      .title {
        font: 500 var(--f-main) / 1.35 var(--text);
      }
      .meta,
      .said {
        margin: 4px 0 8px;
        color: var(--ink-2);
      }
      input {
        flex: 1 1 14em;
        width: auto;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) incidents: readonly IncidentView[] = [];
  /** Who is at the console. */
  @property() person = '';
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  @state() private refusal: Refusal | null = null;

  protected override render(): TemplateResult {
    const { health } = this.speech.words;
    return html`${this.incidents.length === 0 ? html`<p class="quiet">${health.calm}</p>` : nothing}
      ${this.refusal === null ? nothing : html`<p class="error" role="alert">${this.speech.refused(this.refusal)}</p>`}
      <ul role="list">
        ${this.incidents.map((incident) => this.#incident(incident))}
      </ul>`;
  }

  #incident(incident: IncidentView): TemplateResult {
    const { health } = this.speech.words;
    const { id, still, openedAt, note } = incident;
    const acknowledged = note?.acknowledged ?? null;
    const assignee = note?.assignee ?? null;
    return html`<li data-incident=${id}>
      <p class="title">
        ${markIcon(severityOf(incident.trouble) === 'fault' ? 'fault' : 'warn')}
        ${this.speech.said({ said: incident.said, reason: incident.title })}
      </p>
      <p class="meta">
        ${health.screens(still.length)} · ${this.speech.time(openedAt, true)} ·
        ${health.since(this.speech.duration(this.now - openedAt))}
        ${acknowledged === null ? nothing : html` · ${health.acknowledgedBy(acknowledged.by)}`}
        ${assignee === null ? nothing : html` · ${health.assignedTo(assignee)}`}
      </p>
      ${(note?.comments ?? []).map(
        ({ by, at, text }) => html`<p class="said">${this.speech.dateTime(at)} ${by}: ${text}</p>`,
      )}
      <form class="row" @submit=${(event: SubmitEvent) => this.#say(event, id)}>
        ${
          acknowledged === null
            ? html`<button class="button" type="button" @click=${() => this.#note(id, { acknowledge: true })}>
                ${health.acknowledge}
              </button>`
            : nothing
        }
        ${
          assignee === this.person
            ? nothing
            : html`<button class="button" type="button" @click=${() => this.#note(id, { assign: this.person })}>
                ${health.take}
              </button>`
        }
        <input name="comment" maxlength="1000" aria-label=${health.comment} placeholder=${health.comment} />
        <button class="button" type="submit">${health.send}</button>
      </form>
    </li>`;
  }

  #say(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const comment = new FormData(form).get('comment');
    if (typeof comment !== 'string' || comment.trim() === '') return;
    form.reset();
    this.#note(id, { comment });
  }

  #note(id: string, body: object): void {
    void ask('POST', `incidents/${encodeURIComponent(id)}/notes`, z.unknown(), body).then((answer) => {
      this.refusal = answer.ok ? null : answer.refusal;
      return answer;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-incidents': HealthIncidents;
  }
}
