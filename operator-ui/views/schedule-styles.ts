import { css } from 'lit';

export const scheduleStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--panel);
    height: 100%;
    min-height: 0;
  }
  section {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    padding: 12px 16px;
    gap: 12px;
  }
  aside {
    overflow: auto;
    padding: 12px 16px;
    border-inline-start: 1px solid var(--line);
    background: var(--pane);
  }
  aside > * {
    margin-bottom: 10px;
  }
  .panes {
    display: flex;
    gap: 4px;
    position: sticky;
    top: -12px;
    z-index: 1;
    padding: 12px 0 8px;
    margin-top: -12px;
    background: var(--pane);
  }
  .panes .button {
    flex: 1;
    padding-inline: 6px;
  }
  [hidden] {
    display: none !important;
  }
  .held:empty {
    display: none;
  }
  .warn {
    color: var(--st-warn);
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: 1fr;
      grid-template-rows: 60vh auto;
      overflow: auto;
    }
    aside {
      border-inline-start: 0;
      border-top: 1px solid var(--line);
    }
  }
`;
