import { css } from 'lit';

/** The calendar in the console's colours, and a block in it. */
export const gridStyles = css`
  :host {
    display: block;
    height: 100%;
    min-height: 0;
  }
  #grid {
    height: 100%;
    color: var(--ink);
  }
  :host {
    --fc-classic-background: var(--ground);
    --fc-classic-foreground: var(--ink);
    --fc-classic-border: var(--line);
    --fc-classic-muted: var(--pane);
    --fc-classic-strong: var(--lift);
    --fc-classic-today: var(--band);
    --fc-classic-background-event: var(--ink-3);
    --fc-classic-background-event-opacity: 14%;
    --fc-classic-now: var(--go);
    --fc-classic-event: var(--lift);
    --fc-classic-event-contrast: var(--ink);
  }
  .block {
    display: block;
    height: 100%;
    overflow: hidden;
    padding: 0 0 0 4px;
    border-inline-start: 3px solid var(--st-ok);
    background: var(--lift);
    color: var(--ink);
    font-size: var(--f-label);
    line-height: 1.3;
  }
  .block.lost {
    border-inline-start-color: var(--st-warn);
    border-inline-start-style: dashed;
  }
  .block.absent {
    border-inline-start-color: var(--st-stale);
    border-inline-start-style: dotted;
    color: var(--ink-3);
    text-decoration: line-through;
  }
  .block.line {
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .block b {
    font-weight: 560;
  }
  @media (max-width: 900px) {
    .block:not(.wide) {
      font-size: var(--f-key);
    }
  }
`;
