import { build } from 'esbuild';

/**
 * Bundles an app function into one CommonJS file, as HubSpot runs it.
 *
 * The official client stays outside: bundled it is 5 MB and loads twice as slowly. HubSpot installs it from the
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
