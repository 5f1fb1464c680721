import { css } from 'lit';

/** What every part of the console shares: type, keys, buttons, fields. Sizes from the 4 px module. */
export const base = css`
  :host {
    box-sizing: border-box;
    font: 400 var(--f-text) / 1.38 var(--text);
    font-variation-settings:
      'FLAR' 0,
      'VOLM' 0;
    font-feature-settings: 'tnum' 1;
    color: var(--ink);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 12px;
    margin-bottom: 4px;
    font-size: var(--f-label);
    font-weight: 500;
    color: var(--ink-2);
  }
  h2 > em,
  h2 > span:last-child:not(:first-child) {
    font-style: normal;
    color: var(--ink);
  }
  .title {
    font: 620 var(--f-head) / 1.12 var(--display);
    font-variation-settings: 'opsz' 24;
    color: var(--ink);
  }
  kbd {
    display: inline-block;
    flex: none;
    min-width: 18px;
    padding: 0 5px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    font: 500 var(--f-key) / 16px var(--text);
    color: var(--ink-2);
    text-align: center;
    white-space: nowrap;
  }
  @media (max-width: 900px) {
    kbd {
      display: none;
    }
  }
  :focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  svg.mark,
  svg.icon {
    flex: none;
    display: inline-block;
    vertical-align: -2px;
  }
  .c-ok {
    color: var(--st-ok);
  }
  .c-arm {
    color: var(--st-arm);
  }
  .c-warn {
    color: var(--st-warn);
  }
  .c-fault {
    color: var(--st-fault);
  }
  .c-stale,
  .c-out {
    color: var(--st-stale);
  }
  .c-load {
    color: var(--st-preview);
  }
  .c-hand {
    color: var(--st-hand);
  }
  .quiet {
    color: var(--ink-2);
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export const buttons = css`
  button {
    font: 500 var(--f-text) / 1.2 var(--text);
    font-feature-settings: inherit;
    color: var(--ink);
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: max(36px, var(--finger));
    padding: 4px 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--lift);
    transition: background var(--m-press);
  }
  a.button {
    color: var(--ink);
    text-decoration: none;
  }
  .button:hover:not(:disabled) {
    background: color-mix(in srgb, var(--lift), var(--ink) 8%);
  }
  .button:active:not(:disabled) {
    background: color-mix(in srgb, var(--lift), var(--ink) 16%);
  }
  .button:disabled {
    color: var(--ink-3);
    background: none;
    border-color: var(--line);
  }
  .button:disabled kbd {
    opacity: 0.6;
  }
  .button.plain {
    border-color: transparent;
    background: none;
  }
  .button[aria-pressed='true'] {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--pane);
  }
  .button[aria-pressed='true'] kbd {
    border-color: currentColor;
    color: inherit;
  }
  .button[aria-pressed='true']:hover:not(:disabled) {
    background: color-mix(in srgb, var(--ink), var(--pane) 14%);
  }
  .button.grow {
    flex: 1;
  }
  .button.small {
    min-height: max(28px, var(--finger));
    padding: 1px 10px;
    font-size: var(--f-label);
  }
`;

export const fields = css`
  label,
  .label {
    display: block;
    font-size: var(--f-label);
    color: var(--ink-2);
  }
  label[for],
  .label {
    margin-bottom: 3px;
  }
  input:not([type='checkbox'], [type='radio'], [type='range']),
  select,
  textarea {
    width: 100%;
    min-height: max(36px, var(--finger));
    padding: 6px 10px;
    border: 1px solid var(--field-edge);
    border-radius: var(--radius);
    background: var(--lift);
    color: var(--ink);
    font: 400 var(--f-text) / 1.4 var(--text);
    font-feature-settings: 'tnum' 1;
  }
  /* The browser's own is blue, and blue is a preview. */
  input::-webkit-search-cancel-button {
    appearance: none;
    width: 12px;
    height: 12px;
    cursor: pointer;
    background:
      linear-gradient(45deg, transparent 45%, var(--ink-2) 45% 55%, transparent 55%),
      linear-gradient(-45deg, transparent 45%, var(--ink-2) 45% 55%, transparent 55%);
  }
  /* The label above stays legible. */
  :is(input, select, textarea):focus-visible {
    outline-offset: 0;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  select {
    appearance: none;
    padding-right: 28px;
    text-overflow: ellipsis;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--ink-2) 50%),
      linear-gradient(135deg, var(--ink-2) 50%, transparent 50%);
    background-position:
      right 14px center,
      right 9px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
  }
  [aria-invalid='true'] {
    border-color: var(--st-fault);
  }
  .error {
    color: var(--st-fault);
    font-size: var(--f-label);
  }
  @media (pointer: coarse), (max-width: 900px) {
    input:not([type='checkbox'], [type='radio'], [type='range']),
    select,
    textarea {
      font-size: 16px;
    }
  }
`;

/** Tables that are read: quiet heads, a line over each row. */
export const tables = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 4px 16px 6px 0;
    font-size: var(--f-label);
    font-weight: 400;
    color: var(--ink-2);
    text-align: start;
  }
  td {
    padding: 7px 16px 7px 0;
    border-top: 1px solid var(--line);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  :is(th, td):last-child {
    padding-right: 0;
  }
`;

/** A view that is one page: it scrolls as a whole. */
export const pageStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow: auto;
    padding: 18px 24px;
  }
  @media (max-width: 560px) {
    :host {
      padding: 12px;
    }
  }
`;
