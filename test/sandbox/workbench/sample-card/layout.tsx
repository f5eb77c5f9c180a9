import {
  Accordion,
  AutoGrid,
  Divider,
  Flex,
  Heading,
  Link,
  List,
  StatusTag,
  Tag,
  Text,
  Tile,
  Tooltip,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

function Texts() {
  return (
    <Flex direction="column" gap="small">
      <Heading>Contoso Integrations</Heading>
      <Text>
        Body text with <Link href="https://example.com">a link</Link> and{' '}
        <Text inline format={{ fontWeight: 'bold' }}>
          bold words
        </Text>
        .
      </Text>
      <Text variant="microcopy">Small print below it.</Text>
      <Text format={{ italic: true, lineDecoration: 'strikethrough' }}>Struck out</Text>
      <Text format={{ textTransform: 'uppercase', fontWeight: 'demibold' }}>upper case</Text>
      <Text truncate={{ maxWidth: 180 }}>A sentence that is much too long for its narrow place</Text>
      <Flex gap="small" wrap>
        <Tag>Default</Tag>
        <Tag variant="success">Success</Tag>
        <Tag variant="warning">Warning</Tag>
        <Tag variant="error">Error</Tag>
        <Tag variant="info" overlay={<Tooltip>Counts since Monday</Tooltip>}>
          Hover me
        </Tag>
      </Flex>
      <Flex gap="small" wrap>
        <StatusTag variant="success">Deep</StatusTag>
        <StatusTag variant="info">Fast lane</StatusTag>
        <StatusTag variant="warning">Not yet cleared</StatusTag>
        <StatusTag variant="danger" hollow>
          Blocked
        </StatusTag>
        <StatusTag>No lane</StatusTag>
      </Flex>
      <List variant="unordered-styled">
        <Text>First of the list</Text>
        <Text>Second of the list</Text>
      </List>
      <List variant="inline-divided">
        <Text>One</Text>
        <Text>Two</Text>
      </List>
    </Flex>
  );
}

export function Layout() {
  const [folds, setFolds] = useState(0);
  return (
    <Flex direction="column" gap="medium">
      <Flex gap="medium" justify="between" align="center" wrap>
        <Text>Left</Text>
        <Text>Right</Text>
      </Flex>
      <Flex gap="medium" wrap>
        <Texts />
        <Tile compact>
          <Text>A compact tile</Text>
        </Tile>
      </Flex>
      <Divider />
      <AutoGrid columnWidth={200} gap="small" flexible>
        <Tile>One</Tile>
        <Tile>Two</Tile>
        <Tile>Three</Tile>
      </AutoGrid>
      <Accordion title="More about this partner" onClick={() => setFolds(folds + 1)}>
        <Text>Unfolded {folds} times.</Text>
      </Accordion>
      <Accordion title="Cannot be opened" disabled>
        <Text>Hidden</Text>
      </Accordion>
    </Flex>
  );
}
