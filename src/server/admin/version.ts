import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod';

const Package = z.object({ version: z.string() });

/** The version of this app, as its package names it. */
export function versionOfApp(): string {
  const text = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  return Package.parse(JSON.parse(text)).version;
}
