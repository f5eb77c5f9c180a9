import { Flex, Text } from '@hubspot/ui-extensions';

import type { GatheredFacts } from '../../../src/contract/facts.ts';
import { FACTS_NOT_COUNTED } from '../../../src/messages/fact-lines.ts';

import { Column } from '../../common/layout.tsx';
import { OutsideLink } from '../../common/OutsideLink.tsx';
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
  /** A fact without a source takes no line: the row of its check says where to set one. */
  hidesUnset?: boolean;
}

/** What the CRM knows that speaks to a question: a line each. Nothing before anything was gathered. */
export function FactLines({ facts: asked, field, onTooLong, session, hidesUnset = false }: FactLinesProps) {
  const state = useFacts(session);
  if (state === null || state.request === 0) return null;
  const shown = shownFacts(state);
  const facts = hidesUnset ? asked.filter((fact) => !isUnset(fact, shown, session)) : asked;
  if (facts.length === 0) return null;
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
          <OutsideLink link={state.failure.link} />
          <QuietButton label="Try again" act={session.gatherFacts} isDisabled={state.isGathering} />
        </Flex>
      )}
    </Column>
  );
}

/** By what was gathered, or else by what the record says before. */
function isUnset(fact: FactKey, shown: GatheredFacts | null, session: Session): boolean {
  if (shown !== null) return gatheredFact(shown, fact).state === 'not-set';
  const state = session.read();
  return fact !== 'contacts' && state.phase === 'ready' && !state.record.countedFacts.includes(fact);
}
