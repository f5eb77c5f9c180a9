import { type DrawnRatings, drawRatings, isSurely } from './draw-ratings.ts';
import type { Random } from './random.ts';
import { fillRole, profileOf, roleEvidence } from './role-kinds.ts';
import { storyOf } from './role-stories.ts';
import type { Filled } from './step.ts';

const EMPTIED = ['role_criteria', 'compatibility', 'collaboration_support'];
const KEPT = ['people', 'company_alignment', 'market_access'];

/**
 * The saves of a partner that was scored as a reseller and turned out to be a solution partner. The rating of its people
 * waits to be confirmed in both cases.
 *
 * @param isAnswered whether the three questions that the change emptied have been answered again
 */
export function resellerTurnedSolution(random: Random, isAnswered: boolean): readonly Filled[] {
  const [reseller, solution] = [storyOf('reseller'), storyOf('solution')];
  if (reseller === undefined || solution === undefined) throw new Error('the demo lacks a story');
  const before = fillRole(random, reseller, 'pending');
  const given: DrawnRatings = Object.fromEntries(
    KEPT.flatMap((key) => (typeof before[key] === 'number' ? [[key, before[key]]] : [])),
  );
  const change = { partner_type: 'solution', ...changedFrom(before) };
  if (!isAnswered) return [before, change];
  const fits = isSurely('fast');
  const ratings = drawRatings(random, profileOf('solution'), fits, { given });
  const asked = Object.fromEntries(Object.entries(ratings).filter(([key]) => !KEPT.includes(key)));
  return [before, change, { ...asked, ...roleEvidence(random, solution, asked) }];
}

/** As the card asks before it saves: three ratings go, clear checks open, and the people wait to be confirmed. */
function changedFrom(before: Filled): Filled {
  const clear = Object.keys(before).filter((name) => before[name] === 'clear');
  return {
    ...Object.fromEntries(EMPTIED.map((key) => [key, null])),
    ...Object.fromEntries(clear.map((name) => [name, 'open'])),
    to_confirm: ['people'],
  };
}
