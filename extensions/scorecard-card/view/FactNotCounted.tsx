import { Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { GatheredFacts } from '../../../src/contract/facts.ts';
import {
  COUNTING_CUSTOMERS,
  COUNTING_DEALS,
  READING_PEOPLE,
  noSource,
} from '../../../src/messages/fact-lines.ts';

import { Column } from '../../common/layout.tsx';
import type { Session } from '../state/session.ts';
import type { FactKey } from './facts-of-questions.ts';
import { FACT_WORDS, gatheredFact } from './gathered-fact.ts';
import { QuietButton } from './QuietButton.tsx';
import { useTyped } from './use-facts.ts';

const WAITING: Readonly<Record<FactKey, string>> = {
  'shared-customers': COUNTING_CUSTOMERS,
  'companies-asking': COUNTING_DEALS,
  contacts: READING_PEOPLE,
};

/** Keeps the place of a fact while it is counted, so that nothing moves when it is there. */
export function FactWaiting({ fact, session }: { fact: FactKey; session: Session }) {
  const typed = useTyped(session, fact);
  return (
    <Flex align="center" gap="flush" wrap>
      <Text inline variant="microcopy">
        {[WAITING[fact], typed].filter((text) => text !== '').join(' · ')}
      </Text>
      <Flex gap="flush">
        <QuietButton label={FACT_WORDS[fact].list} isDisabled />
        <QuietButton label="Use as evidence" isDisabled />
      </Flex>
    </Flex>
  );
}

interface NoSourcesProps {
  facts: readonly FactKey[];
  shown: GatheredFacts;
  session: Session;
}

/** Facts without a source in the settings share a line. A click says where to set one. */
export function NoSources({ facts, shown, session }: NoSourcesProps) {
  const [told, setTold] = useState<FactKey | null>(null);
  const why = told !== null && facts.includes(told) ? gatheredFact(shown, told) : null;
  return (
    <Column gap="flush">
      <Flex gap="flush" wrap>
        {facts.map((fact) => (
          <QuietButton
            key={fact}
            label={noSource(FACT_WORDS[fact].label)}
            act={() => setTold(told === fact ? null : fact)}
          />
        ))}
      </Flex>
      {told !== null && why !== null && why.state !== 'counted' && (
        <Flex align="center" gap="flush" wrap>
          <Text variant="microcopy">{why.message}</Text>
          <QuietButton label={FACT_WORDS[told].again} act={session.gatherFacts} />
        </Flex>
      )}
    </Column>
  );
}
