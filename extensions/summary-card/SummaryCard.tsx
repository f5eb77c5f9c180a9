import { DescriptionList, DescriptionListItem, Flex, Tag, Text, hubspot } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';

import { Reading } from './Reading.tsx';
import {
  type Stored,
  type Summary,
  companySummary,
  dealSummary,
  decisionSummary,
  textIn,
  typeText,
  waitingOverride,
} from './summary.ts';
import { dayIn } from '../../src/icp/day-in.ts';
import {
  DEAL_MIRRORS,
  DEAL_WITHOUT_LANE,
  NOT_ASSESSED,
  OTHER_RECORD,
  notRatedYet,
} from '../../src/messages/cards.ts';

hubspot.extend<'crm.record.sidebar'>(({ context: { crm, portal } }) => (
  <SummaryCard
    key={crm.objectId}
    objectTypeId={crm.objectTypeId}
    today={dayIn(portal.timezone, new Date())}
    zone={portal.timezone}
  />
));

interface SummaryCardProps {
  /** `0-2` on companies, `0-3` on deals. */
  objectTypeId: string;
  /** `YYYY-MM-DD`, in the portal's time zone. */
  today: string;
  /** The portal's time zone. */
  zone: string;
}

type Days = Pick<SummaryCardProps, 'today' | 'zone'>;

/** The verdict in a few lines. The card reads properties; it neither asks the function nor changes anything. */
export function SummaryCard({ objectTypeId, ...days }: SummaryCardProps) {
  if (objectTypeId === '0-2') return <CompanySummary {...days} />;
  if (objectTypeId === '0-3') return <DealSummary zone={days.zone} />;
  return <Text variant="microcopy">{OTHER_RECORD}</Text>;
}

/** A company's verdict as it is stored: the values that views and workflows see. */
function CompanySummary(days: Days) {
  // HubSpot's builder finds these names by reading the code, so each one is written out.
  const reading = useCrmProperties([
    'ipp_lane',
    'ipp_lane_reason',
    'ipp_next_step',
    'ipp_total',
    'ipp_total_low',
    'ipp_total_high',
    'ipp_clearance',
    'ipp_partner_type',
    'ipp_scored_by',
    'ipp_scored_at',
    'ipp_review_due',
    'ipp_recheck_due',
    'ipp_override_lane',
    'ipp_override_until',
    'ipp_decision',
    'ipp_decision_quarter',
    'ipp_decided_by',
    'ipp_decided_at',
    'ipp_ask_again_on',
  ]);
  return <Reading {...reading}>{(stored) => <Company stored={stored} {...days} />}</Reading>;
}

function Company({ stored, today, zone }: { stored: Stored } & Days) {
  const summary = companySummary(stored, today, zone);
  if (summary !== null) return <Glance summary={summary} />;
  const type = textIn(stored, 'partner_type');
  const text = type === '' ? NOT_ASSESSED : notRatedYet(typeText(type));
  const waiting = waitingOverride(stored, today);
  const decision = decisionSummary(stored, zone);
  return (
    <>
      {decision !== null && <Glance summary={decision} />}
      <Text variant="microcopy">{text}</Text>
      {waiting !== null && <Text>{`${waiting}.`}</Text>}
    </>
  );
}

/** What a deal mirrors of its primary company. */
function DealSummary({ zone }: Pick<Days, 'zone'>) {
  const reading = useCrmProperties([
    'ipp_lane',
    'ipp_total',
    'ipp_total_low',
    'ipp_total_high',
    'ipp_clearance',
    'ipp_partner_type',
    'ipp_decision',
    'ipp_decision_quarter',
    'ipp_decided_at',
  ]);
  return (
    <Reading {...reading}>
      {(stored) => {
        const summary = dealSummary(stored, zone);
        if (summary === null) return <Text variant="microcopy">{DEAL_WITHOUT_LANE}</Text>;
        return (
          <>
            <Glance summary={summary} />
            <Text variant="microcopy">{DEAL_MIRRORS}</Text>
          </>
        );
      }}
    </Reading>
  );
}

/** The decision, the lane and what is overdue, what the headline adds, what to do next, then the rest. */
function Glance({ summary: { tags, headline, next, rows } }: { summary: Summary }) {
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" wrap>
        {tags.map(({ text, colour }) => (
          <Tag key={text} variant={colour}>
            {text}
          </Tag>
        ))}
      </Flex>
      {headline !== '' && <Text format={{ fontWeight: 'demibold' }}>{headline}</Text>}
      {next !== '' && <Text>{`Next: ${next}`}</Text>}
      <DescriptionList direction="row">
        {rows.map(([label, value]) => (
          <DescriptionListItem key={label} label={label}>
            <Text>{value}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}
