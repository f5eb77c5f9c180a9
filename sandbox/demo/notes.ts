import type { PersonId } from './account.ts';
import type { Calendar } from './calendar.ts';
import type { DemoPartner } from './partners.ts';
import type { Random } from './random.ts';
import type { PlannedRecord } from './step.ts';

const NOTE = { toCompany: 190, toContact: 202, toDeal: 214 };

/** Days ago of the last talk with the first contact, and with the second, who is rarely seen. Others were never met. */
const TALKED = [
  [3, 40],
  [25, 85],
] as const;

const FIRST_TALK = [
  'Call. Went through the open questions one by one.',
  'Call about the next step, and who has to agree to it.',
  'They sent what we asked for. Read it together on the call.',
  'Short call: where they stand, and when we hear from them.',
] as const;

const SECOND_TALK = [
  'Met in person. Knows of the partnership and backs it.',
  'Joined the call for ten minutes: budget and aims of this year.',
] as const;

/** What was talked about with the contacts of partners under way: on the contact, its company and the partner's deal. */
export function partnerNotes(
  random: Random,
  calendar: Calendar,
  partners: readonly { partner: DemoPartner; owner: PersonId }[],
  contacts: readonly PlannedRecord[],
): readonly PlannedRecord[] {
  return partners.flatMap(({ partner: { name, stage }, owner }) => {
    if (stage === null) return [];
    const known = contacts.filter(({ links = [] }) => links.some(({ to }) => to === name));
    return TALKED.flatMap(([latest, earliest], index) => {
      const contact = known[index];
      const body = random.pick<string>(index === 0 ? FIRST_TALK : SECOND_TALK);
      const at = calendar.moment(random.whole(latest, earliest));
      if (contact === undefined) return [];
      return {
        key: `note ${contact.key}`,
        properties: { hs_note_body: body, hs_timestamp: at.toISOString(), hubspot_owner_id: owner },
        links: [
          { to: name, types: [NOTE.toCompany] },
          { to: contact.key, types: [NOTE.toContact] },
          { to: `deal ${name}`, types: [NOTE.toDeal] },
        ],
      };
    });
  });
}
