import { useCallback, useEffect, useState } from 'react';
import { listCompanies, listMembers, listProperties } from '../crm.ts';
import type { Company, Property } from '../crm-objects.ts';
import type { Members } from './matching.ts';
import { SAVED_VIEWS } from './saved-views.ts';

export interface Listed {
  ownerId: string;
  companies: readonly Company[];
  /** By name, in the CRM's order. */
  properties: ReadonlyMap<string, Property>;
  members: Members;
}

/** The lists that views show. */
const LISTS = SAVED_VIEWS.flatMap(({ list }) => list ?? []);

/** The last list read. It is shown on the way back from a record, until it has been read again. */
let kept: Listed | undefined;

/**
 * Every company with the given properties. While they are read again, the former ones are shown. Only the newest request
 * counts.
 *
 * @param names property names joined by commas
 */
export function useCompanies(ownerId: string, names: string) {
  const [listed, setListed] = useState(kept?.ownerId === ownerId ? kept : undefined);
  const [soFar, setSoFar] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setProblem(undefined);
    setSoFar(0);
    const load = async () => {
      try {
        const [companies, properties, ...members] = await Promise.all([
          listCompanies(ownerId, names.split(','), (count) => isCurrent && setSoFar(count)),
          listProperties(ownerId),
          ...LISTS.map((name) => listMembers(ownerId, name)),
        ]);
        if (!isCurrent) return;
        kept = {
          ...{ ownerId, companies },
          properties: new Map(properties.map((each) => [each.name, each])),
          members: Object.fromEntries(
            LISTS.map((list, index) => [list, members[index] ?? new Set<string>()]),
          ),
        };
        setListed(kept);
      } catch (error) {
        if (isCurrent) setProblem(error instanceof Error ? error.message : String(error));
      }
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [ownerId, names, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { listed, soFar, problem, retry };
}
