import { Checkbox, Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { missingAnswers } from '../../../src/messages/list-triage.ts';
import { CLEARANCE_COLOURS, LANE_COLOURS } from '../../common/display.ts';
import { columnOf } from '../state/columns.ts';
import type { Place } from '../state/place.ts';

interface PartnerCellProps {
  /** The key of the column. */
  column: string;
  place: Place;
  isPicked: boolean;
  /** Whether two others are picked. */
  isFull: boolean;
  onPick: (isPicked: boolean) => void;
  /** What stands below the name. */
  below: ReactNode;
}

/** A cell of the ranking: what its column says, with what stands below it in small. */
export function PartnerCell({ column, place, isPicked, isFull, onPick, below }: PartnerCellProps): ReactNode {
  const { row } = place;
  const text = (key: string) => columnOf(key).text(place);
  switch (column) {
    case 'rank':
      return (
        <Flex align="center" gap="xs">
          <Checkbox
            name={row.companyId}
            checked={isPicked}
            readOnly={isFull}
            aria-label={`Compare ${row.name}`}
            onChange={onPick}
          />
          <Text inline>{text('rank')}</Text>
        </Flex>
      );
    case 'name':
      return (
        <Flex direction="column" gap="flush">
          <Text>
            <Text inline format={{ fontWeight: 'demibold' }}>
              {row.name}
            </Text>
            <Text inline variant="microcopy">
              {` ${partnerTypeLabel(row.type)}`}
            </Text>
          </Text>
          <Text variant="microcopy">{place.why}</Text>
          {row.nextStep !== '' && <Text variant="microcopy">{`Next: ${row.nextStep}`}</Text>}
          {below}
        </Flex>
      );
    case 'lane':
      return (
        <Flex direction="column" gap="flush" align="start">
          <Tag variant={LANE_COLOURS[row.lane]}>{text('lane')}</Tag>
          <Text variant="microcopy">{text('total')}</Text>
          {row.missing > 0 && <Text variant="microcopy">{missingAnswers(text('missing'))}</Text>}
        </Flex>
      );
    case 'clearance':
      return row.clearance === null || row.clearance === 'not-required' ? (
        <Text variant="microcopy">{text('clearance')}</Text>
      ) : (
        <Tag variant={CLEARANCE_COLOURS[row.clearance]}>{text('clearance')}</Tag>
      );
    default:
      return (
        <Flex direction="column" gap="flush">
          <Text>{text('decision') || '-'}</Text>
          <Text variant="microcopy">{row.owner || 'No owner'}</Text>
        </Flex>
      );
  }
}
