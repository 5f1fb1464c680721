import { css, html, LitElement, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import uPlot from 'uplot';
import plotStyles from 'uplot/dist/uPlot.min.css?inline';
import { base } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';

const heightPx = 92;

/** One figure over time. What is not known is a gap. */
@customElement('health-chart')
export class HealthChart extends LitElement {
  static override styles = [
    unsafeCSS(plotStyles),
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      p {
        font-size: var(--f-label);
        color: var(--ink-2);
      }
      .u-legend {
        display: none;
      }
    `,
  ];

  @property() label = '';
  /** In seconds since the epoch, as the chart wants them. */
  @property({ attribute: false }) times: readonly number[] = [];
  @property({ attribute: false }) values: readonly (number | null)[] = [];
  /** The greatest value that there can be. */
  @property({ attribute: false }) most: number | null = null;
  @property() timeZone = 'UTC';
  @property({ attribute: false }) speech!: Speech;
  @query('div') private box?: HTMLElement;
  #plot: uPlot | null = null;
  readonly #resizing = new ResizeObserver(() => this.#fit());
  // What is drawn on a canvas does not follow the page's theme by itself.
  readonly #theming = new MutationObserver(() => this.#plot?.redraw());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
    this.#theming.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
  }

  protected override render(): TemplateResult {
    const last = this.values.findLast((value) => value !== null);
    return html`<p>${this.label}: ${last === undefined || last === null ? '–' : this.speech.measured(last)}</p>
      <div></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.box === undefined) return;
    if (this.#plot === null) {
      this.#plot = this.#draw(this.box);
      this.#resizing.observe(this);
      this.#theming.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    } else if (changed.has('times') || changed.has('values')) this.#plot.setData(this.#data);
    // What stands at the axes is words too.
    if (changed.has('speech')) this.#plot.redraw(false, true);
  }

  get #data(): uPlot.AlignedData {
    return [[...this.times], [...this.values]];
  }

  #draw(box: HTMLElement): uPlot {
    const ink = (name: string) => (): string => getComputedStyle(this).getPropertyValue(name).trim();
    const axis = {
      stroke: ink('--ink-3'),
      grid: { stroke: ink('--line'), width: 1 },
      ticks: { show: false },
      font: '11px Commissioner Variable',
    };
    return new uPlot(
      {
        width: Math.max(120, this.clientWidth),
        height: heightPx,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), this.timeZone),
        // From nought, so that a small change looks small; of shares, up to all of them.
        scales: { y: { range: (_plot, _least, most) => [0, this.most ?? (most > 0 ? most * 1.1 : 1)] } },
        cursor: { show: false },
        legend: { show: false },
        axes: [
          {
            ...axis,
            size: 20,
            space: 64,
            values: (_plot, seconds, _axis, _space, every) => seconds.map((at) => this.#when(at * 1000, every)),
          },
          { ...axis, size: 52, values: (_plot, ticks) => ticks.map((tick) => this.speech.short(tick)) },
        ],
        series: [{}, { stroke: ink('--st-preview'), width: 1.5, points: { show: false } }],
      },
      this.#data,
      box,
    );
  }

  /** As the hall's clock says it, or the day where a day is a step. */
  #when(at: number, everySeconds: number): string {
    if (everySeconds >= 86_400) return this.speech.day(at).slice(5).split('-').toReversed().join('.');
    return this.speech.time(at, everySeconds < 60);
  }

  #fit(): void {
    if (this.clientWidth > 0) this.#plot?.setSize({ width: this.clientWidth, height: heightPx });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-chart': HealthChart;
  }
}
