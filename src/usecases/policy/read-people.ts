import type { PortalUser } from '../../contract/policy.ts';
import { readUsers } from '../../crm/owners.ts';
import type { Context } from '../context.ts';

/** The users among the portal's owners, by name. @throws CrmError */
export async function readPeople({ crm }: Context): Promise<{ people: PortalUser[] }> {
  const people = await readUsers(crm);
  const shown = ({ name, email }: PortalUser) => (name === '' ? email : name);
  return { people: people.sort((one, other) => shown(one).localeCompare(shown(other), 'en')) };
}
