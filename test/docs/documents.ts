import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Every document of the repository, as a path from its root. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync(ROOT),
  ...['docs', 'sandbox'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ),
].filter((name) => name.endsWith('.md'));

/** @param file a path from the root of the repository */
export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
