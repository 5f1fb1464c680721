import { describe, expect, it } from 'vitest';
import { CornerPin, squarePin, withCorner } from '#shared/corner-pin.ts';

describe('four corners', () => {
  it.each([
    ['nothing moved', squarePin],
    ['a keystone', { ...squarePin, topLeft: [0.2, 0], topRight: [0.8, 0] }],
    ['a little beyond the glass', { ...squarePin, topLeft: [-0.3, -0.2] }],
  ])('make a picture: %s', (_name, pin) => expect(CornerPin.safeParse(pin).success).toBe(true));

  it.each([
    ['a fold', { ...squarePin, topLeft: [1, 1], bottomRight: [0, 0] }],
    ['a mirror', { topLeft: [1, 0], topRight: [0, 0], bottomRight: [0, 1], bottomLeft: [1, 1] }],
    ['a line', { topLeft: [0, 0.5], topRight: [1, 0.5], bottomRight: [1, 0.5], bottomLeft: [0, 0.5] }],
    ['a corner pushed in past the middle', { ...squarePin, topLeft: [0.7, 0.7] }],
    ['a corner far away', { ...squarePin, topLeft: [-3, 0] }],
    ['no number', { ...squarePin, topLeft: [Number.NaN, 0] }],
  ])('make none: %s', (_name, pin) => expect(CornerPin.safeParse(pin).success).toBe(false));

  it('stay where they are when one is moved so that the picture would fold', () => {
    expect(withCorner(squarePin, 'topLeft', [0.9, 0.9])).toBeNull();
    expect(withCorner(squarePin, 'topLeft', [0.1, 0])?.topLeft).toEqual([0.1, 0]);
  });
});
