import { html } from 'lit';
import { customElement, queryAll } from 'lit/decorators.js';
import type { AnnouncementParams } from '#shared/scenes/announcement.ts';
import { pickText } from '#shared/text.ts';
import { fitTogether } from '../../look/fit.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { SlateElement } from '../slate-element.ts';
import { announcementStyles } from './announcement-styles.ts';

/** What is said to everybody in the hall: the same words in each of its languages, none larger than the other. */
@customElement('scene-announcement')
export class AnnouncementScene extends SlateElement<AnnouncementParams> {
  static override styles = [sceneStyles, announcementStyles];

  protected override readonly stayMs = 12_000;

  @queryAll('p') private texts!: NodeListOf<HTMLElement>;

  protected override spoken(): readonly string[] {
    return this.everyLanguage(this.params.text).map(({ language }) => language);
  }

  protected override fit(): void {
    const { px } = this.units;
    fitTogether([...this.texts], { leastPx: 26 * px, mostPx: 104 * px });
  }

  protected override render() {
    const { text } = this.params;
    return html`
      <div class="stone mid"></div>
      <div class="shade fill"></div>
      <div class="now"></div>
      <div class="words" role="alert">
        ${this.speaking.map(
          (language) => html`<p class="display" lang=${language} dir="auto">${pickText(text, language, []).text}</p>`,
        )}
      </div>
    `;
  }
}
