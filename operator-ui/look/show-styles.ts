import { css } from 'lit';

/** The list of cues: the one on air is large, the next is marked in gold, the rest are quiet. */
export const showStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    padding: 18px 24px;
    overflow: auto;
    background: var(--ground);
  }
  .none {
    margin: auto;
    color: var(--ink-2);
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: flex-end;
    gap: 24px;
  }
  h1.title {
    font-size: 32px;
  }
  header p {
    margin-top: 4px;
    color: var(--ink-2);
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 8px;
  }
  .rest {
    text-align: end;
    white-space: nowrap;
  }
  .rest b {
    display: block;
    font: 560 46px/0.95 var(--display);
    color: var(--ink);
  }
  .bar {
    position: relative;
    flex: none;
    display: flex;
    gap: 2px;
    height: 12px;
    margin: 14px 0 10px;
  }
  .bar i {
    min-width: 4px;
    background: var(--edge);
  }
  .bar .done {
    background: var(--ink-3);
  }
  .bar .on-air {
    background: var(--ink);
  }
  .bar .next {
    background: none;
    box-shadow: inset 0 0 0 2px var(--st-arm);
  }
  .bar u {
    position: absolute;
    top: -5px;
    bottom: -5px;
    border-left: 2px solid var(--ink);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  th {
    padding: 4px 12px 6px 0;
    font-size: var(--f-label);
    font-weight: 400;
    color: var(--ink-2);
    text-align: start;
  }
  td {
    height: 42px;
    padding: 0 12px 0 0;
    border-top: 1px solid var(--line);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .n {
    text-align: end;
  }
  .no,
  th:first-child {
    width: 44px;
    padding-left: 12px;
    font-weight: 600;
  }
  .name {
    color: var(--ink);
    white-space: normal;
  }
  .go {
    font-weight: 640;
    color: var(--ink);
  }
  .state,
  th:nth-child(7) {
    padding-left: 16px;
  }
  .state span {
    margin-left: 7px;
  }
  .done td,
  .done .name {
    color: var(--ink-3);
  }
  tr.on-air td {
    height: 62px;
    background: var(--lift);
    color: var(--ink);
  }
  tr.on-air .name {
    font: 620 23px/1.1 var(--display);
  }
  tr.next td {
    height: 56px;
    color: var(--ink);
    border-top: 2px solid var(--st-arm);
    border-bottom: 2px solid var(--st-arm);
  }
  tr.next .name {
    font: 620 21px/1.1 var(--display);
  }
  tr:focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: -2px;
  }
  .progress {
    display: block;
    height: 3px;
    margin-top: 6px;
    background: var(--edge);
  }
  .progress i {
    display: block;
    height: 3px;
    background: var(--ink);
    transform-origin: 0 50%;
  }
  .jump {
    min-height: max(30px, var(--finger));
    font-size: var(--f-label);
    opacity: 0;
  }
  tr:hover .jump,
  tr:focus .jump,
  .jump:focus-visible {
    opacity: 1;
  }
  .note {
    margin-top: auto;
    padding-top: 14px;
    font-size: 14px;
    color: var(--ink-2);
  }
  .note b {
    margin-right: 12px;
    font-weight: 560;
    color: var(--ink);
  }
  @media (pointer: coarse), (max-width: 900px) {
    :host {
      padding: 12px 18px;
    }
    h1.title {
      font-size: 26px;
    }
    .rest b {
      font-size: 36px;
    }
    td {
      height: 54px;
      padding-right: 8px;
      font-size: 13px;
    }
    .jump {
      opacity: 1;
    }
  }
`;
