import { Text } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';

import { Glance } from './Glance.tsx';
import { Reading } from './Reading.tsx';
import { dealSummary } from './summary.ts';

/** What a deal mirrors of its primary company. */
export function DealSummary() {
  const reading = useCrmProperties(['ipp_lane', 'ipp_total', 'ipp_clearance']);
  return (
    <Reading {...reading}>
      {(stored) => {
        const summary = dealSummary(stored);
        if (summary === null) return <Text variant="microcopy">{NOTHING_MIRRORED}</Text>;
        return (
          <>
            <Glance summary={summary} />
            <Text variant="microcopy">Lane of the primary company, whose record has the scorecard.</Text>
          </>
        );
      }}
    </Reading>
  );
}

const NOTHING_MIRRORED =
  'No lane here. A deal shows the lane of its primary company once that company is scored and the deal is in the partner pipeline.';
