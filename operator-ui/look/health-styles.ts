import { css } from 'lit';
import { tables } from './styles.ts';

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
  ${tables}
  .number {
    text-align: end;
    white-space: nowrap;
  }
`;
