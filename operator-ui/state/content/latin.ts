/** Kazakh and Russian letters in the Latin ones of ids, as on Kazakhstan's road signs and passports. */
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'ng',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Words as an id can have them: `Тәуелсіздік таңы` becomes `tauelsizdik-tangy`. Empty where nothing is left. */
export function slugOf(text: string): string {
  const latin = Array.from(text.toLowerCase().normalize('NFC'), (letter) => letters[letter] ?? letter).join('');
  const plain = latin.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** Where a file belongs in the media, by what it says it is: `films/ashylu.mp4`. */
export function mediumIdOf(file: { readonly name: string; readonly type: string }, taken: ReadonlySet<string>): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const name = slugOf(file.name.replace(/\.[a-z0-9]{1,5}$/i, '')) || 'file';
  const folders: Readonly<Record<string, string>> = { image: 'pictures', video: 'films', audio: 'sounds' };
  const folder = folders[file.type.split('/')[0] ?? ''] ?? 'files';
  const of = (number: number): string =>
    `${folder}/${name}${number === 1 ? '' : `-${number}`}${ending === '' ? '' : `.${ending}`}`;
  let number = 1;
  while (taken.has(of(number))) number += 1;
  return of(number);
}
