import { css } from 'lit';

export const readingStyles = css`
  :host {
    --read: var(--near);
    --row: 40;
    --head: 68;
    --body: 34;
    --gap: 22;
  }
  :host([large]) {
    --read: calc(1.24 * var(--near));
  }
  :host([density='1']) {
    --row: 37;
    --head: 62;
    --gap: 18;
  }
  :host([density='2']) {
    --row: 34;
    --head: 54;
    --body: 33;
    --gap: 14;
  }
  :host([density='3']) {
    --row: 32;
    --head: 48;
    --body: 32;
    --gap: 11;
  }
  :host([density='4']) {
    --row: 30;
    --head: 44;
    --body: 30;
    --gap: 8;
  }
  .reading .ray {
    background:
      radial-gradient(calc(1000 * var(--px)) calc(640 * var(--px)) at 0 -4%, #ffe2a838, #ffe2a800 68%),
      linear-gradient(#0a0e1000 15%, #0b0f11dd 22%, #0b0f11f2 36%);
  }
  .list {
    position: absolute;
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    top: calc(384 * var(--px));
    height: calc(1004 * var(--px));
    overflow: hidden;
  }
  ol {
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: calc(206 * var(--px)) calc(62 * var(--px)) 1fr;
    align-items: baseline;
    padding: calc(var(--gap) * var(--px)) 0;
    border-top: calc(2 * var(--px)) solid var(--tas-700);
  }
  li:last-child {
    border-bottom: calc(2 * var(--px)) solid var(--tas-700);
  }
  li .date {
    font-size: calc(27 * var(--near));
    line-height: 1.15;
    color: var(--tas-300);
  }
  li .glyph {
    align-self: start;
    width: calc(36 * var(--near));
    height: calc(36 * var(--near));
    margin-top: calc(2 * var(--px));
    opacity: 0.62;
  }
  li h2.display {
    font-size: calc(var(--row) * var(--near));
    font-weight: 480;
    line-height: 1.1;
    color: var(--tas-300);
    letter-spacing: -0.005em;
  }
  li.own h2.display {
    color: var(--tas-100);
    font-weight: 580;
  }
  li.own .glyph,
  li.open .glyph {
    opacity: 1;
  }
  li.open {
    padding: calc((var(--gap) + 10) * var(--px)) 0;
  }
  li.open h2.display {
    font-size: calc(var(--head) * var(--read));
    font-weight: 620;
    color: #fff;
    line-height: 1.02;
    text-wrap: balance;
  }
  li.open .date {
    color: var(--altyn-500);
    font-weight: 560;
  }
  li.open .date span {
    display: block;
    margin-top: 0.35em;
    color: var(--tas-300);
    font-weight: 400;
    font-size: calc(25 * var(--near));
  }
  li.open p {
    font-size: calc(var(--body) * var(--read));
    line-height: 1.38;
    color: var(--tas-100);
    margin-top: calc(18 * var(--px));
  }
  .none {
    font-size: calc(60 * var(--read));
    color: var(--tas-300);
    padding-top: calc(40 * var(--px));
  }
  /* Large text keeps the year's other titles while there is room; they are one touch away in the row below. */
  :host([large]:not([density='0'])) li:not(.open),
  :host([low]) li:not(.open) {
    display: none;
  }
  :host([large]) li h2.display {
    font-size: calc(35 * var(--read));
  }
  :host([large]) li.open h2.display {
    font-size: calc(var(--head) * var(--read));
  }
  :host([large]:not([density='0'])) li.open,
  :host([low]) li.open {
    border: 0;
  }
  :host([large]) li.open {
    grid-template-columns: calc(62 * var(--px)) 1fr;
  }
  :host([large]) li.open .date,
  :host([low]) li.open .date {
    grid-column: 2;
    grid-row: 1;
    display: flex;
    justify-content: space-between;
    font-size: calc(30 * var(--read));
    margin-bottom: calc(14 * var(--px));
  }
  :host([large]) li.open .date span,
  :host([low]) li.open .date span {
    margin: 0;
    font-size: inherit;
  }
  :host([large]) li.open .glyph,
  :host([low]) li.open .glyph {
    grid-column: 1;
    grid-row: 1;
  }
  :host([large]) li.open .words,
  :host([low]) li.open .words {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  /* Low reach: the year keeps the stone above, everything else moves under the eyes of somebody who sits. */
  :host([low]) .year.stacked {
    --carved-height: calc(372 * var(--px));
    top: calc(96 * var(--px));
    gap: calc(64 * var(--px));
  }
  :host([low]) li.open {
    grid-template-columns: calc(62 * var(--px)) 1fr;
    padding: 0;
  }
  :host([low]) .list {
    top: calc(1000 * var(--px));
    height: calc(392 * var(--px));
  }
  :host([low][large]) .list {
    top: calc(900 * var(--px));
    height: calc(492 * var(--px));
  }
  :host([low]) {
    --head: 52;
    --body: 33;
  }
  :host([low][density='1']) {
    --head: 46;
  }
  :host([low][density='2']) {
    --head: 42;
    --body: 31;
  }
  :host([low][density='3']) {
    --head: 38;
    --body: 30;
  }
  :host([low][density='4']) {
    --head: 36;
    --body: 28;
  }
  :host([low]) .ray {
    background: linear-gradient(#0a0e1000 34%, #0b0f11d8 48%, #0b0f11f2 56%);
  }
`;
