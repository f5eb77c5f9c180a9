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
  ipp_decision: { 'go-deep': 'success', 'go-light': 'info', wait: 'warning' },
  ipp_clearance: { cleared: 'success', pending: 'warning', blocked: 'danger' },
};

/** Days on which something is due. */
const DUE = ['ipp_review_due', 'ipp_ask_again_on'];

export function PropertyCell({ property, value }: { property: Property; value: string }) {
  if (value === '') return <span className="page-quiet">–</span>;
  const text = valueText(property, value);
  const variants = VARIANTS[property.name];
  if (variants) return <StatusTag variant={variants[value] ?? 'default'}>{text}</StatusTag>;
  if (DUE.includes(property.name) && dayOf(value) <= today())
    return <StatusTag variant="warning">{`${text}, due`}</StatusTag>;
  return <span className="page-cell">{text}</span>;
}
