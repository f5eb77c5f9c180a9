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
import { Found, type FoundProps } from './view/Found.tsx';
import { PANES, type Panes } from './view/panes.tsx';

hubspot.extend<'crm.bulkActions'>(({ context, actions }) => (
  <ListTriage key={context.crm.objectIds.join()} context={context} actions={actions} />
));

export interface ListTriageProps {
  context: Pick<ExtensionPointApiContext<'crm.bulkActions'>, 'crm' | 'user'>;
  actions: Pick<
    ExtensionPointApiActions<'crm.bulkActions'>,
    'copyTextToClipboard' | 'closeOverlay' | 'reloadPage'
  >;
  /** What the edition offers. */
  panes?: Panes;
}

const COMPANIES = '0-2';

/** How many companies are read at most: ten searches, and a table that a person can still use. */
const MOST_COMPANIES = 1_000;

/** The selected companies as partners, read by HubSpot's own search. Where the edition allows it they can be changed. */
export function ListTriage({ context: { crm, user }, actions, panes = PANES }: ListTriageProps) {
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
      <Text variant="microcopy">{panes.note}</Text>
      {ids.length > MOST_COMPANIES && <Text>{say.onlyFirst(MOST_COMPANIES, ids.length)}</Text>}
      <Selection
        ids={ids.slice(0, MOST_COMPANIES)}
        copyText={actions.copyTextToClipboard}
        closeOverlay={actions.closeOverlay}
        reloadPage={actions.reloadPage}
        by={user.email}
        panes={panes}
      />
    </Column>
  );
}

interface SelectionProps extends Omit<FoundProps, 'progress' | 'onRetry'> {
  ids: readonly string[];
}

/** Reads the companies part by part, then shows them. */
function Selection({ ids, ...rest }: SelectionProps) {
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
        <Found {...{ progress, ...rest }} onRetry={() => dispatch({ type: 'retried' })} />
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
