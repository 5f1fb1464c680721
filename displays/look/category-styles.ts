import { css } from 'lit';

/** The colour of each field of achievement. */
export const categoryStyles = css`
  .political {
    color: var(--cat-political);
  }
  .economic {
    color: var(--cat-economic);
  }
  .socio-cultural {
    color: var(--cat-socio-cultural);
  }
`;
