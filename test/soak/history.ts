import { isDeepStrictEqual } from 'node:util';

import { expectedOf, expectedOfKept, toldBy } from '../usecases/history/journal.ts';
import { type Walked, walk } from '../usecases/history/walk.ts';

const ACTS = 500;

/**
 * Many more walks of random acts than the suite plays, with the history kept whole and cut to 20 entries.
 *
 * @returns whether every history says what was done, and every undo restored exactly
 */
export async function soakHistory(walks = 20, first = 1): Promise<boolean> {
  let isRight = true;
  for (let seed = first; seed < first + walks; seed++)
    for (const [kept, companies] of [
      ['all', 12],
      [20, 4],
    ] as const) {
      const wrong = await walk(kept, { seed, companies, acts: ACTS }).then(
        (walked) => walked.flatMap((one) => (isRightOf(one, kept) ? [] : ['a history says something else'])),
        (error: unknown) => [String(error)],
      );
      if (wrong.length > 0) isRight = false;
      console.log(`seed ${seed}, history kept: ${kept}: ${wrong.length === 0 ? 'right' : wrong.join('; ')}`);
    }
  return isRight;
}

function isRightOf({ journal, history, historyCutTo20 }: Walked, kept: 'all' | 20): boolean {
  const [told, cut] = [toldBy(history), toldBy(historyCutTo20)];
  const expected = kept === 'all' ? expectedOf(journal) : expectedOfKept(journal, told);
  return isDeepStrictEqual(told, expected) && isDeepStrictEqual(cut, expectedOfKept(journal, cut));
}
