import type { Calendar } from './calendar.ts';
import type { DemoPartner } from './partners.ts';
import { type PersonId, PEOPLE } from './people.ts';
import type { Random } from './random.ts';
import type { PlannedRecord } from './step.ts';

const TO_COMPANY = [192];

const SUBJECTS: Readonly<Record<string, string>> = {
  sourced: 'Ask for the missing answers',
  scored: 'Send the directory terms',
  checks: 'Ask for usage figures and the changelog',
  scoped: 'Agree on the scope with engineering',
  building: 'Weekly call with their developers',
};

/** Something to do for every second partner that is under way; every third of them is done. */
export function partnerTasks(
  random: Random,
  calendar: Calendar,
  partners: readonly { partner: DemoPartner; owner: PersonId }[],
): readonly PlannedRecord[] {
  const underWay = partners.filter(({ partner }) => partner.stage in SUBJECTS);
  return underWay
    .filter((_, index) => index % 2 === 0)
    .map(({ partner: { name, stage }, owner }, index) => {
      const isDone = index % 3 === 2;
      const due = calendar.day(isDone ? random.whole(2, 9) : random.whole(-12, 1));
      return {
        key: `task ${name}`,
        properties: {
          hs_task_subject: `${SUBJECTS[stage] ?? 'Call'}: ${name}`,
          hs_task_status: isDone ? 'COMPLETED' : 'NOT_STARTED',
          hs_task_priority: random.pick(['LOW', 'MEDIUM', 'HIGH']),
          hs_task_type: random.pick(['TODO', 'CALL', 'EMAIL']),
          hs_timestamp: `${due}T09:00:00Z`,
          hubspot_owner_id: owner,
        },
        links: [{ to: name, types: TO_COMPANY }],
      };
    });
}

/** Owners take turns. */
export function ownerOf(index: number): PersonId {
  return (PEOPLE[index % PEOPLE.length] ?? PEOPLE[0]).id;
}
