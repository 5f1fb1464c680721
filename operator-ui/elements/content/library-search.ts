import { html, type TemplateResult } from 'lit';

export interface LibrarySearch<Filter extends string> {
  readonly query: string;
  readonly search: (query: string) => void;
  /** What the field says. */
  readonly hint: string;
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
  readonly filters: readonly Filter[];
  readonly names: Readonly<Record<Filter, string>>;
  /** What the filters are together. */
  readonly label: string;
}

/** A library's search, and its filters, of which one is on. */
export function librarySearch<Filter extends string>(given: LibrarySearch<Filter>): TemplateResult {
  return html`<input
      type="search"
      placeholder=${given.hint}
      aria-label=${given.hint}
      .value=${given.query}
      @input=${(event: Event) => given.search((event.target as HTMLInputElement).value)}
    />
    <div class="filters" role="group" aria-label=${given.label}>
      ${given.filters.map(
        (filter) =>
          html`<button
            class="button"
            aria-pressed=${given.filter === filter ? 'true' : 'false'}
            @click=${() => given.choose(filter)}
          >
            ${given.names[filter]}
          </button>`,
      )}
    </div>`;
}
