import type { PartnerType } from './partner-types.ts';
import type { Profile } from './profile.ts';

/** Something to find out before the first call. It has no field of its own: it helps to answer ratings and checks. */
export interface SuccessFactor {
  key: string;
  label: string;
  ask: string;
  /** Keys of dimensions and checks; with `types`, only in the profiles of these. */
  informs: readonly { key: string; types?: readonly PartnerType[] }[];
}

/** The types whose compatibility is about money. */
const TYPES_WITH_PRICES: readonly PartnerType[] = ['reseller', 'referral', 'oem', 'broker-agent'];
/** The types whose compatibility is about systems. */
const TYPES_WITH_SYSTEMS: readonly PartnerType[] = ['oem', 'solution'];

/**
 * Six things to look for in a new partner.
 *
 * Source: ideal partner profile guide, "Success Factors". The questions are ours.
 */
export const SUCCESS_FACTORS: readonly SuccessFactor[] = [
  {
    key: 'executive-sponsor',
    label: 'Executive sponsor',
    ask: 'Which of their leaders wants this, and would say so in a call?',
    informs: [{ key: 'people' }, { key: 'enthusiastic-contact' }],
  },
  {
    key: 'partnership-experience',
    label: 'Experience with partnerships',
    ask: 'Which partners does the team have today, and since when?',
    informs: [{ key: 'people' }, { key: 'enthusiastic-contact' }],
  },
  {
    key: 'commercial-fit',
    label: 'Commercial fit',
    ask: 'How do they price and earn, and would that work beside our prices?',
    informs: [{ key: 'commercial_alignment' }, { key: 'compatibility', types: TYPES_WITH_PRICES }],
  },
  {
    key: 'cultural-fit',
    label: 'Cultural fit',
    ask: 'Do they treat people and promises the way we do?',
    informs: [{ key: 'company_alignment' }],
  },
  {
    key: 'operational-fit',
    label: 'Operational fit',
    ask: 'Which of their steps and systems would have to mesh with ours?',
    informs: [
      { key: 'company_alignment' },
      { key: 'technical_readiness' },
      { key: 'compatibility', types: TYPES_WITH_SYSTEMS },
    ],
  },
  {
    key: 'complementary-offer',
    label: 'Complementary offer',
    ask: 'What does each offer gain from the other, and where would they compete?',
    informs: [
      { key: 'product_complementarity' },
      { key: 'role_criteria', types: TYPES_WITH_SYSTEMS },
      { key: 'competitor-in-disguise' },
    ],
  },
];

/**
 * The ratings and checks of a profile that a factor helps to answer.
 *
 * @returns labels, ratings before checks, each in the order of the profile
 */
export function informedBy({ informs }: SuccessFactor, { type, dimensions, checks }: Profile): string[] {
  const isInformed = ({ key }: { key: string }) =>
    informs.some((each) => each.key === key && (each.types?.includes(type) ?? true));
  return [...dimensions, ...checks].filter(isInformed).map(({ label }) => label);
}
