import { Flex, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';

import type { GatheredFacts } from '../../../src/contract/facts.ts';
import { inSentence } from '../../../src/icp/profile.ts';
import { FACTS_NOT_COUNTED, askFirst } from '../../../src/messages/fact-lines.ts';

import { Actions, Column } from '../../common/layout.tsx';
import { OutsideLink } from '../../common/OutsideLink.tsx';
import { liveVerdict } from '../state/drafts.ts';
import { shownFacts } from '../state/facts-state.ts';
import type { CardView, TabProps } from './card-view.ts';
import { FactLine } from './FactLine.tsx';
import { NoSources } from './FactNotCounted.tsx';
import { evidencePlaces } from './facts-of-questions.ts';
import { gatheredFact } from './gathered-fact.ts';

/**
 * What the CRM knows of a company that was never scored, asked for by a button: sentences to use as evidence, each with the
 * place where it would go, and what to ask first. Never a rating.
 */
export function FirstLook({ view, session, onUnfold }: Pick<TabProps, 'view' | 'session' | 'onUnfold'>) {
  const { facts } = view.state;
  const shown = shownFacts(facts);
  if (shown === null)
    return (
      <Flex align="center" gap="sm" wrap>
        <LoadingButton
          size="xs"
          variant="secondary"
          loading={facts.isGathering}
          onClick={() => void session.gatherFacts()}
        >
          Look at what the CRM knows
        </LoadingButton>
        {facts.failure !== null && (
          <>
            <Text variant="microcopy">{`${FACTS_NOT_COUNTED} ${facts.failure.message}`}</Text>
            <OutsideLink link={facts.failure.link} />
          </>
        )}
      </Flex>
    );
  return <Findings {...{ view, session, onUnfold, shown }} />;
}

interface FindingsProps extends Pick<TabProps, 'view' | 'session' | 'onUnfold'> {
  shown: GatheredFacts;
}

function Findings({ view, session, onUnfold, shown }: FindingsProps) {
  const { state, record, profile } = view;
  const places = evidencePlaces(profile);
  const isUnset = ({ fact }: (typeof places)[number]) => gatheredFact(shown, fact).state === 'not-set';
  const unset = places.filter(isUnset).map(({ fact }) => fact);
  const isEmpty = places.every(({ fact }) => {
    const gathered = gatheredFact(shown, fact);
    return gathered.state !== 'counted' || gathered.fact.count === 0;
  });
  const question = firstQuestion(view);
  return (
    <Tile compact>
      <Column gap="xs">
        {question !== null && <Text format={{ fontWeight: 'demibold' }}>{question}</Text>}
        {isEmpty && <Text>{record.texts.words.nothingKnown}</Text>}
        {places
          .filter((place) => !isUnset(place))
          .map(({ fact, field, where }) => (
            <FactLine
              key={fact}
              {...{ fact, field, session }}
              proposedFor={where}
              facts={state.facts}
              onTooLong={() => onUnfold(field, true)}
            />
          ))}
        {unset.length > 0 && <NoSources facts={unset} shown={shown} session={session} />}
        <Flex>
          <Actions
            actions={[{ label: 'Look again', act: session.gatherFacts, isDisabled: state.facts.isGathering }]}
          />
        </Flex>
      </Column>
    </Tile>
  );
}

/** The question whose answer narrows the lane most, by an empty scorecard or what is rated of it by now. */
function firstQuestion({ record, draft, profile }: CardView): string | null {
  const asked = liveVerdict(record, draft, profile)?.nextQuestion;
  const dimension = profile.dimensions.find(({ key }) => key === asked?.dimension);
  return dimension === undefined ? null : askFirst(inSentence(dimension.label), dimension.question);
}
