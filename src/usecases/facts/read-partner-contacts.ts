import type { Gathered, PartnerContact, PartnerContacts } from '../../contract/facts.ts';
import {
  type Contact,
  type ContactLink,
  readContactLinks,
  readContacts,
  roleLabels,
} from '../../crm/partner-contacts.ts';
import { contactsText } from '../../icp/crm-facts-in-words.ts';
import { dayInWords, dayOfTime } from '../../icp/day-in.ts';
import { isInvisible, visibleLine } from '../../icp/visible-text.ts';
import { NO_ROLE_LABELS } from '../../messages/facts.ts';
import { type Context, today } from '../context.ts';
import { gathered } from './gathered.ts';

/** The people at a partner, those with a role first, in two calls. */
export function readPartnerContacts(context: Context, companyId: string): Promise<Gathered<PartnerContacts>> {
  return gathered(async () => {
    const { crm, installation } = context;
    const labels = roleLabels(await installation.read(context));
    const { links, isAtLeast } = await readContactLinks(crm, companyId, labels);
    const first = [...links].sort((one, other) => other.roles.length - one.roles.length);
    const contacts = first.length === 0 ? new Map<string, Contact>() : await readContacts(crm, idsOf(first));
    const people = first.flatMap((link) => {
      const contact = contacts.get(link.id);
      return contact === undefined ? [] : [personOf(contact, link, installation.current().zone)];
    });
    const noRoles = Object.keys(labels).length === 0 ? NO_ROLE_LABELS : null;
    const text = contactsText(people);
    return {
      state: 'counted',
      fact: {
        ...{ count: links.length, isAtLeast, people, noRoles },
        sponsors: links.filter(({ roles }) => roles.includes('executive-sponsor')).length,
        text,
        evidence: `${text}. Read from HubSpot on ${dayInWords(today(context))}.`,
      },
    };
  });
}

function idsOf(links: readonly ContactLink[]): string[] {
  return links.map(({ id }) => id);
}

function personOf(
  { id, properties, url }: Contact,
  { roles }: ContactLink,
  zone: string | null,
): PartnerContact {
  const text = (name: string) => visibleLine(properties[name] ?? '').trim();
  const name = [text('firstname'), text('lastname')].join(' ').trim();
  const shown = [name, text('email')].find((one) => !isInvisible(one));
  return {
    ...{ id, roles, url: url ?? null },
    name: shown ?? `contact ${id}`,
    title: text('jobtitle'),
    lastActivityOn: dayOfTime(zone, properties['notes_last_updated'] ?? ''),
  };
}
