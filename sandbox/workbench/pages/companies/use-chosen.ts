import { useCallback, useMemo, useState } from 'react';
import type { Company } from '../crm-objects.ts';
import type { ListState } from './list-state.ts';

/** The companies that a person chose from the list, for bulk actions. */
export interface Chosen {
  /** In the order of the list. */
  ids: readonly string[];
  has: (id: string) => boolean;
  /** Stable. */
  choose: (ids: readonly string[], isChosen: boolean) => void;
  clear: () => void;
}

/**
 * Keeps the choice while the list is paged and sorted; another view starts without one. That other filters or another
 * search do too is a guess: HubSpot documents neither, and a bulk action must not reach companies that are out of sight.
 *
 * @param found what the list shows on all its pages
 */
export function useChosen(found: readonly Company[], { view, words, asked }: ListState): Chosen {
  const list = JSON.stringify([view.id, words, asked]);
  const [kept, keep] = useState({ list, ids: NONE });
  if (kept.list !== list) keep({ list, ids: NONE });
  const chosen = kept.list === list ? kept.ids : NONE;
  const ids = useMemo(() => found.map(({ id }) => id).filter((id) => chosen.has(id)), [found, chosen]);
  const choose = useCallback<Chosen['choose']>((changed, isChosen) => {
    keep((before) => {
      const next = new Set(before.ids);
      for (const id of changed) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      return { ...before, ids: next };
    });
  }, []);
  const clear = useCallback(() => keep((before) => ({ ...before, ids: NONE })), []);
  return useMemo(() => ({ ids, has: (id) => chosen.has(id), choose, clear }), [ids, chosen, choose, clear]);
}

const NONE: ReadonlySet<string> = new Set();
