import { StatusTag } from '../../components/tags.tsx';
import type { Property } from '../crm-objects.ts';
import { dayOf } from '../property-text.ts';
import { today, valueText } from '../portal.ts';

type Variant = 'success' | 'info' | 'default' | 'warning' | 'danger';

const LANE_VARIANTS: Readonly<Record<string, Variant>> = {
  deep: 'success',
  fast: 'info',
  undecided: 'warning',
};

/** Colours by property and value. Other values of these properties are grey. */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, Variant>>>> = {
  ipp_lane: LANE_VARIANTS,
  ipp_score_lane: LANE_VARIANTS,
  ipp_clearance: { cleared: 'success', pending: 'warning', blocked: 'danger' },
};

export function PropertyCell({ property, value }: { property: Property; value: string }) {
  if (value === '') return <span className="page-quiet">–</span>;
  const text = valueText(property, value);
  const variants = VARIANTS[property.name];
  if (variants) return <StatusTag variant={variants[value] ?? 'default'}>{text}</StatusTag>;
  if (property.name === 'ipp_review_due' && dayOf(value) <= today())
    return <StatusTag variant="warning">{`${text}, due`}</StatusTag>;
  return <span className="page-cell">{text}</span>;
}
