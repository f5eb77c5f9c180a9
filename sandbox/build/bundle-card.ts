import { build } from 'esbuild';

import type { Edition as EditionName } from '../../src/crm/installation-mark.ts';
import { editionModules } from './edition-modules.ts';

/** What a card is built for. */
export interface CardTarget {
  readonly edition: EditionName;
  /** address of our server, which cards of the OAuth edition ask; null in the private one */
  readonly serverUrl: string | null;
}

/**
 * Bundles a card and the core it shares into one file.
 *
 * HubSpot builds a card from its own folder alone, so what lies outside must already be inside the file; React and
 * HubSpot's own package stay outside, since HubSpot's page brings the one and its builder treats the other.
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
    target: 'es2022',
    jsx: 'automatic',
    external: ['react', '@hubspot/ui-extensions'],
    plugins: [editionModules(edition)],
    define: serverUrl === null ? {} : { SERVER_URL: JSON.stringify(serverUrl) },
    charset: 'utf8',
    logLevel: 'silent',
  });
}
