import * as z from 'zod';

import type { PortalUser } from '../contract/policy.ts';
import { isInvisible, shortened, visibleLine } from '../icp/visible-text.ts';
import { Paging, nextPage } from './client/paging.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** Names of people as they are shown, by lower-case address, and by `userid:7` for HubSpot's id of the user. */
export type PeopleNames = ReadonlyMap<string, string>;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const Owners = z.object({
  results: z.array(
    z.object({ id: text, email: text, firstName: text, lastName: text, userId: z.number().nullish() }),
  ),
  paging: Paging,
});

/** The most owners on one page, and the most pages that are read: beyond them people are shown by their address. */
const PAGE = 500;
const MOST_PAGES = 5;

const LONGEST = 120;

/**
 * The names of the portal's owners. A page is asked for once: nobody waits for names that HubSpot does not give at once.
 *
 * @throws CrmError
 */
export async function readOwnerNames(crm: Crm): Promise<PeopleNames> {
  const owners = await readOwners(crm);
  return new Map(
    owners.flatMap(({ email, name, userId }) => {
      const keys = [email.toLowerCase(), userId === null ? '' : `userid:${userId}`];
      return name === '' ? [] : keys.filter((key) => key !== '').map((key): [string, string] => [key, name]);
    }),
  );
}

/** The users among the portal's owners: those who are named by HubSpot's id of the user. @throws CrmError */
export async function readUsers(crm: Crm): Promise<PortalUser[]> {
  const owners = await readOwners(crm);
  return owners.flatMap(({ email, name, userId }) =>
    userId === null ? [] : [{ userId: `${userId}`, name, email: visibleLine(email) }],
  );
}

/** What the portal's owners are called, by HubSpot's id of the owner: the name, else the address. @throws CrmError */
export async function readOwnersById(crm: Crm): Promise<Map<string, string>> {
  const owners = await readOwners(crm);
  return new Map(owners.map(({ id, email, name }) => [id, name === '' ? visibleLine(email) : name]));
}

interface Owner {
  id: string;
  email: string;
  /** Empty where none is to be seen. */
  name: string;
  userId: number | null;
}

async function readOwners(crm: Crm): Promise<Owner[]> {
  const owners: Owner[] = [];
  let after: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { limit: String(PAGE), ...(after !== undefined && { after }) };
    const request = { method: 'GET', path: `/crm/owners/${API_VERSION}`, query, repeat: 'never' } as const;
    const { results, paging } = await read(crm, request, Owners, 'list of owners');
    for (const { id, email, firstName, lastName, userId = null } of results) {
      const name = visibleLine(`${firstName} ${lastName}`).trim();
      owners.push({ id, email, name: isInvisible(name) ? '' : shortened(name, LONGEST), userId });
    }
    after = nextPage(paging);
    if (after === undefined) break;
  }
  return owners;
}
