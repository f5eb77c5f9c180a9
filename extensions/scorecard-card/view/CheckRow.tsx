import { Flex, List, StatusTag, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { memo } from 'react';

import { checkFieldName } from '../../../src/icp/fields.ts';
import { type CheckDefinition, inSentence } from '../../../src/icp/profile.ts';
import type { Change } from '../../../src/contract/scorecard-record.ts';
import { CHECK_STATES, type CheckState, isBlank } from '../../../src/icp/scorecard.ts';

import { Column, Pair } from './layout.tsx';
import { ProseField } from './ProseField.tsx';
import type { Session } from '../state/session.ts';
import { CHECK_STATE_LABELS, historyText } from './sentences.ts';
import { useRevision } from './use-input.ts';

interface CheckRowProps {
  check: CheckDefinition;
  state: CheckState;
  note: string;
  /** Why ratings or facts point to this anti-pattern. */
  suspicion: string | null;
  /** What a flag changes, or would change. */
  effect: string;
  change: Change | null;
  problem: string | null;
  session: Session;
}

/** One anti-pattern: what it looks like, what to ask, and what came of it. */
export const CheckRow = memo(function CheckRow(props: CheckRowProps) {
  const { check, state, note, session } = props;
  const { key, label, looksLike, whyItFails, asks } = check;
  const name = inSentence(label);
  const field = checkFieldName(key);
  return (
    <Tile compact testId={`check-${key}`}>
      <Column gap="xs">
        <Pair>
          <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
          <Flex align="start">
            <CheckMark {...props} />
          </Flex>
        </Pair>
        <Text>
          {looksLike} {whyItFails}
        </Text>
        <Pair>
          <Column gap="xs">
            <Asks asks={asks} />
            <ToggleGroup
              key={useRevision(session, field)}
              toggleType="radioButtonList"
              name={field}
              label={`Result of ${name}`}
              size="sm"
              inline
              options={STATE_OPTIONS}
              value={state}
              onChange={(value) => session.edit(field, value)}
            />
          </Column>
          <Column gap="xs">
            <ProseField
              name={`${field}_note`}
              label={`Note on ${name}`}
              description={noteHint(state, note)}
              session={session}
            />
            <Text variant="microcopy">{historyText(props.change, props.problem)}</Text>
          </Column>
        </Pair>
        <Text>{props.suspicion === null ? NOTHING_POINTS : `Suspected: ${props.suspicion}`}</Text>
        <Text>{props.effect}</Text>
      </Column>
    </Tile>
  );
});

const NOTHING_POINTS = 'Nothing in ratings or facts points to it.';
const STATE_OPTIONS = CHECK_STATES.map((state) => ({ value: state, label: CHECK_STATE_LABELS[state] }));

function Asks({ asks }: Pick<CheckDefinition, 'asks'>) {
  const [only, ...more] = asks;
  if (more.length === 0) return <Text format={{ fontWeight: 'demibold' }}>Ask: {only}</Text>;
  return (
    <List variant="ordered-styled">
      {asks.map((ask) => (
        <Text key={ask} format={{ fontWeight: 'demibold' }}>
          {ask}
        </Text>
      ))}
    </List>
  );
}

/** Always one line, so that nothing moves. */
function noteHint(state: CheckState, note: string): string {
  if (!isBlank(note) || state === 'open') return 'What was asked, of whom, and what came back';
  return state === 'flagged' ? 'Say why it is flagged' : 'Say why it is clear; without it clearance waits';
}

function CheckMark({ state, suspicion }: CheckRowProps) {
  if (state === 'flagged') return <StatusTag variant="danger">Flagged</StatusTag>;
  if (state === 'clear') return <StatusTag variant="success">Clear</StatusTag>;
  if (suspicion !== null) return <StatusTag variant="warning">Open, suspected</StatusTag>;
  return <StatusTag hollow>Open</StatusTag>;
}
