// A child script: runs HubSpot's builder over the cards named in its argument, `{ cards, output }` as JSON.
import { basename, dirname } from 'node:path';
import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';

const { cards, output } = JSON.parse(process.argv[2] ?? '') as { cards: string[]; output: string };

for (const card of cards) {
  // As HubSpot's remoteBuild, but a second card does not empty the folder of the first.
  await buildSingleExtension({
    root: dirname(card),
    file: basename(card),
    outputDir: output,
    emptyOutDir: false,
    minify: true,
    logLevel: 'error',
  });
}
