import {
  EmptyState,
  type ExtensionPointApiActions,
  type ExtensionPointApiContext,
  ProgressBar,
  Text,
  hubspot,
} from '@hubspot/ui-extensions';
import { useCallback, useReducer } from 'react';

import * as say from '../../src/messages/list-triage.ts';
import { Column } from '../common/layout.tsx';
import { REQUEST_OVERHEAD, useCompanies } from './hooks.ts';
import { chunksOf } from './state/chunks.ts';
import { type Part, type PartAnswer, begunParts, progressOf, reduceParts } from './state/parts.ts';
import { Found } from './view/Found.tsx';

hubspot.extend<'crm.bulkActions'>(({ context, actions }) => (
  <ListTriage key={context.crm.objectIds.join()} context={context} actions={actions} />
));

export interface ListTriageProps {
  context: Pick<ExtensionPointApiContext<'crm.bulkActions'>, 'crm'>;
  actions: Pick<ExtensionPointApiActions<'crm.bulkActions'>, 'copyTextToClipboard' | 'closeOverlay'>;
}

const COMPANIES = '0-2';

/** How many companies are read at most: ten searches, and a table that a person can still use. */
const MOST_COMPANIES = 1_000;

/** Compares the selected companies as partners. It reads by HubSpot's own search and changes nothing. */
export function ListTriage({ context: { crm }, actions }: ListTriageProps) {
  if (crm.objectTypeId !== COMPANIES) return <Text>{say.OTHER_OBJECTS}</Text>;
  const ids = [...new Set(crm.objectIds.map(String))];
  if (ids.length === 0)
    return (
      <EmptyState title={say.NOTHING_SELECTED}>
        <Text>{say.SELECT_SOME}</Text>
      </EmptyState>
    );
  return (
    <Column>
      <Text variant="microcopy">{say.READS_ONLY}</Text>
      {ids.length > MOST_COMPANIES && <Text>{say.onlyFirst(MOST_COMPANIES, ids.length)}</Text>}
      <Selection
        ids={ids.slice(0, MOST_COMPANIES)}
        copyText={actions.copyTextToClipboard}
        closeOverlay={actions.closeOverlay}
      />
    </Column>
  );
}

interface SelectionProps {
  ids: readonly string[];
  copyText: (text: string) => Promise<void>;
  closeOverlay: (id: string) => void;
}

/** Reads the companies part by part, then shows them. */
function Selection({ ids, copyText, closeOverlay }: SelectionProps) {
  const [parts, dispatch] = useReducer(reduceParts, ids, partsOf);
  const tell = useCallback(
    (index: number, answer: PartAnswer) => dispatch({ type: 'answered', index, answer }),
    [],
  );
  const progress = progressOf(parts);
  return (
    <>
      {begunParts(parts).map(({ part, index }) => (
        <Reading key={`${index}-${part.attempt}`} {...{ part, index, tell }} />
      ))}
      {progress.isDone ? (
        <Found {...{ progress, copyText, closeOverlay }} onRetry={() => dispatch({ type: 'retried' })} />
      ) : (
        <ProgressBar
          title="Reading the selected companies"
          value={progress.answered}
          maxValue={progress.selected}
          valueDescription={say.readingCompanies(progress.answered, progress.selected)}
        />
      )}
    </>
  );
}

function partsOf(ids: readonly string[]): readonly Part[] {
  return chunksOf(ids, REQUEST_OVERHEAD).map((chunk) => ({ ids: chunk, attempt: 0, answer: null }));
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
