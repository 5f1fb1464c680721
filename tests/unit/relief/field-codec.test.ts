import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decodeField, encodeField } from '../../../displays/scenes/relief/field-codec.ts';
import { random } from '../../../scripts/bake-relief/carving/random.ts';

const [width, height] = [37, 23];
const next = random(3);
const plane = () => Uint8Array.from({ length: width * height }, () => next() * 256);
const field = {
  width,
  height,
  relief: Float32Array.from({ length: width * height }, () => next() * 140 - 8),
  gold: plane(),
  finish: plane(),
  tint: plane(),
};
const file = encodeField(field, (bytes) => deflateSync(bytes));

it('keeps heights to 1/512 px and masks exactly', async () => {
  const read = await decodeField(file.buffer);
  expect([read.width, read.height]).toEqual([width, height]);
  const error = Math.max(...read.relief.map((px, i) => Math.abs(px - (field.relief[i] ?? 0))));
  expect(error).toBeLessThanOrEqual(1 / 512 + 1e-6);
  expect(read.gold).toEqual(field.gold);
  expect(read.finish).toEqual(field.finish);
  expect(read.tint).toEqual(field.tint);
});

it('says what is wrong with a file that is none, or that ends early', async () => {
  await expect(decodeField(new ArrayBuffer(8))).rejects.toThrow('no stone field');
  await expect(decodeField(file.slice(0, file.length - 40).buffer)).rejects.toThrow('ends early');
  const short = encodeField(field, (bytes) => deflateSync(bytes.subarray(0, 100)));
  await expect(decodeField(short.buffer)).rejects.toThrow('100 of');
});
