import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Plugin } from 'esbuild';

import type { Edition as EditionName } from '../../src/crm/installation-mark.ts';

/**
 * Lets an edition have its own module: in the OAuth edition `call-app.oauth.ts` takes the place of `call-app.ts`, so
 * that a bundle holds nothing of another edition.
 */
export function editionModules(edition: EditionName): Plugin {
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
