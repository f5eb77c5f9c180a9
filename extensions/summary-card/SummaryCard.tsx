import { Text, hubspot } from '@hubspot/ui-extensions';

import { CompanySummary } from './CompanySummary.tsx';
import { DealSummary } from './DealSummary.tsx';

hubspot.extend<'crm.record.sidebar'>(({ context: { crm } }) => (
  <SummaryCard
    key={crm.objectId}
    objectTypeId={crm.objectTypeId}
    today={new Date().toISOString().slice(0, 10)}
  />
));

interface SummaryCardProps {
  /** `0-2` on companies, `0-3` on deals. */
  objectTypeId: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/** The partner's standing for somebody in a hurry. It reads properties, asks no function and changes nothing. */
export function SummaryCard({ objectTypeId, today }: SummaryCardProps) {
  if (objectTypeId === '0-2') return <CompanySummary today={today} />;
  if (objectTypeId === '0-3') return <DealSummary />;
  return <Text variant="microcopy">The partner summary is for companies and deals.</Text>;
}
