import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { DOCUMENTS, read } from './documents.ts';

const ROOT = join(__dirname, '..', '..');

test.each(DOCUMENTS)('%s links only to files and headings that exist', (document) => {
  expect(linksIn(document).filter((link) => !leadsSomewhere(document, link))).toEqual([]);
});

test('a link to a file or heading that does not exist is found out', () => {
  expect(leadsSomewhere('docs/install.md', 'nowhere.md')).toBe(false);
  expect(leadsSomewhere('docs/install.md', '#no-such-heading')).toBe(false);
});

test.each(DOCUMENTS)('%s names only files, folders and functions that exist', (document) => {
  expect(pathsIn(read(document)).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(functionsIn(read(document)).filter(([name, file]) => !isExported(name, file))).toEqual([]);
});

test('a path or function that does not exist is found out', () => {
  expect(pathsIn('see `src/icp/nowhere.ts`')).toEqual(['src/icp/nowhere.ts']);
  expect(functionsIn('`laneFrom` in `src/icp/lanes.ts`')).toEqual([['laneFrom', 'src/icp/lanes.ts']]);
  expect(isExported('laneFrom', 'src/icp/lanes.ts')).toBe(false);
  expect(isExported('laneOf', 'src/icp/lanes.ts')).toBe(true);
});

/** Paths in code spans, from the root of the repository. */
function pathsIn(document: string): string[] {
  const spans = document.matchAll(/`((?:src|extensions|sandbox|serverless|scripts|test)\/[\w/.-]*)`/g);
  return [...spans].map(([, path]) => path ?? '');
}

/** What is written as "`name` in `folder/file.ts`". */
function functionsIn(document: string): [name: string, file: string][] {
  const named = document.matchAll(/`(\w+)` in `([\w/.-]+\/[\w.-]+\.tsx?)`/g);
  return [...named].map(([, name = '', file = '']) => [name, file]);
}

function isExported(name: string, file: string): boolean {
  return existsSync(join(ROOT, file)) && new RegExp(`^export .*\\b${name}\\b`, 'm').test(read(file));
}

function linksIn(document: string): string[] {
  const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, file))) return false;
  return heading === undefined || headingsIn(read(file)).includes(heading);
}

/** Headings as GitHub addresses them. */
function headingsIn(document: string): string[] {
  return [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
