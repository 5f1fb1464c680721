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
    --fc-classic-background-event: transparent;
    --fc-classic-background-event-opacity: 100%;
    --fc-classic-now: var(--go);
    --fc-classic-event: var(--lift);
    --fc-classic-event-contrast: var(--ink);
  }
  /* Closed is hatched: a tone would be darker than the open hours in one theme, and brighter in the other. */
  .shut {
    background: repeating-linear-gradient(
      135deg,
      transparent 0 6px,
      color-mix(in srgb, var(--ink-3) 34%, transparent) 6px 7px
    );
  }
  .block {
    display: block;
    height: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
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
  }
  /* A long month goes on in a second line. */
  .day-head {
    display: block;
    white-space: normal;
    text-align: center;
    line-height: 1.25;
  }
  .block b {
    font-weight: 560;
  }
  @media (max-width: 1200px) {
    .block:not(.wide) {
      font-size: var(--f-key);
    }
  }
`;
