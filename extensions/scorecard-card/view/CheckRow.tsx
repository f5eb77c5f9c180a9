import { Flex, Heading, List, Tag, Text, ToggleGroup } from '@hubspot/ui-extensions';

import { factsOfCheck } from '../../../src/icp/anti-patterns.ts';
import { checkFieldName } from '../../../src/icp/fields.ts';
import { type CheckDefinition, inSentence } from '../../../src/icp/profile.ts';
import { CHECK_STATES, CHECK_STATE_LABELS, checkAnswer } from '../../../src/icp/scorecard.ts';

import { problemOf } from '../state/drafts.ts';
import type { CardView, TabProps } from './card-view.ts';
import { FactLines } from './FactLines.tsx';
import { Facts } from './Facts.tsx';
import { factsSpeakingTo } from './facts-of-questions.ts';
import { doubtOf } from './marks.ts';
import { NoteText, NoteToggle, useNote } from './Note.tsx';
import { flagEffect } from './points.ts';
import { useRevision } from './use-input.ts';

interface CheckRowProps extends Pick<TabProps, 'view' | 'session'> {
  check: CheckDefinition;
}

/** One anti-pattern: what to ask, what came of it, and the note on it. What it looks like is behind the tooltip. */
export function CheckRow({ check, view, session }: CheckRowProps) {
  const { record, profile, draft, verdict } = view;
  const { key, label } = check;
  const field = checkFieldName(key);
  const { state } = checkAnswer(draft, key);
  const note = useNote(check, view);
  const doubt = doubtOf(key, view);
  const facts = factsOfCheck(key).filter((fact) => profile.facts.includes(fact));
  const remarks = [
    ...(doubt === null ? [] : [doubt.reason]),
    ...(isEffectShown(check, view) ? [flagEffect(check, draft, profile)] : []),
    ...(state === 'flagged' && verdict?.clearance === 'blocked' ? [record.texts.words.flagBlocks] : []),
    ...[problemOf(record, field), problemOf(record, `${field}_note`)].filter((text) => text !== null),
  ];
  return (
    <Flex direction="column" testId={`check-${key}`}>
      <Flex justify="between" align="center" gap="sm" wrap>
        <Flex align="center" gap="sm">
          <Heading>{label}</Heading>
          {doubt !== null && <Tag variant="warning">{doubt.word}</Tag>}
        </Flex>
        <NoteToggle note={note} />
      </Flex>
      <FactLines facts={factsSpeakingTo(key)} field={`${field}_note`} session={session} />
      {facts.length > 0 && <Facts names={facts} view={view} session={session} />}
      {check.asks.length > 1 && (
        <List variant="unordered-styled">
          {check.asks.map((ask) => (
            <Text key={ask}>{ask}</Text>
          ))}
        </List>
      )}
      <ToggleGroup
        key={useRevision(session, field)}
        toggleType="radioButtonList"
        name={field}
        label={check.asks.length === 1 ? (check.asks[0] ?? '') : `Result of ${inSentence(label)}`}
        tooltip={tooltipOf(check, view)}
        size="sm"
        inline
        options={STATE_OPTIONS}
        value={state}
        onChange={(value) => session.edit(field, value)}
      />
      {remarks.length > 0 && <Text>{remarks.join(' ')}</Text>}
      <NoteText note={note} session={session} />
    </Flex>
  );
}

const STATE_OPTIONS = CHECK_STATES.map((state) => ({ value: state, label: CHECK_STATE_LABELS[state] }));

/** A flag tells what it does, and a suspicion what a flag would do. Elsewhere the tooltip tells it. */
function isEffectShown({ key }: CheckDefinition, { draft, verdict, suspicions }: CardView): boolean {
  if (verdict === null) return false;
  const isSuspected = suspicions.some(({ check, kind }) => check === key && kind === 'suspected');
  return isSuspected || checkAnswer(draft, key).state === 'flagged';
}

function tooltipOf(check: CheckDefinition, view: CardView): string {
  const isUnsaid = view.verdict !== null && !isEffectShown(check, view);
  const effect = isUnsaid ? [flagEffect(check, view.draft, view.profile)] : [];
  return [check.looksLike, check.whyItFails, ...effect].filter((text) => text !== '').join(' ');
}
