import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const CHILDREN = fileURLToPath(new URL('../../build/children/', import.meta.url));

/** By script: a process that starts several children compiles each script once. */
const compiled = new Map<string, Promise<string>>();

/**
 * Compiles a child script to plain JavaScript. @returns the file
 *
 * HubSpot's tools are ESM and keep global state, so they run in child processes; without tsx, whose loader makes them
 * two to three times slower to load.
 */
export function compileChild(script: URL): Promise<string> {
  const file = compiled.get(script.href) ?? compile(script);
  compiled.set(script.href, file);
  return file;
}

async function compile(script: URL): Promise<string> {
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
