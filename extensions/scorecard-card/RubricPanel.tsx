import { Button, Flex, Heading, List, Panel, PanelBody, PanelSection, Text } from '@hubspot/ui-extensions';

import { inSentence } from '../../src/icp/labels.ts';
import type { Dimension } from '../../src/icp/profile.ts';
import { RATINGS } from '../../src/icp/ratings.ts';

/** Opens the five levels of a dimension in full, and what to look at before rating. */
export function RubricPanel({ dimension }: { dimension: Dimension }) {
  const { key, label, question, rubric, anchors, evidencePrompts } = dimension;
  return (
    <Button
      size="xs"
      variant="transparent"
      overlay={
        <Panel id={`rubric-${key}`} title={label} variant="modal" width="md">
          <PanelBody>
            <PanelSection>
              <Text>{question}</Text>
            </PanelSection>
            <PanelSection>
              <Flex direction="column" gap="sm">
                {RATINGS.map((rating) => (
                  <Flex key={rating} direction="column">
                    <Text format={{ fontWeight: 'demibold' }}>
                      {rating} · {anchors[rating - 1]}
                    </Text>
                    <Text>{rubric[rating - 1]}</Text>
                  </Flex>
                ))}
              </Flex>
            </PanelSection>
            <PanelSection>
              <Heading>What to look at</Heading>
              <List variant="unordered-styled">
                {evidencePrompts.map((prompt) => (
                  <Text key={prompt}>{prompt}</Text>
                ))}
              </List>
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      Rubric of {inSentence(label)}
    </Button>
  );
}
