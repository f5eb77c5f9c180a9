// npm run build: the deployable project in build/hubspot/private, and the cards as a browser runs them in build/workbench.
import { join, relative } from 'node:path';

import { buildPrivateEdition } from '../src/sandbox/build/build-private-edition.ts';
import { buildWorkerCards } from '../src/sandbox/build/build-worker-cards.ts';
import { bundleSizes } from '../src/sandbox/build/bundle-sizes.ts';

const started = performance.now();
const root = join(import.meta.dirname, '..');

const edition = await buildPrivateEdition(root, join(root, 'build', 'hubspot', 'private'));
const workerCards = await buildWorkerCards(edition.cards, join(root, 'build', 'workbench'));

for (const { file, bytes, gzipBytes } of await bundleSizes([
  ...edition.cards,
  ...edition.functions,
  ...workerCards,
])) {
  console.log(`${relative(root, file)}  ${bytes} bytes, ${gzipBytes} gzipped`);
}
console.log(`built in ${Math.round(performance.now() - started)} ms`);
