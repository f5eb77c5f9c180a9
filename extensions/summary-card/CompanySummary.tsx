import { Text } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';

import { Glance } from './Glance.tsx';
import { Reading } from './Reading.tsx';
import { type Stored, companySummary, textIn, typeText } from './summary.ts';

/**
 * A company's verdict as it is stored: the same words that views and workflows see.
 *
 * @param today `YYYY-MM-DD`
 */
export function CompanySummary({ today }: { today: string }) {
  // HubSpot's builder finds these names by reading the code, so they stand here one by one.
  const reading = useCrmProperties([
    'ipp_lane',
    'ipp_lane_reason',
    'ipp_total',
    'ipp_total_low',
    'ipp_total_high',
    'ipp_clearance',
    'ipp_partner_type',
    'ipp_scored_by',
    'ipp_scored_at',
    'ipp_review_due',
  ]);
  return <Reading {...reading}>{(stored) => <Company stored={stored} today={today} />}</Reading>;
}

function Company({ stored, today }: { stored: Stored; today: string }) {
  const summary = companySummary(stored, today);
  if (summary !== null) return <Glance summary={summary} />;
  const type = textIn(stored, 'partner_type');
  return <Text variant="microcopy">{type === '' ? 'Not assessed as a partner' : unrated(type)}</Text>;
}

function unrated(type: string): string {
  return `${typeText(type)}, not rated yet`;
}
