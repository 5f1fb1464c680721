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
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  header select,
  header input[type='date'] {
    flex: none;
    width: 168px;
  }
  a.button {
    color: var(--ink);
    text-decoration: none;
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
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .shows li {
    padding: 6px 8px;
    margin-top: 4px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    cursor: grab;
    touch-action: none;
  }
  .held {
    min-height: 40px;
  }
  .warn {
    color: var(--st-warn);
  }
  .refusal {
    box-shadow: inset 3px 0 0 var(--st-fault);
    padding-inline-start: 10px;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: 1fr;
      grid-template-rows: 60vh auto;
      overflow: auto;
    }
  }
`;
