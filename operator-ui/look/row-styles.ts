import { css } from 'lit';

/** A list of what is on: a mark, what it is, and what is left of it. */
export const rows = css`
  li {
    display: grid;
    grid-template-columns: 16px 1fr auto;
    gap: 2px 10px;
    align-items: center;
    padding: 8px 0;
    border-top: 1px solid var(--line);
  }
`;
