import { EDITIONS, type Edition } from '../crm/installation-mark.ts';
import { badInput } from './bad-input.ts';

/** The editions as help and complaints list them. */
export const EDITIONS_IN_WORDS = EDITIONS.join(' or ');

/** The edition of the app that was typed behind `--edition`. */
export function typedEdition(text: string): Edition {
  const edition = EDITIONS.find((known) => known === text.trim());
  if (edition !== undefined) return edition;
  throw badInput('--edition', `"${text.slice(0, 40)}" is no edition. Choose ${EDITIONS_IN_WORDS}.`);
}
