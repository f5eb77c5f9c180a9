import { Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';

import { decidesOn } from '../../../src/messages/decide-tab.ts';

import { Column } from '../../common/layout.tsx';
import type { TabProps } from './card-view.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { DecisionOutcome } from './DecisionOutcome.tsx';

/** What is decided about the partner, and a new decision. */
export function Decide({ view: { state, record }, session }: TabProps) {
  const { decision, texts } = record;
  const { title, sentences } = texts.decision;
  const isOtherBasis =
    decision.basisNow !== null && decision.basis !== '' && decision.basis !== decision.basisNow;
  return (
    <Column gap="md">
      <Column gap="xs">
        <Flex align="center" gap="sm" wrap>
          <Heading>{title === '' ? texts.words.nothingDecided : title}</Heading>
          {decision.changedOutside !== null && <Tag variant="warning">Changed outside</Tag>}
        </Flex>
        {sentences.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </Column>
      <Column gap="xs">
        <Heading>{title === '' ? 'Decide' : 'Decide anew'}</Heading>
        {decision.basisNow !== null && (
          <Text>
            {decidesOn(decision.basisNow)}
            {isOtherBasis && ` ${texts.words.decideOtherBasis}`}
          </Text>
        )}
        {title !== '' && <Text variant="microcopy">{texts.words.decideAnew}</Text>}
      </Column>
      <DecisionForm state={state} session={session} />
      <DecisionOutcome state={state} session={session} />
    </Column>
  );
}
