import { buildEdition, type Edition } from './build-edition.ts';
import { planEdition } from './plan-edition.ts';

/** Where the workbench and tests run: nothing of it reaches a portal. */
const PROFILE = 'sandbox';

/**
 * Builds the private edition (static auth, app function), which runs without a server of ours.
 *
 * @param source the folder with `app.json`
 * @param projectFolder replaced as a whole, and only once everything is built
 * @throws BuildRefused
 */
export async function buildPrivateEdition(source: string, projectFolder: string): Promise<Edition> {
  return buildEdition(await planEdition(source, 'private', PROFILE), projectFolder);
}
