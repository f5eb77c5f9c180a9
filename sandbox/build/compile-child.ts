import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const CHILDREN = fileURLToPath(new URL('../../build/children/', import.meta.url));

/**
 * Compiles one of our child scripts to plain JavaScript and answers the file.
 *
 * HubSpot's tools are ESM and keep state of their own, so they run in children; and children run without tsx, whose
 * loader makes these tools take two to three times as long to load.
 */
export async function compileChild(script: URL): Promise<string> {
  const name = basename(script.pathname, '.ts');
  const file = join(CHILDREN, `${name}.mjs`);
  const draft = join(CHILDREN, `${name}.${process.pid}.mjs`);
  await mkdir(CHILDREN, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(script)],
    outfile: draft,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  // renamed into place, because two processes may compile the same script at once
  await rename(draft, file);
  return file;
}
