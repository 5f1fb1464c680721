import { css } from 'lit';

export const healthScreenStyles = css`
  nav {
    margin-bottom: 8px;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: max(36px, var(--finger));
    color: var(--ink-2);
    text-decoration: none;
  }
  .state {
    margin-top: 8px;
    font-size: var(--f-main);
  }
  .reason {
    margin: 4px 0 16px;
    font-size: var(--f-main);
  }
  .lock {
    margin: -8px 0 16px;
    color: var(--ink-2);
  }
  section {
    margin-top: 20px;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 16px;
  }
  dt {
    color: var(--ink-2);
  }
  table {
    max-width: 860px;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
    gap: 12px 24px;
    margin-top: 12px;
  }
`;
