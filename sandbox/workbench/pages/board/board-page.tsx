import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { EmptyState, ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { replaceAddress, useAddress, useFormerPlace } from '../address.tsx';
import { LaneLegend } from '../tour/lane-legend.tsx';
import { useSignedIn } from '../session.tsx';
import { BoardColumns } from './board-columns.tsx';
import type { Board, Pipeline } from './board-crm.ts';
import { BoardFilters } from './board-filters.tsx';
import {
  boardHref,
  chosenPipeline,
  columnsOf,
  isAsked,
  isNarrowed,
  NOTHING_ASKED,
  parseBoardState,
  type BoardState,
} from './board-state.ts';
import { useBoard, type LiveBoard } from './use-board.ts';
import { useCarry } from './use-carry.ts';

interface ShownBoardProps extends Pick<LiveBoard, 'move'> {
  board: Board;
  pipeline: Pipeline;
  state: BoardState;
  change: (changes: Partial<BoardState>) => void;
}

function ShownBoard({ board, pipeline, state, change, move }: ShownBoardProps) {
  const carrying = useCarry(pipeline.stages, move);
  const inPipeline = board.deals.filter((deal) => deal.pipeline === pipeline.id);
  const shown = inPipeline.filter((deal) => isAsked(state, deal));
  return (
    <>
      <div className="page-tools">
        <BoardFilters {...{ board, pipeline, state, change }} />
      </div>
      <p className="page-count" role="status">
        {`${shown.length} of ${inPipeline.length} ${inPipeline.length === 1 ? 'deal' : 'deals'}`}
        {isNarrowed(state) && (
          <button
            type="button"
            className="ui-button is-transparent is-sm"
            onClick={() => change(NOTHING_ASKED)}
          >
            Clear filters
          </button>
        )}
      </p>
      {inPipeline.length === 0 && (
        <EmptyState title={`No deals in ${pipeline.label} yet`}>
          They appear here once they are in this pipeline.
        </EmptyState>
      )}
      <p id="board-keys" className="ui-hidden">
        Space picks the deal up, left and right choose a stage, Space drops it, Escape cancels.
      </p>
      <BoardColumns
        columns={columnsOf(pipeline, shown)}
        stages={pipeline.stages}
        properties={board.properties}
        partnerType={board.partnerType}
        carrying={carrying}
      />
      <p className="ui-hidden" role="status" aria-label="Moves">
        {carrying.announcement}
      </p>
    </>
  );
}

/** The deals of one pipeline by stage, each with what its primary company's scorecard says. */
export function BoardPage({ addAlert }: { addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { search } = useAddress();
  const state = useMemo(() => parseBoardState(new URLSearchParams(search)), [search]);
  const { remote, reload, move } = useBoard(ownerId, addAlert);
  const board = remote.state === 'success' ? remote.value : undefined;
  const pipeline = board && chosenPipeline(board.pipelines, state);
  const change = (changes: Partial<BoardState>) => replaceAddress(boardHref({ ...state, ...changes }));
  useFormerPlace(board !== undefined);
  return (
    <main className="page-main is-board">
      <div className="page-title">
        <h1>{pipeline?.label ?? 'Board'}</h1>
      </div>
      <LaneLegend />
      {remote.state === 'loading' && <LoadingSpinner label="Loading deals" showLabel layout="centered" />}
      {remote.state === 'error' && (
        <ErrorState title="The deals could not be read">
          <p>{remote.message}</p>
          <button type="button" className="ui-button is-secondary is-sm" onClick={() => void reload()}>
            Try again
          </button>
        </ErrorState>
      )}
      {board && !pipeline && (
        <EmptyState title="The portal has no deal pipeline">Add one to see deals here.</EmptyState>
      )}
      {board && pipeline && <ShownBoard {...{ board, pipeline, state, change, move }} />}
    </main>
  );
}
