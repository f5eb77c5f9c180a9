import { EDITIONS, type Edition as EditionName } from '../../src/crm/installation-mark.ts';
import { BuildRefused } from './build-refused.ts';

/**
 * The source folders whose components an edition holds; each folder of `extensions` is one extension.
 *
 * - `private`: static auth, the card asks the app function; for one Enterprise portal
 * - `oauth`: OAuth, the card asks our server; for any portal
 *
 * Source: HubSpot's app configuration: apps with app functions need static auth and private distribution.
 */
export const SOURCES_OF: Readonly<Record<EditionName, { extensions: string; functions: string | null }>> = {
  private: { extensions: 'extensions', functions: 'serverless' },
  oauth: { extensions: 'extensions', functions: null },
};

/** @throws BuildRefused when there is no such edition */
export function editionNamed(name: string): EditionName {
  const edition = EDITIONS.find((known) => known === name);
  if (edition !== undefined) return edition;
  throw new BuildRefused(`There is no edition "${name}": choose ${EDITIONS.join(' or ')}.`);
}
