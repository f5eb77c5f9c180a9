import fc from 'fast-check';
import { dayInWords } from '../../src/icp/day-in.ts';
import { NO_FACTS } from '../../src/icp/facts.ts';
import { kindReply } from '../../src/icp/kind-no.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import * as say from '../../src/messages/decisions.ts';
import { anyDay, anyScorecard } from './arbitraries.ts';

/** The listed candidate of the guide, 280 points: readiness lacks 2 levels of 15, reach 1 of 20. */
const listed: Scorecard = {
  ...EMPTY_SCORECARD,
  type: 'technology',
  ratings: {
    ...{ customer_overlap: 2, product_complementarity: 3, distribution_reach: 4 },
    ...{ technical_readiness: 3, commercial_alignment: 2, strategic_fit: 3 },
  },
  checks: { 'enthusiastic-contact': { state: 'clear', note: 'Met the owner.' } },
};

const WORDS =
  /\b(score|scorecard|points?|rating|lane|fast|deep|checks?|blocked|cleared|competitor|rival|overlap|customers?|weights?|vanity|api is dead)\b/i;

const anyReply = fc
  .constantFrom(...SHIPPED_PROFILES)
  .chain((profile) => fc.tuple(fc.constant(profile), anyScorecard(profile), fc.option(anyDay)));

test('no figure stands in a reply but those of the day on which we ask again', () => {
  fc.assert(
    fc.property(anyReply, ([profile, scorecard, day]) => {
      const reply = kindReply(scorecard, profile, day);

      expect(reply.match(/\d+/g) ?? []).toEqual(day === null ? [] : dayInWords(day).match(/\d+/g));
    }),
  );
});

test('a reply names no score, lane, check, rival or overlap, and asks for at most two things', () => {
  fc.assert(
    fc.property(anyReply, ([profile, scorecard, day]) => {
      const reply = kindReply(scorecard, profile, day);
      const wishes = [
        ...[say.WISH_OWNER, say.WISH_PROGRAM, say.WISH_SUPPORT],
        ...Object.values(say.WISH_ARTIFACTS),
      ];

      expect(reply).not.toMatch(WORDS);
      expect(wishes.filter((wish) => reply.includes(wish)).length).toBeLessThanOrEqual(2);
      expect(reply).toContain(say.REPLY_PROMISE);
    }),
  );
});

test('nothing that people wrote about a partner gets into a reply', () => {
  const prose = 'They copy Rivalsoft';
  const told: Scorecard = {
    ...listed,
    evidence: { customer_overlap: prose },
    checks: { 'competitor-in-disguise': { state: 'flagged', note: prose } },
    override: { lane: 'pass', reason: prose, by: prose, until: '2030-01-01' },
  };

  expect(kindReply(told, technology, null)).not.toContain('Rivalsoft');
});

test('without a day a reply has no figure and asks the partner to write', () => {
  const reply = kindReply(listed, technology, null);

  expect(reply).toContain(say.REPLY_AGAIN_UNSET);
  expect(reply).not.toMatch(/\d/);
});

test('a text that is no day stays out of a reply', () => {
  expect(kindReply(listed, technology, 'when A1 calls')).toBe(kindReply(listed, technology, null));
});

test('the two artifacts that were not found come first where readiness lacks most points', () => {
  const facts = { ...NO_FACTS, artifacts: ['api-docs' as const], artifactsCheckedAt: '2026-11-01' };

  const reply = kindReply({ ...listed, facts }, technology, '2027-03-31');

  expect(reply).toContain(say.replyWishes([say.WISH_ARTIFACTS.sandbox, say.WISH_ARTIFACTS.changelog]));
  expect(reply).toContain('on 31 March 2027');
});

test('a running program comes first where reach lacks more points than readiness', () => {
  const ratings = { ...listed.ratings, distribution_reach: 2 as const };

  expect(kindReply({ ...listed, ratings }, technology, null)).toContain(
    say.replyWishes([say.WISH_PROGRAM, say.WISH_ARTIFACTS.sandbox]),
  );
});

test('nothing is asked of a partner about a question that nobody answered, or that has its best answer', () => {
  const ratings = { customer_overlap: 1 as const, distribution_reach: 5 as const };

  expect(kindReply({ ...listed, ratings }, technology, null)).not.toContain('on your side');
});

test('a flagged keen contact asks for a named owner before anything else', () => {
  const checks = { 'enthusiastic-contact': { state: 'flagged' as const, note: '' } };

  expect(kindReply({ ...listed, checks }, technology, null)).toContain(
    say.replyWishes([say.WISH_OWNER, say.WISH_ARTIFACTS.sandbox]),
  );
});

test('an open keen contact asks for a named owner last, and not where a sponsor is known', () => {
  const ratings = { distribution_reach: 3 as const };
  const open = { ...listed, ratings, checks: {} };
  const sponsored = { ...open, facts: { ...NO_FACTS, contacts: { count: 2, sponsors: 1 } } };

  expect(kindReply(open, technology, null)).toContain(say.replyWishes([say.WISH_PROGRAM, say.WISH_OWNER]));
  expect(kindReply(sponsored, technology, null)).toContain(say.replyWishes([say.WISH_PROGRAM]));
});

test('a reseller is asked for people and for a program, by what they weigh', () => {
  const ratings = { people: 2 as const, collaboration_support: 1 as const, market_access: 1 as const };

  expect(kindReply({ ...EMPTY_SCORECARD, ratings }, reseller, null)).toContain(
    say.replyWishes([say.WISH_OWNER, say.WISH_SUPPORT]),
  );
});
