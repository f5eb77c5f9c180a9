import { Button, Flex, Text, Tooltip } from '@hubspot/ui-extensions';

import type {
  CompaniesAsking,
  Gathered,
  PartnerContacts,
  SharedCustomers,
} from '../../../src/contract/facts.ts';
import { proposedFor, rolesUnknown } from '../../../src/messages/fact-lines.ts';

import { OutsideLink } from '../../common/OutsideLink.tsx';
import { faultOf, shownValue } from '../state/drafts.ts';
import { type FactsState, shownFacts } from '../state/facts-state.ts';
import type { Session } from '../state/session.ts';
import { FactPanel } from './FactPanel.tsx';
import type { FactKey } from './facts-of-questions.ts';
import { FACT_WORDS, countFailed, gatheredFact } from './gathered-fact.ts';
import { QuietButton } from './QuietButton.tsx';
import { useIsUsed, useTyped } from './use-facts.ts';

interface FactLineProps {
  fact: FactKey;
  /** The evidence or note that it is used for: the name of its field. */
  field: string;
  /** Says the whole sentence of the evidence, and where it would go. */
  proposedFor?: string | undefined;
  onTooLong?: ((field: string) => void) | undefined;
  facts: FactsState;
  session: Session;
}

/** One fact with what can be done with it, or why there is none. */
export function FactLine(props: FactLineProps) {
  const { fact, facts, session } = props;
  const shown = shownFacts(facts);
  const typed = useTyped(session, fact);
  if (shown === null) return null;
  const gathered = gatheredFact(shown, fact);
  const isCounted = gathered.state === 'counted';
  const isListed = fact === 'contacts' || (isCounted && gathered.fact.count > 0);
  return (
    <>
      <Flex align="center" gap="flush" wrap testId={`fact-${fact}`}>
        <Text inline variant="microcopy">
          {[lineText(props, gathered), ...(isCounted && typed !== '' ? [typed] : [])].join(' · ')}
        </Text>
        <Flex align="center" gap="flush">
          {isListed && <FactPanel fact={fact} session={session} />}
          {isCounted ? (
            <CountAll {...props} isAtLeast={gathered.fact.isAtLeast} />
          ) : (
            <QuietButton
              label={FACT_WORDS[fact].again}
              act={session.gatherFacts}
              isDisabled={facts.isGathering}
            />
          )}
          {isCounted && isEvidence(gathered.fact) && <Use {...props} sentence={gathered.fact.evidence} />}
        </Flex>
      </Flex>
      {isCounted && <CountNotes {...props} counted={gathered.fact} />}
      {isCounted && <CountFailure {...props} counted={gathered.fact} />}
    </>
  );
}

type Fact = SharedCustomers | CompaniesAsking | PartnerContacts;

function lineText({ fact: key, proposedFor: where }: FactLineProps, gathered: Gathered<Fact>): string {
  if (gathered.state !== 'counted') return `${FACT_WORDS[key].label}: ${gathered.message}`;
  const { fact } = gathered;
  if ('noRoles' in fact && fact.noRoles !== null) return rolesUnknown(fact.count);
  return where === undefined ? fact.text : proposedFor(where, fact.evidence);
}

/** Nobody's roles are no evidence. */
function isEvidence(fact: Fact): boolean {
  return !('people' in fact) || (fact.count > 0 && fact.noRoles === null);
}

function CountAll({ fact, facts, session, isAtLeast }: FactLineProps & { isAtLeast: boolean }) {
  if (fact === 'contacts' || !isAtLeast) return null;
  const isCounting = facts.counting.includes(fact);
  return (
    <QuietButton
      label={isCounting ? 'Counting all ...' : FACT_WORDS[fact].all}
      act={() => session.countFact(fact)}
      isDisabled={isCounting}
    />
  );
}

/** Writes the sentence into the evidence, once. Its tooltip says which. */
function Use({ field, onTooLong, session, sentence }: FactLineProps & { sentence: string }) {
  const isUsed = useIsUsed(session, field, sentence);
  const use = () => {
    session.useAsEvidence(field, sentence);
    const state = session.read();
    if (state.phase === 'ready' && faultOf({ kind: 'prose' }, shownValue(state, field)) !== null)
      onTooLong?.(field);
  };
  return (
    <Button
      size="xs"
      variant="transparent"
      disabled={isUsed}
      overlay={<Tooltip placement="left">{sentence}</Tooltip>}
      onClick={use}
    >
      {isUsed ? 'Used as evidence' : 'Use as evidence'}
    </Button>
  );
}

/** Why a count to the end is not at the end. */
function CountNotes({ fact, facts, counted }: FactLineProps & { counted: Fact }) {
  if (fact === 'contacts' || facts.whole[fact] === undefined || !counted.isAtLeast) return null;
  return <Text variant="microcopy">{counted.notes.join(' ')}</Text>;
}

function CountFailure({
  fact,
  facts: { countFailure },
  session,
  counted,
}: FactLineProps & { counted: Fact }) {
  if (fact === 'contacts' || countFailure?.fact !== fact) return null;
  return (
    <Flex align="center" gap="flush" wrap>
      <Text inline variant="microcopy">
        {`${countFailed(fact, counted)} ${countFailure.failure.message}`}
      </Text>
      <OutsideLink link={countFailure.failure.link} />
      <QuietButton label={FACT_WORDS[fact].all} act={() => session.countFact(fact)} />
    </Flex>
  );
}
