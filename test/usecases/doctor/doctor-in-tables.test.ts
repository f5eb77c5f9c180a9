import { sql } from 'drizzle-orm';

import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { databaseOfHomes, openInTables } from '../policy/both-homes.ts';
import { publishedTemplate } from '../policy/two-portals.ts';
import { codesOf, examine, findingOf } from './examine.ts';

test('in a portal whose policy is in tables the doctor finds nothing, then an edited entry, and names the backup', async () => {
  const portal = await openInTables({ types: ['technology', 'reseller'] });
  const { context } = portal;
  await publishedTemplate(context);
  const database = await databaseOfHomes();
  const remedies = oauthRemedies('https://partner-icp.example.com', 'server');
  const asOAuth = () => ({
    ...portal,
    context: { ...context, policy: keepPolicy(), edition: 'oauth', remedies } as const,
  });

  const healthy = await examine(asOAuth());
  await database.execute(sql`alter table home_entries disable trigger home_entries_stay`);
  await database.execute(sql`update home_entries set body = '{}' where key = 'technology@1'`);
  await database.execute(sql`alter table home_entries enable trigger home_entries_stay`);
  const edited = await examine(asOAuth(), { repair: true });

  expect(codesOf(healthy)).toEqual([]);
  expect(findingOf(edited, 'entry-edited')).toMatchObject({ count: 1, repaired: 0 });
  expect(findingOf(edited, 'entry-edited')?.message).toContain(remedies.restorePolicy);
  await portal.close();
});
