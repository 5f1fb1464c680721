import { css } from 'lit';

export const wallStyles = css`
  .night {
    background: linear-gradient(#06090ba6, #06090b73 46%, #06090be6);
  }
  .glow,
  .ray,
  .disc,
  .lit,
  .word img,
  .line {
    will-change: opacity;
  }
  .rays {
    position: absolute;
    width: 0;
    height: 0;
  }
  .rays.right {
    transform: scaleX(-1);
  }
  .ray {
    position: absolute;
    background-repeat: no-repeat;
  }
  .above {
    position: absolute;
    left: 0;
    right: 0;
    top: 0;
    overflow: hidden;
  }
  .disc,
  .shine {
    position: absolute;
  }
  .shine {
    border-radius: 50%;
    background: radial-gradient(closest-side, #fff1bf8c, #ffd86a4d 52%, #ffc83d00);
    will-change: opacity;
  }
  .hills {
    position: absolute;
    left: 0;
    width: 100%;
    overflow: visible;
  }
  .crest {
    fill: none;
    stroke-linejoin: round;
  }
  .grain {
    opacity: 0.16;
  }
  .word {
    position: absolute;
  }
  .word img {
    position: absolute;
  }
  .line {
    position: absolute;
    text-align: center;
    font-size: calc(46 * var(--far));
    line-height: 1.2;
    color: var(--tas-200);
    white-space: nowrap;
  }
`;
