import type { PartnerType } from '../../src/icp/partner-types.ts';
import type { Calendar } from './calendar.ts';
import { type Part, ROLE_CAST, TECHNOLOGY_CAST } from './cast.ts';
import { namedPartners, PROSPECT } from './named-companies.ts';
import { CITIES, FIRM_NAMES, PARTNER_NAMES } from './names.ts';
import { FILLS } from './partner-kinds.ts';
import type { Random } from './random.ts';
import { fillRole } from './role-kinds.ts';
import { storyOf } from './role-stories.ts';
import type { RoleStory } from './role-story.ts';
import type { Filled } from './step.ts';
import { resellerTurnedSolution } from './type-changes.ts';

/** A partner: what people found out, and how far its deal is. */
export interface DemoPartner {
  readonly name: string;
  readonly type: PartnerType;
  readonly properties: Readonly<Record<string, string>>;
  readonly filled: Filled;
  /** The saves in order, for partners whose scorecard was not only extended. */
  readonly saves?: readonly Filled[];
  /** The stage of its deal; null where there is none. */
  readonly stage: string | null;
  /** Number of contacts. A single one is a champion without a sponsor. */
  readonly contacts: number;
  /** The sponsor left: somebody else has that chair, and nobody said who answers for the partnership now. */
  readonly hasNoSponsor?: true;
}

/** A company that could become a partner, without a scorecard, a deal or a role of its contacts. */
export const UNSCORED: DemoPartner = {
  name: PROSPECT.properties.name,
  type: 'technology',
  properties: { ...PROSPECT.properties, lifecyclestage: 'lead', type: 'PROSPECT' },
  filled: {},
  stage: null,
  contacts: 2,
};

/** Technology partners, the named ones first, and the partners of every other type. */
export function planPartners(
  random: Random,
  calendar: Calendar,
): { technology: readonly DemoPartner[]; roles: readonly DemoPartner[] } {
  const named = namedPartners(calendar).map(({ properties, filled, stage }) => ({
    name: properties.name,
    type: 'technology' as const,
    properties: { ...properties, lifecyclestage: 'other', type: 'PARTNER' },
    filled,
    stage,
    contacts: Math.max(random.whole(2, 3), properties.name === 'Ledgerlane' ? 3 : 0),
  }));
  const names = random.shuffled(PARTNER_NAMES);
  const invented = TECHNOLOGY_CAST.map(([kind, stage], index) => {
    const name = names[index] ?? 'Unnamed partner';
    const contacts = kind === 'champion-only' ? 1 : random.whole(2, 3);
    const hasNoSponsor = kind === 'cleared' && stage === 'launched';
    return {
      name,
      type: 'technology' as const,
      properties: partnerProperties(random, name, 'COMPUTER_SOFTWARE', [12, 900]),
      filled: FILLS[kind](random, calendar),
      stage,
      ...(hasNoSponsor ? { contacts: 3, hasNoSponsor } : { contacts }),
    };
  });
  const firms = random.shuffled(FIRM_NAMES);
  const roles = ROLE_CAST.map((part, index) => rolePartner(random, part, firms[index] ?? 'Unnamed firm'));
  return { technology: [...named, ...invented], roles };
}

function rolePartner(random: Random, part: Part, firm: string): DemoPartner {
  const { type, kind, stage, otherTypes = [] } = part;
  const story = storyOf(type);
  if (story === undefined) throw new Error(`the demo has no story for ${type}`);
  const name = `${firm} ${random.pick(story.trades)}`;
  const isEnthusiast = kind === 'enthusiast';
  return {
    name,
    type,
    properties: partnerProperties(random, name, random.pick(story.industries), story.employees),
    ...scorecardOf(random, story, kind, otherTypes),
    stage,
    contacts: isEnthusiast ? 1 : random.whole(2, 3),
  };
}

function scorecardOf(
  random: Random,
  story: RoleStory,
  kind: Part['kind'],
  otherTypes: readonly PartnerType[],
): Pick<DemoPartner, 'filled' | 'saves'> {
  if (kind === 'changed' || kind === 'changed-answered') {
    const saves = resellerTurnedSolution(random, kind === 'changed-answered');
    return { filled: saves.reduce((before, save) => ({ ...before, ...save })), saves };
  }
  const others = otherTypes.length === 0 ? {} : { other_types: otherTypes };
  return { filled: { ...fillRole(random, story, kind), ...others } };
}

function partnerProperties(
  random: Random,
  name: string,
  industry: string,
  [fewest, most]: readonly [number, number],
) {
  return {
    name,
    domain: domainOf(name),
    industry,
    city: random.pick(CITIES),
    lifecyclestage: 'other',
    type: 'PARTNER',
    numberofemployees: String(random.whole(fewest, most)),
  };
}

/** Under .example, which nobody can own. */
export function domainOf(name: string): string {
  const word = name.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  return `${word.toLowerCase()}.example`;
}
