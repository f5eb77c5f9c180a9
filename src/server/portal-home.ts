import type { PolicyHome } from '../contract/policy-home.ts';
import { CrmError } from '../crm/client/errors.ts';
import { HOME_UNAVAILABLE } from '../messages/database.ts';
import type { Database } from '../store/database.ts';
import { EntryTooLong } from '../store/home-row.ts';
import { homeInTables } from '../store/policy-home.ts';

/** The home of a portal in the tables. A database that fails is a failure that use cases know. */
export function portalHome(database: Database, portalId: number): PolicyHome {
  const tables = homeInTables(database, portalId);
  const home: PolicyHome = {
    inBulk: () => home,
    read: (keys) => known(tables.read(keys)),
    insert: (entry) => known(tables.insert(entry)),
    put: (entry) => known(tables.put(entry)),
    remove: (keys) => known(tables.remove(keys)),
    list: (kind) => known(tables.list(kind)),
    draftsOf: (companyId) => known(tables.draftsOf(companyId)),
    restore: (keys) => known(tables.restore(keys)),
    editsOf: (keys) => known(tables.editsOf(keys)),
  };
  return home;
}

async function known<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof CrmError) throw cause;
    if (cause instanceof EntryTooLong) throw new CrmError('invalid-request', cause.message, { cause });
    throw new CrmError('unavailable', HOME_UNAVAILABLE, { cause });
  }
}
