import { css } from 'lit';

/** The editor of a scene or show: its head, its form, and beside it what it looks like and what was. */
export const editorStyles = css`
  :host {
    display: block;
    padding: 18px 24px 40px;
  }
  header {
    display: grid;
    gap: 12px;
    margin-bottom: 18px;
  }
  header .quiet {
    margin-top: 4px;
  }
  .refusal {
    margin-bottom: 12px;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: 28px;
    align-items: start;
  }
  form {
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
  }
  aside {
    display: grid;
    gap: 18px;
    position: sticky;
    top: 12px;
  }
  @media (max-width: 1200px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    /* The picture, and beside it what else is to be known, so that the form begins in sight. */
    aside {
      position: static;
      grid-row: 1;
      grid-template: auto minmax(0, 1fr) / 340px minmax(0, 1fr);
      gap: 18px 28px;
    }
    draft-preview {
      grid-row: 1 / 3;
    }
  }
`;

/** A list on the left, what was chosen from it on the right; on a tablet one at a time. */
export const libraryStyles = css`
  :host {
    display: grid;
    grid-template-columns: 380px minmax(0, 1fr);
    height: 100%;
    min-height: 0;
  }
  nav {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    border-right: 1px solid var(--line);
    background: var(--pane);
  }
  .top {
    display: grid;
    gap: 10px;
    padding: 16px 18px 12px;
    border-bottom: 1px solid var(--line);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .filters .button {
    min-height: max(30px, var(--finger));
    padding: 2px 10px;
    font-size: var(--f-label);
  }
  .list {
    position: relative;
    overflow: auto;
  }
  .detail {
    min-width: 0;
    overflow: auto;
  }
  .empty {
    padding: 24px;
    color: var(--ink-2);
  }
  .row {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr);
    gap: 12px;
    width: 100%;
    padding: 8px 18px;
    border-bottom: 1px solid var(--line);
    align-items: center;
  }
  .row:hover {
    background: color-mix(in srgb, var(--ink) 5%, transparent);
  }
  .row[aria-current='true'] {
    background: color-mix(in srgb, var(--st-preview) 16%, transparent);
    box-shadow: inset 3px 0 0 var(--st-preview);
  }
  .thumb {
    display: grid;
    place-items: center;
    width: 112px;
    height: 63px;
    overflow: hidden;
    background: var(--ground);
    color: var(--ink-3);
    font-size: var(--f-key);
  }
  .thumb img {
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .row b {
    display: block;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .row small {
    display: block;
    font-size: var(--f-label);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .back {
    display: none;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      border-right: 0;
    }
    :host([chosen]) nav {
      display: none;
    }
    :host(:not([chosen])) .detail {
      display: none;
    }
    .back {
      display: inline-flex;
      margin: 12px 24px 0;
    }
    .top {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .top > :not(.filters) {
      grid-column: 1 / -1;
    }
  }
`;

/** The form that a schema makes: fields in columns, lists with a line beside each item. */
export const paramsStyles = css`
  :host {
    display: grid;
    gap: 12px;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
    gap: 12px;
    align-items: start;
  }
  .grid > .wide {
    grid-column: 1 / -1;
  }
  .item {
    display: grid;
    gap: 10px;
    padding: 10px 0 12px 12px;
    border-left: 2px solid var(--line);
  }
  .row {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .row > span {
    flex: 1;
    font-weight: 600;
  }
  textarea.json {
    min-height: 120px;
    font-family: ui-monospace, monospace;
  }
`;
