import { DescriptionList, DescriptionListItem, Flex, StatusTag, Text } from '@hubspot/ui-extensions';

import type { Summary } from './summary.ts';

/** The ten-second look: lane and clearance first, then why, then the figures. */
export function Glance({ summary: { lane, clearance, headline, rows } }: { summary: Summary }) {
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" wrap>
        <StatusTag variant={lane.colour}>{lane.words}</StatusTag>
        <StatusTag variant={clearance.colour}>{clearance.words}</StatusTag>
      </Flex>
      {headline !== '' && <Text format={{ fontWeight: 'demibold' }}>{headline}</Text>}
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
