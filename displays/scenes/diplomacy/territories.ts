/**
 * Land that the atlas draws apart from the state it belongs to, by the atlas's number or name, with the number of the
 * state whose light falls on it: as the United Nations and Kazakhstan count, not as the atlas does.
 */
const belongsTo: Readonly<Record<string, number>> = {
  // Denmark
  304: 208,
  234: 208,
  // United States
  16: 840,
  316: 840,
  580: 840,
  630: 840,
  850: 840,
  // France
  258: 250,
  260: 250,
  540: 250,
  652: 250,
  663: 250,
  666: 250,
  876: 250,
  // United Kingdom
  60: 826,
  86: 826,
  92: 826,
  136: 826,
  238: 826,
  239: 826,
  500: 826,
  612: 826,
  654: 826,
  660: 826,
  796: 826,
  831: 826,
  832: 826,
  833: 826,
  // Netherlands
  531: 528,
  533: 528,
  534: 528,
  // Finland
  248: 246,
  // Australia
  334: 36,
  574: 36,
  'Indian Ocean Ter.': 36,
  // China
  158: 156,
  344: 156,
  446: 156,
  Kosovo: 688,
  'N. Cyprus': 196,
  Somaliland: 706,
};

/** The number of the state on whose land the light falls; the atlas's own number where it is one, null for none. */
export function stateOf(id: string | number | undefined, name: string): number | null {
  const numeric = id === undefined ? undefined : Number(id);
  return (numeric === undefined ? undefined : belongsTo[numeric]) ?? belongsTo[name] ?? numeric ?? null;
}
