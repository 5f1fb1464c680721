import encodeQr from 'qr';

export interface QrPath {
  /** Modules across, with the quiet border that a camera needs. */
  readonly side: number;
  /** The dark modules as one SVG path, one unit each. */
  readonly path: string;
}

const quiet = 4;

/** A QR code as a path, so that it stays sharp at every size and under every content security policy. */
export function qrPath(text: string): QrPath {
  const rows = encodeQr(text, 'raw', { border: quiet });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return { side: rows.length, path };
}
