import { pathText } from './parse-profile.ts';

/** Names that every object of JavaScript has: no key of ours is called so. */
const OF_EVERY_OBJECT = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads JSON, with or without a byte order mark. JSON.parse would silently keep the second of two equal keys.
 *
 * @returns the value, and a fault for each key that stands twice or can be none
 * @throws SyntaxError when the text is no JSON
 */
export function parseJsonText(text: string): { input: unknown; faults: string[] } {
  const json = text.replace(/^\uFEFF/, '');
  return { input: JSON.parse(json), faults: keyFaults(json) };
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
