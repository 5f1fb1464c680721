import { css } from 'lit';
import { tables } from './styles.ts';

/** What the lists and forms of people, sessions, tablets and keys share. */
export const peopleStyles = css`
  :host {
    display: block;
  }
  h2 {
    align-items: center;
    min-height: 36px;
    margin-bottom: 6px;
  }
  ${tables}
  td {
    padding: 6px 16px 6px 0;
    vertical-align: middle;
  }
  tbody td {
    height: 48px;
  }
  thead td {
    border: 0;
  }
  td:last-child {
    width: 1%;
    padding-right: 0;
    text-align: end;
    white-space: nowrap;
  }
  /* Buttons under each other are as wide as each other. */
  td:last-child > .button:only-child {
    min-width: 104px;
  }
  tr.off td:not(:last-child) {
    color: var(--ink-2);
  }
  .tag {
    margin-left: 6px;
    padding: 1px 6px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    font-size: var(--f-label);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }
  .marks svg {
    margin-right: 5px;
  }
  .marks span {
    white-space: nowrap;
  }
  form,
  .form {
    display: grid;
    gap: 14px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
  }
  .row > div {
    flex: 1 1 180px;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 4px;
    font-size: var(--f-label);
    color: var(--ink-2);
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
  }
  .checks label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: max(32px, var(--finger));
    font-size: var(--f-text);
    color: var(--ink);
  }
  .checks.long {
    display: grid;
  }
  input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--ink);
  }
  .hint {
    margin: 4px 0 8px;
    font-size: var(--f-label);
    color: var(--ink-2);
  }
  /* It belongs to what stands above it; the next thing does not. */
  .form > .hint {
    margin: -8px 0 8px;
  }
  .form > h2 {
    min-height: 0;
    margin-bottom: 0;
  }
  hold-button {
    min-height: max(36px, var(--finger));
  }
  .ways {
    margin-top: 20px;
    padding-top: 16px;
    border-top: 1px solid var(--line);
  }
  @media (max-width: 620px) {
    .aside {
      display: none;
    }
  }
`;
