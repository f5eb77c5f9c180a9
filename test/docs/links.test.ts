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
