import { describe, expect, it } from 'vitest';
import { captionOf } from '../../../operator-ui/state/caption.ts';

describe('the room of a caption', () => {
  it.each([
    ['a short name has one line', '01', 'Вход', 60, { width: 128, height: 38 }],
    ['a wide picture lends its width', '02–03', 'Барельеф с очень длинным названием', 400, { width: 128, height: 38 }],
    ['a longer one is given a little more', '04', 'Жетістіктер карта', 60, { width: 150, height: 38 }],
    ['a long one goes on in a second line', '07', 'Шежіре: қоғам және мәдениет', 60, { width: 128, height: 53 }],
  ])('%s', (_what, numbers, name, pictureWidth, caption) => {
    expect(captionOf(numbers, name, pictureWidth, 23, 13)).toEqual(caption);
  });

  it('has a line for the longest words of a state, with the number of the screen of a surface', () => {
    const { width } = captionOf('10–13', 'Видеостена', 60, 23, '10 Показывает другое'.length);
    expect(width).toBeGreaterThanOrEqual(150);
    expect(captionOf('10–13', 'Видеостена', 60, 23, 13).width).toBe(128);
  });

  it('has an end, however long a word is', () => {
    expect(captionOf('07', 'х'.repeat(90), 60, 23, 13).width).toBeLessThan(300);
  });
});
