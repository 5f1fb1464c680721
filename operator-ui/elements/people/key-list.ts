import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { Hall } from '#shared/hall.ts';
import { Listing } from '../../controllers/listing.ts';
import { ask } from '../../controllers/rest.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import { base, buttons } from '../../look/styles.ts';
import { readPermissions } from '../../state/key-groups.ts';
import { KeyListed } from '../../state/people-answers.ts';
import type { Speech } from '../../state/speech.ts';
import '../hold-button.ts';
import './key-dialog.ts';

/** The keys of other systems: what each is for and until when; made here, and revoked. */
@customElement('key-list')
export class KeyList extends LitElement {
  static override styles = [base, buttons, peopleStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ type: Number }) revision = 0;
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  @state() private isMaking = false;
  @state() private refused: string | null = null;
  readonly #keys = new Listing(this, 'keys', KeyListed);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('revision') && this.hasUpdated) void this.#keys.read();
  }

  protected override render(): TemplateResult {
    const { keys, failed } = this.speech.words.people;
    const { items } = this.#keys;
    const refusal = this.refused ?? (this.#keys.refusal === null ? null : this.speech.refused(this.#keys.refusal));
    return html`<h2>
        ${keys.heading}
        <button class="button" data-act="add-key" @click=${() => (this.isMaking = true)}>${keys.add}</button>
      </h2>
      ${refusal === null ? nothing : html`<p class="error" role="alert">${failed}: ${refusal}</p>`}
      ${items.length === 0 ? html`<p class="quiet">${keys.none}</p>` : nothing}
      <table>
        <tbody>
          ${items.map((key) => this.#row(key))}
        </tbody>
      </table>
      <key-dialog
        .speech=${this.speech}
        .hall=${this.hall}
        .open=${this.isMaking}
        @dismiss=${() => (this.isMaking = false)}
        @changed=${() => void this.#keys.read()}
      ></key-dialog>`;
  }

  #row({ id, name, permissions, zones, expiresAt }: KeyListed): TemplateResult {
    const { keys } = this.speech.words.people;
    const { groups, others } = readPermissions(permissions);
    const may = [...groups.map((group) => keys.groups[group]), ...others].join('; ');
    const where = zones === null ? '' : ` (${this.speech.names(zones.map((zone) => this.#zone(zone)))})`;
    const until = Date.parse(expiresAt);
    const isOver = until <= this.now;
    return html`<tr data-key=${id} class=${isOver ? 'off' : ''}>
      <td>${name}${isOver ? html`<span class="tag">${keys.over}</span>` : nothing}</td>
      <td class="aside">${may}${where}</td>
      <td>${keys.until} ${this.speech.day(until)}</td>
      <td><hold-button @held=${() => void this.#revoke(id)}>${keys.revoke}</hold-button></td>
    </tr>`;
  }

  #zone(id: string): string {
    return this.speech.text(this.hall.zones.find((zone) => zone.id === id)?.name ?? { en: id });
  }

  async #revoke(id: string): Promise<void> {
    const answer = await ask('DELETE', `keys/${encodeURIComponent(id)}`, z.unknown());
    this.refused = answer.ok ? null : this.speech.refused(answer.refusal);
    await this.#keys.read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'key-list': KeyList;
  }
}
