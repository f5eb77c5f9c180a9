/** HubSpot's search takes at most so many values behind IN. A page has as many, so that a part is one page. */
export const MOST_IDS = 100;

/** Below HubSpot's 3,000 characters, since its hook may add fields of its own. */
const MOST_CHARACTERS = 2_700;

/**
 * Cuts ids into parts that one search each can ask for.
 *
 * @param overhead characters of the request without its ids
 */
export function chunksOf(ids: readonly string[], overhead: number): string[][] {
  const chunks: string[][] = [];
  let length = 0;
  for (const id of ids) {
    const more = id.length + '"",'.length;
    const current = chunks.at(-1);
    if (current === undefined || current.length === MOST_IDS || length + more > MOST_CHARACTERS) {
      chunks.push([id]);
      length = overhead + more;
    } else {
      current.push(id);
      length += more;
    }
  }
  return chunks;
}
