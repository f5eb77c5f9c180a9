import {
  EmptyState,
  type ExtensionPointApiActions,
  type ExtensionPointApiContext,
  ProgressBar,
  Text,
  hubspot,
} from '@hubspot/ui-extensions';
import { useCallback, useReducer } from 'react';

import {
  NOTHING_SELECTED,
  READS_ONLY,
  SELECT_SOME,
  readingCompanies,
} from '../../src/messages/list-triage.ts';
import { Column } from '../common/layout.tsx';
import { REQUEST_OVERHEAD, useCompanies } from './hooks.ts';
import { chunksOf } from './state/chunks.ts';
import { type Part, type PartAnswer, begunParts, progressOf, reduceParts } from './state/parts.ts';
import { Found } from './view/Found.tsx';

hubspot.extend<'crm.bulkActions'>(({ context, actions }) => (
  <ListTriage context={context} actions={actions} />
));

export interface ListTriageProps {
  context: Pick<ExtensionPointApiContext<'crm.bulkActions'>, 'crm'>;
  actions: Pick<ExtensionPointApiActions<'crm.bulkActions'>, 'copyTextToClipboard'>;
}

/** Compares the selected companies as partners. It reads HubSpot's own search and changes nothing. */
export function ListTriage({ context: { crm } }: ListTriageProps) {
  const [parts, dispatch] = useReducer(reduceParts, crm.objectIds, partsOf);
  const tell = useCallback(
    (index: number, answer: PartAnswer) => dispatch({ type: 'answered', index, answer }),
    [],
  );
  const progress = progressOf(parts);
  if (progress.selected === 0)
    return (
      <EmptyState title={NOTHING_SELECTED}>
        <Text>{SELECT_SOME}</Text>
      </EmptyState>
    );
  return (
    <Column>
      {begunParts(parts).map(({ part, index }) => (
        <Reading key={`${index}-${part.attempt}`} {...{ part, index, tell }} />
      ))}
      {!progress.isDone && (
        <ProgressBar
          value={progress.answered}
          maxValue={progress.selected}
          valueDescription={readingCompanies(progress.answered, progress.selected)}
        />
      )}
      {progress.isDone && <Found progress={progress} />}
      <Text variant="microcopy">{READS_ONLY}</Text>
    </Column>
  );
}

function partsOf(objectIds: readonly number[]): readonly Part[] {
  return chunksOf(objectIds.map(String), REQUEST_OVERHEAD).map((ids) => ({ ids, attempt: 0, answer: null }));
}

interface ReadingProps {
  part: Part;
  index: number;
  tell: (index: number, answer: PartAnswer) => void;
}

/** One search. It draws nothing. */
function Reading({ part: { ids }, index, tell }: ReadingProps) {
  useCompanies(
    ids,
    useCallback((answer: PartAnswer) => tell(index, answer), [index, tell]),
  );
  return null;
}
