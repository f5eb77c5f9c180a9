import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import type { Edition as EditionName } from '../../src/crm/installation-record.ts';

/** What a card is built for. */
export interface CardTarget {
  readonly edition: EditionName;
  /** address of our server, which cards of the OAuth edition ask; null in the private one */
  readonly serverUrl: string | null;
}

/**
 * Bundles a card and the core it shares into one file.
 *
 * HubSpot builds a card from its own folder only, so imports from elsewhere must be bundled. React and HubSpot's package
 * stay external: HubSpot's page has React, and its builder transforms the package.
 */
export async function bundleCard(
  entry: string,
  outfile: string,
  { edition, serverUrl }: CardTarget,
): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    // HubSpot's linter parses no newer syntax
    target: 'es2020',
    jsx: 'automatic',
    external: ['react', '@hubspot/ui-extensions'],
    plugins: [editionModules(edition)],
    define: serverUrl === null ? {} : { SERVER_URL: JSON.stringify(serverUrl) },
    charset: 'utf8',
    logLevel: 'silent',
  });
}

/**
 * Resolves `call-app.ts` to `call-app.oauth.ts` in the OAuth edition, if there is such a file, so that a bundle contains
 * nothing of another edition.
 */
function editionModules(edition: EditionName): Plugin {
  return {
    name: 'edition-modules',
    setup: (build) => {
      build.onResolve({ filter: /^\.{1,2}\/.*\.tsx?$/ }, ({ path, resolveDir }) => {
        const own = resolve(resolveDir, path.replace(/(\.tsx?)$/, `.${edition}$1`));
        return existsSync(own) ? { path: own } : undefined;
      });
    },
  };
}

/**
 * Bundles an app function into one CommonJS file, as HubSpot runs it.
 *
 * The official client stays external: bundled it is 5 MB and loads twice as slowly. HubSpot installs it from the
 * `package.json` beside the function.
 */
export async function bundleFunction(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['@hubspot/api-client'],
    charset: 'utf8',
    logLevel: 'silent',
  });
}

/** Size of a built file in bytes, plain and gzipped. */
export interface BundleSize {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export async function bundleSizes(files: readonly string[]): Promise<BundleSize[]> {
  return Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      const packed = await promisify(gzip)(content);
      return { file, bytes: content.length, gzipBytes: packed.length };
    }),
  );
}
