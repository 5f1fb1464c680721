import { css } from 'lit';

/** Forms in a panel: sections with a heading, fields beneath each other, pairs side by side, what is wrong in place. */
export const formStyles = css`
  form {
    display: grid;
    gap: 14px;
  }
  fieldset {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 10px 0 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  legend {
    float: left;
    padding: 0;
    margin-bottom: 6px;
    font-weight: 600;
    color: var(--ink);
  }
  legend + * {
    clear: both;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
    align-items: end;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .choice .button {
    min-height: max(32px, var(--finger));
    padding: 2px 10px;
    font-size: var(--f-label);
  }
  .weekdays .button {
    flex: 1;
    min-width: 36px;
    padding: 2px 4px;
  }
  .check {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: max(28px, var(--finger));
    font-size: var(--f-text);
    color: var(--ink);
  }
  .check input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--ink);
  }
  .hint {
    font-size: var(--f-label);
    color: var(--ink-3);
  }
  .warn {
    color: var(--st-warn);
  }
  .error,
  .hint,
  .warn {
    margin-top: 2px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  summary {
    padding: max(4px, (var(--finger) - 18px) / 2) 0;
    color: var(--ink-2);
    cursor: pointer;
  }
  @media (pointer: coarse), (max-width: 900px) {
    .check input {
      width: 22px;
      height: 22px;
    }
  }
`;
