// npm run build: a deployable HubSpot project for each edition in build/hubspot, and the cards as a browser runs them in
// build/workbench. `-- --edition private|oauth` builds one, `--profile <name>` takes hsprofile.<name>.json.
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildEdition } from '../sandbox/build/build-edition.ts';
import { buildWorkerCards } from '../sandbox/build/build-worker-cards.ts';
import { bundleSizes } from '../sandbox/build/bundle.ts';
import { type EditionPlan, editionNamed, planEdition } from '../sandbox/build/plan-edition.ts';
import { DEFAULT_PROFILE } from '../sandbox/build/project-profile.ts';
import { BuildRefused } from '../sandbox/build/read-json.ts';
import { EDITIONS } from '../src/crm/installation-mark.ts';

/** Reads and checks every edition, one after the other, so that the first one's fault is reported; then writes. */
async function buildAll(): Promise<void> {
  const { edition, profile, from, to } = options();
  const names = edition === undefined ? EDITIONS : [editionNamed(edition)];
  const plans: EditionPlan[] = [];
  for (const name of names) plans.push(await planEdition(from, name, profile));
  for (const plan of plans) {
    const built = await buildEdition(plan, join(to, 'hubspot', plan.edition));
    const workerCards = await buildWorkerCards(built.extensions, join(to, 'workbench', plan.edition));
    const files = [...built.extensions, ...built.functions, ...workerCards];
    for (const { file, bytes, gzipBytes } of await bundleSizes(files))
      console.log(`${relative(to, file)}  ${bytes} bytes, ${gzipBytes} gzipped`);
  }
}

function options() {
  const root = join(import.meta.dirname, '..');
  try {
    const { values } = parseArgs({
      options: {
        edition: { type: 'string' },
        profile: { type: 'string', default: DEFAULT_PROFILE },
        from: { type: 'string', default: root },
        to: { type: 'string', default: join(root, 'build') },
      },
    });
    return { ...values, from: resolve(values.from), to: resolve(values.to) };
  } catch (cause) {
    throw new BuildRefused('The options are --edition private|oauth, --profile, --from and --to.', { cause });
  }
}

const started = performance.now();
try {
  await buildAll();
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
} catch (error) {
  if (!(error instanceof BuildRefused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
