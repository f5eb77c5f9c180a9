import { build } from 'esbuild';

/**
 * Bundles a card and the core it shares into one file.
 *
 * HubSpot builds a card from its own folder alone, so what lies outside must already be inside the file; React and
 * HubSpot's own package stay outside, since HubSpot's page brings the one and its builder treats the other.
 */
export async function bundleCard(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    external: ['react', '@hubspot/ui-extensions'],
    charset: 'utf8',
    logLevel: 'silent',
  });
}
