import { css } from 'lit';
import { tables } from './styles.ts';

/** The journal and what narrows it. */
export const journalStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    margin-bottom: 12px;
  }
  header div {
    width: 170px;
  }
  header .date {
    width: 140px;
  }
  h1 {
    flex: 1 1 160px;
  }
  ${tables}
  td {
    padding: 8px 16px 8px 0;
    vertical-align: baseline;
  }
  td:nth-child(1),
  td:nth-child(2) {
    white-space: nowrap;
    color: var(--ink-2);
  }
  td:nth-child(4) {
    color: var(--ink-2);
  }
  td:last-child {
    padding-block: 3px;
    padding-right: 0;
    white-space: nowrap;
    text-align: end;
  }
  footer {
    padding: 14px 0;
  }
  @media (max-width: 900px) {
    :host {
      padding: 14px 18px;
    }
  }
  @media (max-width: 1200px) {
    /* Its name and what is done with all of it above, what narrows it below. */
    h1 {
      order: -2;
      flex-basis: 60%;
      align-self: center;
    }
    [data-export] {
      order: -1;
    }
    header div,
    header .date {
      flex: 1 0 calc(25% - 12px);
      width: auto;
    }
  }
`;
