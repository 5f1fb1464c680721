import { css } from 'lit';

/** The bar above: on a desk in one line, in a smaller window the views on a line of their own. */
export const headerStyles = css`
  :host {
    display: flex;
    align-items: stretch;
    height: 48px;
    padding: 0 20px;
    border-bottom: 1px solid var(--line);
    background: var(--pane);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 9px;
    padding-right: 12px;
    font: 640 17px/1 var(--display);
    font-variation-settings: 'opsz' 14;
  }
  nav {
    display: flex;
    gap: 2px;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav button {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 0 8px;
    font-size: 14px;
    color: var(--ink-2);
    white-space: nowrap;
  }
  nav button:hover {
    color: var(--ink);
  }
  nav [aria-current] {
    color: var(--ink);
    font-weight: 600;
  }
  nav [aria-current]::after {
    content: '';
    position: absolute;
    inset: auto 8px -1px;
    height: 2px;
    background: var(--ink);
  }
  .right {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-left: auto;
    padding-left: 8px;
    color: var(--ink-2);
    white-space: nowrap;
  }
  .count {
    display: flex;
    align-items: center;
    gap: 5px;
    color: var(--ink);
    font-weight: 600;
  }
  .tool.doors {
    display: flex;
    gap: 6px;
    font-size: var(--f-text);
    font-weight: 400;
  }
  .others {
    display: flex;
    gap: 3px;
  }
  .others i {
    padding: 1px 5px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    font: 500 var(--f-key) / 16px var(--text);
    color: var(--ink-2);
  }
  .tools {
    display: flex;
    gap: 2px;
    margin-right: -8px;
  }
  .tool {
    display: grid;
    place-items: center;
    min-width: 32px;
    min-height: 36px;
    padding: 0 6px;
    color: var(--ink-2);
    font-size: var(--f-label);
    border-radius: var(--radius);
  }
  .tool:hover {
    color: var(--ink);
    background: var(--lift);
  }
  /* The views on a line of their own: eight names are wider than what is left of a smaller window. */
  @media (max-width: 1380px) {
    :host {
      flex-wrap: wrap;
      height: auto;
    }
    .brand,
    .right {
      min-height: 48px;
    }
    nav {
      order: 1;
      flex: 1 0 100%;
      gap: 0;
      margin: 0 -10px;
    }
    nav button {
      flex: 1 0 auto;
      justify-content: center;
      min-height: max(36px, var(--finger));
      padding: 0 10px;
    }
    nav [aria-current]::after {
      inset: auto 10px 0;
    }
    .tool {
      min-width: max(32px, var(--finger));
      min-height: max(36px, var(--finger));
    }
  }
  @media (max-width: 900px) {
    :host {
      padding: 0 18px;
    }
    nav kbd {
      display: none;
    }
  }
  @media (max-width: 560px) {
    :host {
      padding: 0 12px;
    }
    .brand span,
    .others,
    .opening {
      display: none;
    }
    nav {
      flex-wrap: wrap;
    }
    nav button {
      flex: 1 0 22%;
    }
    .right {
      gap: 2px;
    }
  }
`;
