import { Flex, Text } from '@hubspot/ui-extensions';

import { FACTS_NOT_COUNTED } from '../../../src/messages/fact-lines.ts';

import { Column } from '../../common/layout.tsx';
import { shownFacts } from '../state/facts-state.ts';
import type { Session } from '../state/session.ts';
import { FactLine } from './FactLine.tsx';
import { FactWaiting, NoSources } from './FactNotCounted.tsx';
import type { FactKey } from './facts-of-questions.ts';
import { gatheredFact } from './gathered-fact.ts';
import { QuietButton } from './QuietButton.tsx';
import { useFacts } from './use-facts.ts';

interface FactLinesProps {
  facts: readonly FactKey[];
  /** The evidence or note that a fact is used for: the name of its field. */
  field: string;
  /** A text became too long to be saved. */
  onTooLong?: (field: string) => void;
  session: Session;
}

/** What the CRM knows that speaks to a question: a line each. Nothing before anything was gathered. */
export function FactLines({ facts, field, onTooLong, session }: FactLinesProps) {
  const state = useFacts(session);
  if (state === null || state.request === 0 || facts.length === 0) return null;
  const shown = shownFacts(state);
  if (shown === null && state.failure === null)
    return facts.map((fact) => <FactWaiting key={fact} fact={fact} session={session} />);
  const unset = shown === null ? [] : facts.filter((fact) => gatheredFact(shown, fact).state === 'not-set');
  return (
    <Column gap="flush">
      {shown !== null &&
        facts
          .filter((fact) => !unset.includes(fact))
          .map((fact) => <FactLine key={fact} {...{ fact, field, onTooLong, session }} facts={state} />)}
      {shown !== null && unset.length > 0 && <NoSources facts={unset} shown={shown} session={session} />}
      {state.failure !== null && (
        <Flex align="center" gap="flush" wrap>
          <Text inline variant="microcopy">
            {`${FACTS_NOT_COUNTED} ${state.failure.message}`}
          </Text>
          <QuietButton label="Try again" act={session.gatherFacts} isDisabled={state.isGathering} />
        </Flex>
      )}
    </Column>
  );
}
