import type { ContactRole } from '../../src/icp/crm-facts.ts';
import type { DemoCustomer } from './customers.ts';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import type { DemoPartner } from './partners.ts';
import type { Random } from './random.ts';
import { storyOf } from './role-stories.ts';
import type { PlannedRecord } from './step.ts';

/** Contact to primary company, and the plain association beside it. */
const WORKS_AT = [1, 279];

/** Job title and buying role; the first is the champion, the second the sponsor. */
const CHAMPION = ['Partner Manager', 'CHAMPION'] as const;
const SPONSOR = ['VP Alliances', 'EXECUTIVE_SPONSOR'] as const;
const ROLE_SPONSOR = ['Managing Director', 'EXECUTIVE_SPONSOR'] as const;

function jobsAt({ type }: DemoPartner) {
  const story = storyOf(type);
  const third = [story?.thirdTitle ?? 'Developer Relations Lead', 'INFLUENCER'] as const;
  return [CHAMPION, story === undefined ? SPONSOR : ROLE_SPONSOR, third] as const;
}

/**
 * What each contact is at the partner. A single one is the champion, without a sponsor. Where nobody asked yet, or nothing is
 * planned, nobody was labelled.
 */
function rolesOf({ name, contacts, stage, hasNoSponsor }: DemoPartner): readonly (readonly ContactRole[])[] {
  if (name === 'Ledgerlane') return [['partner-owner'], ['executive-sponsor'], ['champion']];
  if (contacts === 1) return [['champion']];
  if (stage === null || stage === 'sourced' || stage === 'declined') return [];
  if (stage === 'scored') return [['champion']];
  if (hasNoSponsor === true) return [['champion'], [], ['partner-owner']];
  return contacts === 2
    ? [['champion', 'partner-owner'], ['executive-sponsor']]
    : [['champion'], ['executive-sponsor'], ['partner-owner']];
}

const AT_CUSTOMERS = [
  ['Operations Manager', 'END_USER'],
  ['Head of IT', 'DECISION_MAKER'],
  ['Finance Director', 'BUDGET_HOLDER'],
  ['Team Lead Planning', 'INFLUENCER'],
] as const;

export function partnerContacts(random: Random, partners: readonly DemoPartner[]): readonly PlannedRecord[] {
  return partners.flatMap((partner) => {
    const { name, properties, contacts } = partner;
    const jobs = jobsAt(partner);
    return people(random, contacts).map((person, index) => {
      // the guide's cleared partner names its owner
      const known = name === 'Ledgerlane' && index === 0 ? (['Dana', 'Whitt'] as const) : person;
      const roles = rolesOf(partner)[index] ?? [];
      return contact(known, jobs[index] ?? jobs[2], name, properties['domain'] ?? '', roles);
    });
  });
}

export function customerContacts(
  random: Random,
  customers: readonly DemoCustomer[],
): readonly PlannedRecord[] {
  return customers.flatMap(({ name, properties }) =>
    people(random, random.whole(1, 2)).map((person) =>
      contact(person, random.pick(AT_CUSTOMERS), name, properties['domain'] ?? ''),
    ),
  );
}

/** First names differ within a company, so that addresses do. */
function people(random: Random, count: number): (readonly [string, string])[] {
  return random
    .shuffled(FIRST_NAMES.filter((name) => name !== 'Dana'))
    .slice(0, count)
    .map((first) => [first, random.pick(LAST_NAMES.filter((name) => name !== 'Whitt'))]);
}

function contact(
  [firstname, lastname]: readonly [string, string],
  [jobtitle, role]: readonly [string, string],
  company: string,
  domain: string,
  roles: readonly ContactRole[] = [],
): PlannedRecord {
  const email = `${plain(firstname)}.${plain(lastname)}@${domain}`;
  return {
    key: email,
    properties: { email, firstname, lastname, jobtitle, hs_buying_role: role, company },
    links: [{ to: company, types: WORKS_AT, roles }],
  };
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
