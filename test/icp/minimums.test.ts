import { marginSentences } from '../../src/icp/sentences.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { referral } from '../../src/icp/profiles/referral.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY } from './arbitraries.ts';

/** The floor of deep is low enough to be reached with both minimums missed. */
const profile: Profile = {
  ...referral,
  floors: { deep: 340, fast: 250 },
  deepNeeds: { people: 3, market_access: 3 },
};

/** Five everywhere but where another rating, or none, is given. */
function scorecard(ratings: Scorecard['ratings'], checks: Scorecard['checks'] = {}): Scorecard {
  const five = Object.fromEntries(profile.dimensions.map(({ key }) => [key, 5 as const]));
  return { ...EMPTY_SCORECARD, type: 'referral', ratings: { ...five, ...ratings }, checks };
}

const judged = (ratings: Scorecard['ratings'], checks?: Scorecard['checks']) =>
  verdict(scorecard(ratings, checks), profile, TODAY);

test('a partner who reaches nobody is not deep, whatever the points', () => {
  const { total, scoreLane, lane, clearance, causes, headline } = judged({ market_access: 1 });

  expect(total).toBeGreaterThanOrEqual(profile.floors.deep);
  expect({ scoreLane, lane, clearance }).toEqual({
    scoreLane: 'fast',
    lane: 'fast',
    clearance: 'not-required',
  });
  expect(causes.map(({ code }) => code)).toEqual(['ratings', 'minimum']);
  expect(causes[1]?.text).toBe(`Deep needs market access 3.`);
  expect(headline).toMatch(/needs market access 3$/);
});

test('a rating at the minimum meets it', () => {
  const { lane, causes } = judged({ people: 3, market_access: 3 });

  expect(lane).toBe('deep');
  expect(causes.map(({ code }) => code)).toEqual(['ratings']);
});

test('every minimum that is not met is named, in the order of the profile', () => {
  expect(judged({ people: 2, market_access: 2 }).causes.at(-1)?.text).toMatch(
    /needs people 3, market access 3\.$/,
  );
});

test('a minimum that an unknown rating may still meet leaves the lane undecided, and that question is the next', () => {
  const open = scorecard({ people: null });
  const { lane, causes, nextQuestion, next } = verdict(open, profile, TODAY);

  expect(lane).toBe('undecided');
  expect(causes.map(({ code, text }) => [code, text])).toContainEqual([
    'incomplete',
    `One rating is unknown: Deep needs people 3.`,
  ]);
  expect(nextQuestion?.dimension).toBe('people');
  expect(next).toMatch(/^Ask about people: 3 or more makes it Deep/);
});

test('the counted rating has to meet it, so a flag can keep a partner from deep by its rating cap', () => {
  const [check] = profile.checks;
  if (check === undefined) throw new Error('referral has checks');
  const capped = {
    ...profile,
    checks: [{ ...check, caps: { rating: { dimension: 'people', at: 2 as const } } }],
  };
  const flagged = scorecard({}, { [check.key]: { state: 'flagged', note: 'no owner' } });

  const { scoreLane, lane, clearance, causes } = verdict(flagged, capped, TODAY);

  expect({ scoreLane, lane, clearance }).toEqual({ scoreLane: 'deep', lane: 'fast', clearance: 'blocked' });
  expect(causes.map(({ code }) => code)).toEqual(['ratings', 'minimum', check.key]);
});

test('the change that would meet a minimum is in the margin, and no weight stands in for it', () => {
  const { margin } = judged({ people: 2 });

  expect(margin.ratings).toContainEqual({ dimension: 'people', from: 2, to: 3, lane: 'deep' });
  expect(margin.weights.filter(({ lane }) => lane === 'deep')).toEqual([]);
  expect(marginSentences(profile, judged({ people: 2 })).join(' ')).toContain('People at 3 instead of 2');
});
