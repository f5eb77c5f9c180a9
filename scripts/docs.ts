// npm run docs: writes the messages that the guides quote from the table in src/messages.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { withQuotes } from './quotes.ts';

const DOCS = join(import.meta.dirname, '..', 'docs');

for (const name of await readdir(DOCS)) {
  if (!name.endsWith('.md')) continue;
  const file = join(DOCS, name);
  const document = await readFile(file, 'utf8');
  const written = withQuotes(document);
  if (written === document) continue;
  await writeFile(file, written);
  console.log(`docs/${name} is written anew.`);
}
