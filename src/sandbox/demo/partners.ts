import { PARTNER_TYPES } from '../../icp/partner-types.ts';
import type { Calendar } from './calendar.ts';
import { namedPartners } from './named-companies.ts';
import { CITIES, PARTNER_NAMES } from './names.ts';
import { FILLS, type KindName } from './partner-kinds.ts';
import type { Random } from './random.ts';
import type { Filled } from './step.ts';

/** A technology partner: what people found out, and how far its deal is. */
export interface DemoPartner {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly filled: Filled;
  readonly stage: string;
  /** Whom we know there. One alone is a champion without a sponsor. */
  readonly contacts: number;
}

export interface OtherPartner {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Invented partners by kind, and the stage of their deal. */
const CAST: readonly (readonly [KindName, string])[] = [
  ['cleared', 'scoped'],
  ['cleared', 'building'],
  ['cleared', 'launched'],
  ['pending', 'checks'],
  ['pending', 'checks'],
  ['champion-only', 'checks'],
  ['stale-docs', 'checks'],
  ['flagged-logo', 'checks'],
  ['flagged-request', 'declined'],
  ['flagged-api', 'checks'],
  ['rival', 'scored'],
  ['logo', 'scored'],
  ['fast', 'scored'],
  ['fast', 'scored'],
  ['fast-with-gap', 'scored'],
  ['pass', 'declined'],
  ['undecided', 'sourced'],
  ['undecided-low', 'sourced'],
];

/** Technology partners, the named ones first, and one partner of every other type, which carries its type and no more. */
export function planPartners(
  random: Random,
  calendar: Calendar,
): { technology: readonly DemoPartner[]; others: readonly OtherPartner[] } {
  const names = random.shuffled(PARTNER_NAMES);
  const take = () => names.pop() ?? 'Unnamed partner';
  const named = namedPartners(calendar).map(({ properties, filled, stage }) => ({
    name: properties.name,
    properties: { ...properties, lifecyclestage: 'other', type: 'PARTNER' },
    filled,
    stage,
    contacts: random.whole(2, 3),
  }));
  const invented = CAST.map(([kind, stage]) => {
    const name = take();
    return {
      name,
      properties: partnerProperties(random, name, 'COMPUTER_SOFTWARE'),
      filled: FILLS[kind](random, calendar),
      stage,
      contacts: kind === 'champion-only' ? 1 : random.whole(2, 3),
    };
  });
  const others = PARTNER_TYPES.filter(({ key }) => key !== 'technology').map(({ key, category }) => {
    const name = take();
    const industry =
      category === 'marketing' ? 'MARKETING_AND_ADVERTISING' : 'INFORMATION_TECHNOLOGY_AND_SERVICES';
    return { name, properties: { ...partnerProperties(random, name, industry), ipp_partner_type: key } };
  });
  return { technology: [...named, ...invented], others };
}

function partnerProperties(random: Random, name: string, industry: string) {
  return {
    name,
    domain: domainOf(name),
    industry,
    city: random.pick(CITIES),
    lifecyclestage: 'other',
    type: 'PARTNER',
    numberofemployees: String(random.whole(12, 900)),
  };
}

/** Under .example, which nobody can own. */
export function domainOf(name: string): string {
  const word = name.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  return `${word.toLowerCase()}.example`;
}
