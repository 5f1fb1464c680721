import { css } from 'lit';

/** A screen on the floor plan: its picture, and its words under it or beside it. */
export const tileStyles = css`
  :host {
    display: block;
    cursor: pointer;
    outline: none;
  }
  .picture {
    position: relative;
    outline: 1px solid var(--edge);
    background: var(--lift);
    overflow: hidden;
    container-type: inline-size;
  }
  :host([live]) .picture {
    background: none;
  }
  :host([aria-selected='true']) .picture {
    outline: 2px solid var(--st-preview);
    outline-offset: 3px;
  }
  :host(:focus-visible) .picture {
    outline: 2px solid var(--ink);
    outline-offset: 3px;
  }
  :host([trouble]) .picture {
    outline: 2px solid var(--st-fault);
    outline-offset: 0;
    background: repeating-linear-gradient(135deg, var(--lift) 0 5px, var(--ground) 5px 10px);
  }
  :host([trouble][aria-selected='true']) .picture {
    outline-offset: 3px;
  }
  .training {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    justify-content: center;
    background: var(--st-preview);
    color: var(--ground);
    font: 640 var(--f-key) / 15px var(--text);
    white-space: nowrap;
  }
  .training svg {
    display: none;
    height: 15px;
  }
  /* Half a word is none: the band above the hall has it, with the same mark. */
  @container (max-width: 55px) {
    .training span {
      display: none;
    }
    .training svg {
      display: block;
    }
  }
  .member {
    position: absolute;
    display: flex;
    align-items: flex-start;
    gap: 5px;
    padding: 4px 6px;
    font-size: var(--f-key);
    font-weight: 600;
    overflow: hidden;
  }
  .member.low {
    padding: 2px 3px;
  }
  .member.slim {
    padding: 1px 0;
    justify-content: center;
  }
  .member.slim .badge {
    flex-direction: column;
    gap: 2px;
    padding: 1px 0;
    letter-spacing: -0.03em;
  }
  .member.slim.low .badge {
    flex-direction: row;
  }
  .member + .member {
    box-shadow: 0 0 0 1px var(--edge);
  }
  .member.trouble {
    box-shadow: inset 0 0 0 2px var(--st-fault);
    background: repeating-linear-gradient(135deg, var(--lift) 0 5px, var(--ground) 5px 10px);
  }
  .still {
    position: absolute;
    right: 2px;
    top: 2px;
    display: flex;
    gap: 3px;
    align-items: center;
    padding: 0 4px;
    background: var(--pane);
    font-size: var(--f-key);
    border-radius: var(--radius);
  }
  .badge {
    display: flex;
    gap: 5px;
    align-items: center;
    padding: 1px 5px 1px 4px;
    background: var(--pane);
    color: var(--ink);
    border-radius: var(--radius);
  }
  .middle {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    text-align: center;
    padding: 4px 2px;
    color: var(--ink-2);
    font-size: var(--f-key);
    line-height: 1.25;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .caption {
    width: fit-content;
    max-width: 100%;
    margin-top: 5px;
    padding: 1px 3px 1px 0;
    /* Where a screen truly stands is drawn beneath, and must not strike its name through. */
    background: var(--ground);
    font-size: var(--f-label);
    white-space: nowrap;
  }
  :host([beside]) {
    display: flex;
    align-items: flex-start;
    gap: 10px;
  }
  :host([beside]) .picture {
    flex: none;
  }
  :host([beside]) .caption {
    min-width: 0;
    padding-top: 0;
  }
  :host([beside]) .name span {
    -webkit-line-clamp: 3;
  }
  .caption > * {
    display: flex;
    gap: 6px;
    align-items: center;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .caption b {
    font-weight: 640;
  }
  .caption .name {
    align-items: baseline;
    white-space: normal;
    line-height: 15px;
  }
  .name span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  :host([low]) .name span {
    -webkit-line-clamp: 1;
  }
  .name span,
  .what span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* How long it has been so is left out where it has no room: half a time is another time. */
  .caption .state {
    flex-wrap: wrap;
    row-gap: 8px;
    height: 18px;
  }
  .state b {
    font-weight: 500;
  }
  .what {
    color: var(--ink-3);
  }
  .what.differs {
    color: var(--st-warn);
    font-weight: 600;
  }
  .box {
    flex: none;
    width: 10px;
    height: 10px;
    border: 2px solid var(--st-preview);
  }
  :host([compact]) .caption {
    display: none;
  }
`;
