/** A number as Russian and Kazakh write it: `0,1` where English writes `0.1`. */
export const comma = (value: number | bigint | string): string => String(value).replace('.', ',');
