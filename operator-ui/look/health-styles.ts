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
  /* As wide as the table under it. */
  .narrow {
    max-width: 860px;
  }
  ${tables}
  .number {
    text-align: end;
    white-space: nowrap;
  }
`;
