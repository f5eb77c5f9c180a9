import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { EDITIONS } from '../../src/crm/installation-record.ts';
import { buildEdition } from './build-edition.ts';
import { buildWorkerCards } from './build-worker-cards.ts';
import { bundleSizes } from './bundle.ts';
import { type EditionPlan, editionNamed, planEdition } from './plan-edition.ts';
import { DEFAULT_PROFILE } from './project-profile.ts';
import { BuildRefused } from './read-json.ts';

/** Where lines go: `log` those of a build, `error` the sentence of a refusal. */
type Printer = Pick<Console, 'log' | 'error'>;

/**
 * What `npm run build` does. It reads and checks every edition, one after the other, so that the first one's fault is
 * reported; only then does it write.
 *
 * @param args as behind `npm run build --`
 * @returns the exit code: 0, or 2 when a build is refused
 */
export async function runBuild(args: readonly string[], printer: Printer): Promise<number> {
  const started = performance.now();
  try {
    const { edition, profile, from, to } = optionsIn(args);
    const names = edition === undefined ? EDITIONS : [editionNamed(edition)];
    const plans: EditionPlan[] = [];
    for (const name of names) plans.push(await planEdition(from, name, profile));
    for (const plan of plans) {
      const built = await buildEdition(plan, join(to, 'hubspot', plan.edition));
      const workerCards = await buildWorkerCards(built.extensions, join(to, 'workbench', plan.edition));
      const files = [...built.extensions, ...built.functions, ...workerCards];
      for (const { file, bytes, gzipBytes } of await bundleSizes(files))
        printer.log(`${relative(to, file)}  ${bytes} bytes, ${gzipBytes} gzipped`);
    }
    printer.log(`built in ${Math.round(performance.now() - started)} ms`);
    return 0;
  } catch (error) {
    if (!(error instanceof BuildRefused)) throw error;
    printer.error(error.message);
    return 2;
  }
}

function optionsIn(args: readonly string[]) {
  const root = join(import.meta.dirname, '..', '..');
  try {
    const { values } = parseArgs({
      args: [...args],
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
