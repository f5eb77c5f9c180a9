import { parseJsonText } from './parse-json-text.ts';
import { invalidProfile, parseProfile } from './parse-profile.ts';
import type { Profile } from './profile.ts';

/**
 * Reads a profile from the text of a JSON file. A key that stands twice is refused.
 *
 * @throws SyntaxError when the text is no JSON
 * @throws InvalidProfile
 */
export function parseProfileText(text: string): Profile {
  const { input, faults } = parseJsonText(text);
  if (faults.length > 0) throw invalidProfile(faults.map((message) => ({ path: '', message })));
  return parseProfile(input);
}
