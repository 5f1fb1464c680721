import { css, unsafeCSS } from 'lit';
import './look.css';
import stoneDarkUrl from './stone/stone-dark.jpg?url';
import stoneMidUrl from './stone/stone-mid.jpg?url';

/** Pictures that `prepare()` has to decode before a scene on stone can be shown. */
export const stoneUrls: readonly string[] = [stoneDarkUrl, stoneMidUrl];

/**
 * The ground every scene stands on. Lengths are given in units of the composition: `calc(84 * var(--px))` is 84 px of
 * the 1080 px wide reference drawing, `calc(44 * var(--far))` is type that reads from the screen's viewing distance,
 * `calc(34 * var(--near))` type that reads at arm's length (see shared/type-scale.ts).
 */
export const sceneStyles = css`
  :host {
    display: block;
    position: relative;
    width: 100%;
    height: 100%;
    overflow: hidden;
    contain: strict;
    background: var(--tas-950);
    color: var(--tas-100);
    font-family: var(--text);
    font-variation-settings:
      'FLAR' 20,
      'VOLM' 0;
    font-weight: 400;
    line-height: 1.3;
    font-kerning: normal;
    -webkit-font-smoothing: antialiased;
    user-select: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .abs {
    position: absolute;
  }
  .fill {
    position: absolute;
    inset: 0;
  }
  svg {
    display: block;
    overflow: visible;
  }
  .stone {
    position: absolute;
    inset: 0;
    background: var(--tas-900) url(${unsafeCSS(stoneDarkUrl)});
  }
  .stone.mid {
    background: #2c3438 url(${unsafeCSS(stoneMidUrl)});
  }
  .display {
    font-family: var(--display);
    font-variation-settings: 'opsz' 30;
    font-weight: 620;
    letter-spacing: -0.012em;
    line-height: 1.02;
  }
  .balance {
    text-wrap: balance;
  }
  .pretty {
    text-wrap: pretty;
  }
`;
