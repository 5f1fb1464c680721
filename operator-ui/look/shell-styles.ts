import { css } from 'lit';

/** Where the parts of the console stand: beside each other on a desk, under each other on a tablet. */
export const shellStyles = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr) var(--panel);
    height: 100dvh;
    position: relative;
    isolation: isolate;
  }
  sign-in {
    grid-area: 1 / 1 / -1 / -1;
  }
  header-bar {
    grid-area: 1 / 1 / 2 / -1;
  }
  mirror-frame.behind {
    position: fixed;
    inset: 0;
    z-index: -1;
  }
  .notices {
    grid-area: 2 / 1 / 3 / -1;
  }
  main {
    grid-area: 3 / 1;
    min-width: 0;
    min-height: 0;
  }
  main:focus-visible {
    outline: none;
  }
  main.wide {
    background: var(--ground);
    grid-column: 1 / -1;
  }
  action-panel,
  cue-panel {
    grid-area: 3 / 2;
  }
  foot-bar {
    grid-area: 4 / 1 / 5 / -1;
  }
  .waiting {
    display: grid;
    place-items: center;
    height: 100%;
    color: var(--ink-2);
  }
  @media (max-width: 900px) {
    /* Fourteen parts of what is left: the hall's plan needs nine to be read, a list of cues eight. */
    :host {
      grid-template: auto auto repeat(14, minmax(0, 1fr)) auto / minmax(0, 1fr);
    }
    main {
      grid-row: 3 / 11;
    }
    main:has(~ action-panel) {
      grid-row: 3 / 12;
    }
    main.wide {
      grid-row: 3 / 17;
    }
    cue-panel {
      grid-area: 11 / 1 / 17;
    }
    action-panel {
      grid-area: 12 / 1 / 17;
    }
    foot-bar {
      grid-area: 17 / 1;
    }
  }
`;
