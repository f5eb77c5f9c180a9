import { isInvisible, visibleLine } from '../icp/visible-text.ts';

/** The longest name or address of a person, in characters. */
const MAX_PERSON = 320;

/**
 * Who does something, as typed or sent by a caller, without white space around it.
 *
 * @returns null when it is no name for a record: more than one line, other controls, too long, or nothing that can be seen
 */
export function personIn(text: string): string | null {
  const person = text.trim();
  const isOneLine = visibleLine(text) === text;
  return isOneLine && person.length <= MAX_PERSON && !isInvisible(person) ? person : null;
}
