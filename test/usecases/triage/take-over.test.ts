import { type Portal, editOutside } from '../../portal.ts';
import { HOMES } from '../policy/both-homes.ts';
import { createStored, storedScorecard } from '../policy/portfolio.ts';
import { makeCurrent, otherTechnology } from '../policy/published.ts';
import { ada, applied, previewed, signedByAda } from './triage-in-portal.ts';

const TAKE_OVER = { kind: 'take-over' } as const;
const STRICT = otherTechnology(1, { floors: { deep: 440, fast: 250 } });
const STRICTER = otherTechnology(2, { floors: { deep: 450, fast: 440 } });

describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await open({ types: ['technology'] });
  });
  afterEach(() => portal.close());
  const signed = () => signedByAda(portal);

  test('each company is judged by the newest profile of its type, as the preview said, by Ada', async () => {
    const [old = '', current = ''] = await createStored(portal, [
      storedScorecard(),
      storedScorecard({ ipp_profile_version: 'technology@1' }),
    ]);
    await makeCurrent(portal.context, STRICT);

    const plans = await previewed(signed(), TAKE_OVER, [old, current]);
    const { results } = await applied(signed(), TAKE_OVER, plans);

    expect(plans[0]?.lines).toEqual([
      'Profile: Technology partner, as shipped -> Technology partner, v1',
      'Lane: Deep 430 -> Fast lane 430',
    ]);
    expect(plans[1]).toMatchObject({ seen: null, isSoAlready: true });
    expect(results).toEqual([{ companyId: old, outcome: 'done', sentence: '' }]);
    expect(await portal.stored(old)).toMatchObject({
      ...{ ipp_profile_version: 'technology@1', ipp_lane: 'fast', ipp_scored_by: ada },
      ...{ ipp_customer_overlap: '5', ipp_lane_change_cause: 're-judged' },
    });
  });

  test('whoever may not publish may take over, since the card allows it for each company', async () => {
    const [companyId = ''] = await createStored(portal, [storedScorecard()]);
    await makeCurrent(portal.context, STRICT);
    expect(signed().person?.isInstaller).toBe(false);

    const { results } = await applied(signed(), TAKE_OVER, await previewed(signed(), TAKE_OVER, [companyId]));

    expect(results).toMatchObject([{ outcome: 'done' }]);
  });

  test('what would come out otherwise than previewed is not taken over, and that is told', async () => {
    const [rated = '', judged = '', other = ''] = await createStored(portal, [
      ...[storedScorecard(), storedScorecard(), storedScorecard()],
    ]);
    await makeCurrent(portal.context, STRICT);
    const plans = await previewed(signed(), TAKE_OVER, [rated, judged, other]);
    await editOutside(portal, rated, { ipp_customer_overlap: '1' });
    await editOutside(portal, judged, { ipp_profile_version: 'technology@1' });

    const { results } = await applied(signed(), TAKE_OVER, plans);

    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'unchanged', 'done']);
    expect(results[0]?.sentence).toBe(
      'Its answers changed since the preview: the profile would make it Fast lane 310 by now. Nothing was written.',
    );
    expect((await portal.stored(rated))['ipp_profile_version']).toBe('technology@0');
  });

  test('once another profile is current nothing is taken over', async () => {
    const [companyId = ''] = await createStored(portal, [storedScorecard()]);
    await makeCurrent(portal.context, STRICT);
    const plans = await previewed(signed(), TAKE_OVER, [companyId]);
    await makeCurrent(portal.context, STRICTER);

    const { results } = await applied(signed(), TAKE_OVER, plans);

    expect(results).toMatchObject([{ outcome: 'refused' }]);
    expect(results[0]?.sentence).toMatch(/Another profile became the current one meanwhile/);
    expect((await portal.stored(companyId))['ipp_profile_version']).toBe('technology@0');
  });

  test('what is not rated has nothing to take over', async () => {
    const plans = await previewed(signed(), TAKE_OVER, [
      await portal.createCompany(),
      await portal.createCompany({ ipp_partner_type: 'technology' }),
    ]);

    for (const { reason } of plans)
      expect(reason).toBe('It has not been rated yet, so that there is nothing to judge.');
  });
});
