import type { Crm } from '../crm/client/request.ts';
import { readUsers } from '../crm/owners.ts';
import type { UserNames } from '../icp/settings-difference.ts';
import type { Settings } from '../icp/settings.ts';
import { noSuchOwner } from '../messages/terminal.ts';
import type { Context } from '../usecases/context.ts';
import { badInput } from './typed.ts';

const SETTING = 'publishers=';

/** Typed settings with the id of the user for each address. @throws Refused `invalid-input`, CrmError */
export async function withUserIds(crm: Crm, typed: readonly string[]): Promise<string[]> {
  const isOfAddresses = (each: string) => each.startsWith(SETTING) && each.includes('@');
  if (!typed.some(isOfAddresses)) return [...typed];
  const users = await readUsers(crm);
  const idOf = (text: string) => {
    if (!text.includes('@')) return text;
    const user = users.find(({ email }) => email.toLowerCase() === text.toLowerCase());
    if (user === undefined) throw badInput('publishers', noSuchOwner(text.slice(0, 100)));
    return user.userId;
  };
  return typed.map((each) => {
    if (!isOfAddresses(each)) return each;
    const ids = each.slice(SETTING.length).split(',');
    return `${SETTING}${ids.map((id) => idOf(id.trim())).join(',')}`;
  });
}

/** The names of those whom settings allow to publish. HubSpot is not asked where they name nobody. */
export async function userNames(
  { crm, installation }: Pick<Context, 'crm' | 'installation'>,
  ...all: readonly (Settings | undefined)[]
): Promise<UserNames> {
  const ids = all.flatMap((settings) => settings?.publishers ?? []);
  if (ids.length === 0) return {};
  const names = await installation.names(crm);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const name = names.get(`userid:${id}`);
      return name === undefined ? [] : [[id, name]];
    }),
  );
}
