import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { failureOf } from '../../../src/usecases/failure.ts';
import { rejudgePage } from '../../../src/usecases/policy/rejudge-page.ts';
import type { Portal } from '../../portal.ts';
import { createStored, storedScorecard } from './portfolio.ts';
import { makeCurrent, otherTechnology } from './published.ts';
import { HOMES } from './both-homes.ts';

const type = 'technology';
const by = 'ada@example.com';
const installer = { userId: '7', email: by };
const STRICT = otherTechnology(1, { floors: { deep: 440, fast: 250 } });

describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;
  let ids: string[];
  beforeEach(async () => {
    portal = await open({ types: [type] });
    ids = await createStored(portal, [storedScorecard(), storedScorecard({ ipp_rules: '99' })]);
    await makeCurrent(portal.context, STRICT);
  });
  afterEach(() => portal.close());

  const seenBy = (userId: string): Context => ({
    ...portal.context,
    ...{ publishes: 'by-person', edition: 'oauth' },
    person: { userId, email: by, installer, isInstaller: userId === installer.userId },
    remedies: oauthRemedies('https://partner-icp.example.com'),
  });
  const ask = (context: Context, input: object) =>
    rejudgePage(context, { type, by, ...input }).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error: failureOf(error) }),
    );
  const page = async (input: object) => {
    const asked = await ask(seenBy('7'), input);
    if ('error' in asked) throw new Error(asked.error.message);
    return asked.answer;
  };

  test('a run goes over every scorecard in pages of two hundred, then over the deals, and names what it left', async () => {
    const more = await createStored(
      portal,
      Array.from({ length: 201 }, () => storedScorecard()),
    );
    const first = await page({});
    const second = await page({ after: first.next ?? undefined, to: first.to });
    const last = await page({ after: second.next ?? undefined, to: second.to });

    expect(first).toMatchObject({
      to: 'technology@1',
      total: 203,
      looked: 200,
      rejudged: 199,
      next: more[197],
    });
    expect(first).toMatchObject({ left: [{ companyId: ids[1] }] });
    expect(first.lanes).toEqual([{ from: 'deep', to: 'fast', companies: 199 }]);
    expect(second).toMatchObject({ looked: 3, rejudged: 3, next: 'deals', left: [] });
    expect(last).toMatchObject({ looked: 0, notes: [], next: null });
    expect(await portal.stored(more[200] ?? '')).toMatchObject({
      ...{ ipp_lane: 'fast', ipp_scored_by: by, ipp_profile_version: 'technology@1' },
      ipp_lane_change_cause: 're-judged',
    });
  });

  test('a repeat of a page changes nothing', async () => {
    await page({});
    const before = await portal.stored(ids[0] ?? '');

    const calls = await portal.callsDuring(async () => {
      expect(await page({ to: 'technology@1' })).toMatchObject({ rejudged: 0, current: 1 });
    });

    expect(calls.filter((call) => /PATCH|batch\/update/.test(call))).toEqual([]);
    expect(await portal.stored(ids[0] ?? '')).toEqual(before);
  });

  test('a page does not go on under another profile than the run began with', async () => {
    const answer = await ask(seenBy('7'), { to: 'technology@0' });

    expect(answer).toMatchObject({ error: { code: 'policy-moved' } });
    expect(JSON.stringify(answer)).not.toMatch(/--|terminal/);
    expect(await portal.stored(ids[0] ?? '')).not.toHaveProperty('ipp_scored_by');
  });

  test('who may not publish does not re-judge many', async () => {
    const other = await ask(seenBy('8'), {});

    expect(other).toMatchObject({ error: { code: 'not-allowed' } });
    expect(JSON.stringify(other)).toContain(`${by} (installed the app)`);
    expect(await portal.stored(ids[0] ?? '')).not.toHaveProperty('ipp_scored_by');
  });
});
