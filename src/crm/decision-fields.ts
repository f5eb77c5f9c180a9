import { DECISIONS } from '../icp/decision.ts';
import { DATE, DATETIME, type Shape, TEXT, select } from './property-shapes.ts';

/** One field of a decision, and how HubSpot keeps it. */
interface DecisionField {
  name: string;
  label: string;
  shape: Shape;
  /** Deals of the partner pipeline show it too. */
  onDeals?: true;
}

/** Every field of a decision. Nothing but deciding writes them. */
export const DECISION_FIELDS: readonly DecisionField[] = [
  {
    name: 'decision',
    label: 'Decision',
    shape: select(DECISIONS.map(({ key, label }) => ({ value: key, label }))),
    onDeals: true,
  },
  { name: 'decision_quarter', label: 'Decision: quarter', shape: TEXT, onDeals: true },
  {
    name: 'decision_reason',
    label: 'Decision: reason',
    shape: { type: 'string', fieldType: 'textarea' },
  },
  { name: 'decided_by', label: 'Decided by', shape: TEXT },
  { name: 'decided_at', label: 'Decided at', shape: DATETIME, onDeals: true },
  { name: 'decision_basis', label: 'Decision: basis', shape: TEXT },
  { name: 'ask_again_on', label: 'Ask again on', shape: DATE },
];

export const DECISION_FIELD_NAMES: readonly string[] = DECISION_FIELDS.map(({ name }) => name);

/** Those that deals show. */
export const DECISION_DEAL_FIELDS: readonly string[] = DECISION_FIELDS.filter(({ onDeals }) => onDeals).map(
  ({ name }) => name,
);
