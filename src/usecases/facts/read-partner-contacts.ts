import type { Gathered, PartnerContact, PartnerContacts } from '../../contract/facts.ts';
import {
  CONTACT_BATCH,
  type Contact,
  type ContactLink,
  type ManyContacts,
  type RoleLabels,
  readContactLinks,
  readContacts,
  roleLabels,
} from '../../crm/partner-contacts.ts';
import { CONTACT_ROLES } from '../../icp/crm-facts.ts';
import { contactsText } from '../../icp/crm-facts-in-words.ts';
import { dayInWords, dayOfTime } from '../../icp/day-in.ts';
import { isInvisible, shortened, visibleLine } from '../../icp/visible-text.ts';
import { firstListed, noRoleLabels, roleLabelsMissing } from '../../messages/facts.ts';
import { type Context, today } from '../context.ts';
import { gathered } from './gathered.ts';

/** The people at a partner, those with a role first, in two calls: the first 500 contacts, and what a hundred are called. */
export function readPartnerContacts(context: Context, companyId: string): Promise<Gathered<PartnerContacts>> {
  return gathered(async () => {
    const { crm, installation } = context;
    const labels = roleLabels(await installation.read(context));
    const { links, isAtLeast } = await readContactLinks(crm, companyId, labels);
    const sorted = [...links].sort((one, other) => other.roles.length - one.roles.length);
    const first = sorted.slice(0, CONTACT_BATCH);
    const contacts: ManyContacts =
      first.length === 0
        ? { found: new Map(), unread: new Set() }
        : await readContacts(
            crm,
            first.map(({ id }) => id),
          );
    // one that was deleted in between is no contact any more; one that HubSpot said nothing about still is
    const isThere = ({ id }: ContactLink) => contacts.found.has(id) || contacts.unread.has(id);
    const listed = first.filter(isThere);
    const there = [...listed, ...sorted.slice(CONTACT_BATCH)];
    const { zone } = installation.current();
    const people = listed.map((link) => personOf(contacts.found.get(link.id), link, zone));
    const text = contactsText(people, isAtLeast ? there.length : null);
    return {
      state: 'counted',
      fact: {
        ...{ count: there.length, isAtLeast, people },
        sponsors: there.filter(({ roles }) => roles.includes('executive-sponsor')).length,
        noRoles: whyNoRoles(labels, context.remedies.install),
        text,
        evidence: `${text}. Read from HubSpot on ${dayInWords(today(context))}.`,
        notes: people.length < there.length ? [firstListed(people.length)] : [],
      },
    };
  });
}

function whyNoRoles(labels: RoleLabels, remedy: string): string | null {
  const missing = CONTACT_ROLES.filter(({ key }) => labels[key] === undefined);
  if (missing.length === CONTACT_ROLES.length) return noRoleLabels(remedy);
  return missing.length === 0
    ? null
    : roleLabelsMissing(missing.map(({ label }) => label).join(', '), remedy);
}

const LONGEST = 120;

function personOf(
  contact: Contact | undefined,
  { id, roles }: ContactLink,
  zone: string | null,
): PartnerContact {
  const text = (name: string) => {
    const value = contact?.properties[name] ?? '';
    return isInvisible(value) ? '' : shortened(visibleLine(value).trim(), LONGEST);
  };
  const name = [text('firstname'), text('lastname')].filter((part) => part !== '').join(' ');
  return {
    ...{ id, roles, url: contact?.url ?? null },
    name: [name, text('email')].find((one) => one !== '') ?? `contact ${id}`,
    title: text('jobtitle'),
    lastActivityOn: dayOfTime(zone, contact?.properties['notes_last_updated'] ?? ''),
  };
}
