import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { expireDrafts } from '../../../src/usecases/drafts/expire-drafts.ts';
import type { Portal } from '../../portal.ts';
import { nightly } from '../nightly/run-nightly.ts';
import { HOMES } from '../policy/both-homes.ts';
import { draftsOf, typed } from './drafting.ts';

describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const DAY_MS = 24 * 60 * 60_000;

  const entries = async () => (await portal.context.home.list('scorecard-draft'))?.length;

  test('a nightly run deletes drafts after seven days, with what was noted as discarded', async () => {
    const { keep, discard, offered } = draftsOf(portal.context, await portal.createCompany());
    await keep('one', 1, typed({ strategic_fit: 4 }));
    await discard([{ session: 'other', sequence: 1 }]);
    const inDays = (days: number) => ({
      now: () => new Date(portal.context.now().getTime() + days * DAY_MS),
    });

    expect((await nightly(portal, { context: inDays(6) })).drafts).toBe(0);
    expect(await offered()).toEqual({ strategic_fit: 4 });

    expect((await nightly(portal, { context: inDays(8) })).drafts).toBe(2);
    expect(await entries()).toBe(0);
  });

  test('a draft older than seven days is not offered, whether or not it was deleted', async () => {
    const companyId = await portal.createCompany();
    await draftsOf(portal.context, companyId).keep('one', 1, typed({ strategic_fit: 4 }));
    const later = { ...portal.context, now: () => new Date(portal.context.now().getTime() + 8 * DAY_MS) };

    expect(await draftsOf(later, companyId).offered()).toEqual({});
  });

  test('where the portal wants no drafts, those that are there are deleted', async () => {
    const { keep } = draftsOf(portal.context, await portal.createCompany());
    await keep('one', 1, typed({ strategic_fit: 4 }));
    const settings = { ...DEFAULT_SETTINGS, keepsDrafts: false };

    expect(await expireDrafts({ ...portal.context, settings }, portal.context.now().getTime())).toBe(1);
    expect(await entries()).toBe(0);
  });
});
