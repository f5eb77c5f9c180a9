import type { Publisher, PublishingHere } from '../../contract/policy.ts';
import type { PeopleNames } from '../../crm/owners.ts';
import { userWithoutName } from '../../icp/settings-difference.ts';
import { mayPublishHere } from '../../messages/policy.ts';
import type { Context } from '../context.ts';

type Asking = Pick<Context, 'publishes' | 'settings' | 'person' | 'edition' | 'remedies'>;

/** Whether whoever asks may publish through this door. */
export function mayPublish({ publishes, settings, person }: Omit<Asking, 'edition' | 'remedies'>): boolean {
  switch (publishes) {
    case 'always':
      return true;
    case 'by-settings':
      return settings.publishing === 'page';
    case 'by-person':
      return person !== null && (person.isInstaller || settings.publishers.includes(person.userId));
  }
}

/** Who may publish in this edition. @param names of owners, by `userid:7` among others */
export function publishingHere(asking: Asking, names: PeopleNames): PublishingHere {
  if (asking.edition === 'private') return { edition: 'private' };
  return {
    edition: 'oauth',
    publishers: publishersOf(asking, names),
    typesMissing: asking.remedies.installTypes(''),
  };
}

/** `Ada Berg (installed the app), Omar Haddad` */
export function publishersInWords(asking: Asking, names: PeopleNames): string {
  return publishersOf(asking, names)
    .map(({ name, userId, isInstaller }) => mayPublishHere(name ?? userWithoutName(userId), isInstaller))
    .join(', ');
}

function publishersOf({ settings, person }: Asking, names: PeopleNames): Publisher[] {
  const named = (userId: string) => names.get(`userid:${userId}`) ?? null;
  const installer = person?.installer;
  const others = settings.publishers
    .filter((userId) => userId !== installer?.userId)
    .map((userId) => ({ userId, name: named(userId), isInstaller: false }));
  if (installer === undefined) return others;
  const { userId, email } = installer;
  return [{ userId, name: named(userId) ?? email, isInstaller: true }, ...others];
}
