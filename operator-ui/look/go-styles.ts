import { css } from 'lit';

/** The lights of the screens, and GO: hatched with its reason while it waits, solid when all have answered. */
export const goStyles = css`
  .lights {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(21px, 1fr));
    gap: 3px;
  }
  .light {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    padding: 4px 0 5px;
    background: var(--lift);
    border-bottom: 3px solid var(--st-ok);
    font-size: var(--f-key);
    font-weight: 500;
  }
  .light.waiting {
    border-color: var(--st-preview);
  }
  .light.failed {
    border-color: var(--st-fault);
  }
  .why {
    display: flex;
    gap: 8px;
    align-items: center;
    color: var(--ink-2);
  }
  .go {
    position: relative;
    display: flex;
    align-items: center;
    gap: 18px;
    width: 100%;
    min-height: 104px;
    padding: 0 18px;
    border-radius: var(--radius);
    background: var(--go);
    color: var(--go-ink);
    touch-action: manipulation;
  }
  .go b {
    font: 760 60px/1 var(--display);
    font-variation-settings: 'opsz' 30;
    letter-spacing: -0.01em;
  }
  .go span {
    line-height: 1.4;
  }
  .go strong {
    display: block;
    font-weight: 640;
  }
  .go kbd {
    position: absolute;
    right: 10px;
    bottom: 8px;
    border-color: #0006;
    color: var(--go-ink);
  }
  .go:active:not([aria-disabled='true']) {
    filter: brightness(0.92);
  }
  .go[aria-disabled='true'] {
    color: var(--ink);
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--go) 16%, transparent) 0 6px,
      transparent 6px 12px
    );
    box-shadow: inset 0 0 0 2px var(--st-arm);
    cursor: default;
  }
  .go[aria-disabled='true'] b {
    color: var(--st-arm);
  }
  .go[aria-disabled='true'] kbd {
    color: var(--ink-2);
    border-color: var(--edge);
  }
  .row {
    display: flex;
    gap: 8px;
  }
  small {
    font-size: var(--f-label);
    color: var(--ink-2);
  }
  @media (max-width: 900px) {
    .go {
      min-height: 76px;
    }
    .go b {
      font-size: 44px;
    }
    .row small,
    .row br {
      display: none;
    }
  }
`;
