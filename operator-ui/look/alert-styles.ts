import { css } from 'lit';

/** Lines above every view that a person has to read. */
export const alerts = css`
  :host {
    display: block;
  }
  .alert {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 6px 20px;
    border-bottom: 1px solid var(--line);
    background: var(--pane);
    box-shadow: inset 4px 0 0 var(--st-hand);
  }
  .alert.warn {
    box-shadow: inset 4px 0 0 var(--st-warn);
  }
  p {
    flex: 1 1 240px;
  }
  @media (max-width: 900px) {
    .alert {
      padding-inline: 14px;
    }
  }
`;
