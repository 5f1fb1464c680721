import { css } from 'lit';

/** What the pages of the screens' health share. */
export const healthStyles = css`
  section {
    margin-bottom: 28px;
  }
  h2 {
    margin-bottom: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
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
  .number {
    text-align: end;
    white-space: nowrap;
  }
`;
