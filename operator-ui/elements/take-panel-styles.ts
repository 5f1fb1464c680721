import { css } from 'lit';

export const takePanelStyles = css`
  :host {
    display: grid;
    gap: 12px;
  }
  .zones {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 8px;
  }
  .zones .button {
    min-height: max(30px, var(--finger));
    padding: 2px 10px;
    font-size: var(--f-label);
  }
  .hint {
    color: var(--ink-2);
  }
  .found {
    max-height: 216px;
    margin-top: 6px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .found [role='option'] {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: max(34px, var(--finger));
    padding: 3px 10px;
    cursor: pointer;
    color: var(--ink);
  }
  .found [role='option'] + [role='option'] {
    border-top: 1px solid var(--line);
  }
  .found [role='option']:hover {
    background: color-mix(in srgb, var(--ink) 5%, transparent);
  }
  .found [aria-selected='true'] {
    background: color-mix(in srgb, var(--st-preview) 16%, transparent);
    box-shadow: inset 3px 0 0 var(--st-preview);
  }
  .found [data-unfit] span {
    color: var(--ink-2);
  }
  .found span {
    flex: 1;
  }
  .found small {
    font-size: var(--f-label);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
  }
  .when {
    grid-template-columns: 92px 1fr;
  }
  .acts {
    display: flex;
    gap: 8px;
  }
  .take small {
    font-weight: 400;
  }
  .acts .button,
  .take {
    min-height: var(--touch);
  }
`;
