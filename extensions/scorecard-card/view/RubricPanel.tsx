import { Button, Flex, Heading, List, Panel, PanelBody, PanelSection, Text } from '@hubspot/ui-extensions';

import { type Dimension, inSentence } from '../../../src/icp/profile.ts';
import { RATINGS } from '../../../src/icp/ratings.ts';

import { Column } from './layout.tsx';

/** Opens the five levels of a dimension in full, and what to look at before rating. */
export function RubricPanel({ dimension, prompts }: { dimension: Dimension; prompts: readonly string[] }) {
  const { key, label, question, rubric, anchors } = dimension;
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
              <Column>
                {RATINGS.map((rating) => (
                  <Flex key={rating} direction="column">
                    <Text format={{ fontWeight: 'demibold' }}>
                      {rating} · {anchors[rating - 1]}
                    </Text>
                    <Text>{rubric[rating - 1]}</Text>
                  </Flex>
                ))}
              </Column>
            </PanelSection>
            <PanelSection>
              <Heading>What to look at</Heading>
              <List variant="unordered-styled">
                {prompts.map((prompt) => (
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
