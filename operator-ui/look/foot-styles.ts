import { css } from 'lit';

/** The line of keys and safety acts at the foot of every view; each act keeps its place. */
export const footStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 16px;
    min-height: 48px;
    padding: 0 20px;
    border-top: 1px solid var(--line);
    background: var(--pane);
    font-size: var(--f-label);
  }
  .keys {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
    overflow: hidden;
    flex-wrap: wrap;
    height: 36px;
  }
  /* So that the first key as well goes out of sight whole where there is no room for it, and is not cut. */
  .keys::before {
    content: '';
    height: 36px;
  }
  .key {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 36px;
    padding: 0 8px;
    color: var(--ink-2);
    font-size: var(--f-label);
    font-weight: 400;
    white-space: nowrap;
    border-radius: var(--radius);
  }
  .key:hover {
    color: var(--ink);
    background: var(--lift);
  }
  .safety {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .safety > * {
    min-height: 36px;
    white-space: nowrap;
  }
  .safety small {
    display: block;
    max-width: 190px;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: var(--f-key);
    font-weight: 400;
    color: var(--ink-2);
  }
  .person {
    color: var(--ink-2);
    white-space: nowrap;
  }
  /* As wide as whatever they may say: what is pressed without looking must not move. */
  @media (min-width: 1280px) {
    .safety > [data-act='release'] {
      width: 244px;
    }
    .safety > [data-act='mute'] {
      min-width: 138px;
    }
    .safety > [data-act='emergency'] {
      min-width: 180px;
    }
    .safety > [data-act='blackout'] {
      min-width: 214px;
    }
  }
  /* Between a tablet and a desk what is always at hand has its place, and keys what is left. */
  @media (min-width: 901px) and (max-width: 1279px) {
    :host {
      gap: 10px;
    }
    .person,
    .keys:has(+ .back) {
      display: none;
    }
    .safety {
      flex: 0 1 800px;
      min-width: 0;
      margin-left: auto;
    }
    .safety > * {
      flex: 1 1 0;
      min-width: 0;
      padding-inline: 6px;
      white-space: normal;
      line-height: 1.2;
    }
    .safety > .help {
      flex: none;
      width: 42px;
    }
    .safety > [data-act='release'] {
      flex-grow: 1.9;
    }
    .safety > [data-act='emergency'] {
      flex-grow: 0.85;
    }
    .safety > [data-act='blackout'] {
      flex-grow: 1.35;
    }
    .safety span {
      min-width: 0;
    }
    .safety small {
      max-width: none;
      white-space: nowrap;
    }
    .safety small.why {
      white-space: normal;
    }
  }
  @media (max-width: 900px) {
    /* The way back has a line of its own while there is one: what is always at hand keeps its place below it. */
    :host {
      flex-direction: column;
      align-items: stretch;
      gap: 8px;
      padding: 8px 12px;
    }
    .keys,
    .person {
      display: none;
    }
    .safety > * {
      flex: 1 1 0;
      min-width: 0;
      min-height: 48px;
      padding-inline: 4px;
      white-space: normal;
    }
    .safety > [data-act='release'] {
      flex-grow: 1.6;
    }
    .safety > [data-act='blackout'] {
      flex-grow: 1.15;
      line-height: 1.2;
    }
    .safety small {
      max-width: none;
      white-space: nowrap;
    }
    .safety small.why {
      white-space: normal;
    }
    .safety span {
      min-width: 0;
    }
    .safety > .help {
      flex: none;
      width: 48px;
    }
    kbd {
      display: none;
    }
  }
  @media (max-width: 560px) {
    .safety {
      display: grid;
      grid-template-columns: 48px 1fr 1fr;
    }
    .safety > [data-act='emergency'] {
      grid-column: 1 / 3;
    }
  }
`;
