import { invalidProfile, parseProfile, pathText } from './parse-profile.ts';
import type { Profile } from './profile.ts';

/** Names that every object of JavaScript has: no key of ours is called so. */
const OF_EVERY_OBJECT = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads a profile from the text of a JSON file. A key that stands twice is refused: JSON.parse would silently keep
 * the second.
 *
 * @throws SyntaxError when the text is no JSON
 * @throws InvalidProfile
 */
export function parseProfileText(text: string): Profile {
  const json = text.replace(/^\uFEFF/, '');
  const input: unknown = JSON.parse(json);
  const faults = keyFaults(json);
  if (faults.length > 0) throw invalidProfile(faults.map((message) => ({ path: '', message })));
  return parseProfile(input);
}

const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\]:,]/g;

/** One object or list that is open at a place of the text. */
interface Level {
  /** Of an object, the keys so far. Null for a list. */
  keys: Set<string> | null;
  /** The key or the index where the text is. */
  at: string | number;
}

/** @param json valid JSON, so that every string before a colon is a key */
function keyFaults(json: string): string[] {
  const faults: string[] = [];
  const levels: Level[] = [];
  let lastText = '""';
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '' });
    else if (token === '[') levels.push({ keys: null, at: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && typeof level?.at === 'number') level.at += 1;
    else if (token === ':' && level?.keys != null) {
      level.at = String(JSON.parse(lastText));
      if (level.keys.has(level.at)) faults.push(`${pathOf(levels)} stands twice`);
      if (OF_EVERY_OBJECT.includes(level.at)) faults.push(`${pathOf(levels)} is no key of a profile`);
      level.keys.add(level.at);
    } else if (token.startsWith('"')) lastText = token;
  }
  return faults;
}

function pathOf(levels: readonly Level[]): string {
  return pathText(levels.map(({ at }) => at));
}
