import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = globSync(['*.md', 'docs/**/*.md']).toSorted();
const textOf = (page: string): string => readFileSync(page, 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The name that a heading is linked by: small letters, hyphens for spaces, nothing else. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
const anchorsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** What is linked within the project and is not there. */
function deadLinks(page: string): readonly string[] {
  const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
}

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => expect(deadLinks(page)).toEqual([]));
  it('names commands that there are', () => {
    const named = [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
  it('names folders and files that there are', () => {
    const rooms = /`((?:shared|controller|displays|operator-ui|player-host|config|tests|scripts|docs)\/[\w./-]*)`/g;
    const named = [...textOf(page).matchAll(rooms)].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});

it('the handbook’s index leads to every page', () => {
  const index = textOf('docs/README.md');
  const own = globSync('docs/*.md').map((page) => page.slice('docs/'.length));
  expect(own.filter((page) => page !== 'README.md' && !index.includes(`](${page})`))).toEqual([]);
});
