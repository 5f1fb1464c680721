/** In this order: every one of them says that it is also those after it. */
const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /Edg[a-z]*\/(\d+)/i],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/],
];
const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** What a browser calls itself, short: `Chrome 156, Windows`. What is not known stays as it is. */
export function browserName(agent: string): string {
  const browser = browsers.flatMap(([name, mark]) => {
    const found = mark.exec(agent);
    return found === null ? [] : [`${name} ${found[1] ?? ''}`.trim()];
  })[0];
  const system = systems.find(([, mark]) => mark.test(agent))?.[0];
  if (browser === undefined) return agent.slice(0, 60);
  return system === undefined ? browser : `${browser}, ${system}`;
}
