import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useRemote, type Remote } from '../remote-state.ts';
import { loadBoard, moveDeal, type Board, type Deal } from './board-crm.ts';

export interface LiveBoard {
  remote: Remote<Board>;
  reload: () => Promise<void>;
  /** Shows the deal in its new stage at once, and puts it back when the CRM refuses. */
  move: (deal: Deal, stage: string) => void;
}

export function useBoard(ownerId: string, addAlert: AddAlertAction) {
  const load = useCallback(() => loadBoard(ownerId), [ownerId]);
  const { remote, reload } = useRemote(load);
  // Stages that the CRM confirmed since loading, and stages of moves under way; by deal id.
  const [confirmed, setConfirmed] = useState<ReadonlyMap<string, string>>(new Map());
  const [wanted, setWanted] = useState<ReadonlyMap<string, string>>(new Map());
  // Moves of one deal are sent in order, or an earlier one could arrive last.
  const queue = useRef(new Map<string, Promise<void>>());

  const move = useCallback(
    ({ id, name }: Deal, stage: string) => {
      const send = async () => {
        try {
          await moveDeal(ownerId, id, stage);
          setConfirmed((before) => new Map(before).set(id, stage));
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          addAlert({ type: 'danger', title: `${name} was not moved`, message: reason });
        }
        setWanted((before) => (before.get(id) === stage ? without(before, id) : before));
      };
      setWanted((before) => new Map(before).set(id, stage));
      queue.current.set(id, (queue.current.get(id) ?? Promise.resolve()).then(send));
    },
    [ownerId, addAlert],
  );

  const reloadAll = useCallback(async () => {
    await reload();
    setConfirmed(new Map());
  }, [reload]);

  // Shows scorecards that were saved in another tab.
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') void reloadAll();
    };
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [reloadAll]);

  const shown = useMemo(() => withStages(remote, confirmed, wanted), [remote, confirmed, wanted]);
  return { remote: shown, reload: reloadAll, move } satisfies LiveBoard;
}

function without(map: ReadonlyMap<string, string>, id: string): ReadonlyMap<string, string> {
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}

function withStages(
  remote: Remote<Board>,
  confirmed: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): Remote<Board> {
  if (remote.state !== 'success') return remote;
  const deals = remote.value.deals.map((deal) => ({
    ...deal,
    stage: wanted.get(deal.id) ?? confirmed.get(deal.id) ?? deal.stage,
  }));
  return { state: 'success', value: { ...remote.value, deals } };
}
