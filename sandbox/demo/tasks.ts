import { PEOPLE, type PersonId } from './account.ts';
import type { Calendar } from './calendar.ts';
import type { DemoPartner } from './partners.ts';
import type { Random } from './random.ts';
import { storyOf } from './role-stories.ts';
import type { PlannedRecord } from './step.ts';

const TO_COMPANY = [192];

/** With a technology partner. */
const SUBJECTS: Readonly<Record<string, string>> = {
  sourced: 'Ask for the missing answers',
  scored: 'Send the directory terms',
  checks: 'Ask for usage figures and the changelog',
  scoped: 'Agree on the scope with engineering',
  launching: 'Weekly call with their developers',
};

/** With any other partner. */
const ROLE_SUBJECTS: Readonly<Record<string, string>> = {
  sourced: 'Ask for the missing answers',
  scored: 'Send our terms',
  scoped: 'Agree on the contract',
  launching: 'Weekly call about the start',
};

function subjectFor({ type, stage }: DemoPartner): string | undefined {
  const story = storyOf(type);
  if (stage === null) return undefined;
  if (story === undefined) return SUBJECTS[stage];
  return stage === 'checks' ? story.figures : ROLE_SUBJECTS[stage];
}

/** Something to do for every second partner that is under way; every third of them is done. */
export function partnerTasks(
  random: Random,
  calendar: Calendar,
  partners: readonly { partner: DemoPartner; owner: PersonId }[],
): readonly PlannedRecord[] {
  const underWay = partners.flatMap(({ partner, owner }) => {
    const subject = subjectFor(partner);
    return subject === undefined ? [] : [{ name: partner.name, subject, owner }];
  });
  return underWay
    .filter((_, index) => index % 2 === 0)
    .map(({ name, subject, owner }, index) => {
      const isDone = index % 3 === 2;
      const due = calendar.day(isDone ? random.whole(2, 9) : random.whole(-12, 1));
      return {
        key: `task ${name}`,
        properties: {
          hs_task_subject: `${subject}: ${name}`,
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
