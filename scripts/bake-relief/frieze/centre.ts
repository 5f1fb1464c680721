import type { Stone } from '../carving/stone.ts';
import { qazaqEli } from '../motifs/qazaq-eli.ts';
import { samruk } from '../motifs/samruk.ts';

/** Qazaq Eli: the column, and Samruk over it with its wings to both sides. */
export function centre(stone: Stone): void {
  stone.within({ x: 1920, y: 958, lift: 24 }, () => qazaqEli(stone));
  stone.within({ x: 1920, y: 292, scale: 1.12, lift: 44 }, () => samruk(stone));
}
