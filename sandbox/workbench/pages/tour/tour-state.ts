import { useCallback, useEffect, useState } from 'react';
import type { TourStep } from '../../host/settings.ts';
import { searchCrm } from '../crm.ts';
import { settings } from '../portal.ts';
import { useRemote } from '../remote-state.ts';

const VISITED = 'workbench-visited';
const DISMISSED = 'workbench-tour-dismissed';

function visitedPaths(): string[] {
  return (localStorage.getItem(VISITED) ?? '').split(' ').filter(Boolean);
}

/** Remembers in this browser which pages were seen. */
export function useVisit(pathname: string): void {
  useEffect(() => {
    const paths = visitedPaths();
    if (settings.tour.length > 0 && !paths.includes(pathname))
      localStorage.setItem(VISITED, [...paths, pathname].join(' '));
  }, [pathname]);
}

/** Whether the banner was put away in this browser. */
export function useDismissed() {
  const [isDismissed, set] = useState(() => localStorage.getItem(DISMISSED) !== null);
  const dismiss = (wanted: boolean) => {
    if (wanted) localStorage.setItem(DISMISSED, 'yes');
    else localStorage.removeItem(DISMISSED);
    set(wanted);
  };
  return { isDismissed, dismiss };
}

/** Forgets what this browser knows of the tour. */
export function forgetTour(): void {
  localStorage.removeItem(VISITED);
  localStorage.removeItem(DISMISSED);
}

export interface StepState extends TourStep {
  href: string;
  isDone: boolean;
}

/** The steps with their addresses. A company that is not found by its name leads to the list. */
export function useTourSteps(ownerId: string): readonly StepState[] {
  const load = useCallback(async () => stepsOf(ownerId), [ownerId]);
  const { remote } = useRemote(load);
  return remote.state === 'success' ? remote.value : [];
}

async function stepsOf(ownerId: string): Promise<StepState[]> {
  const { tour } = settings;
  // HubSpot compares texts of IN in lower case, and finds nothing by others.
  const names = tour.flatMap(({ at }) => ('company' in at ? [at.company.toLowerCase()] : []));
  const { results } = await searchCrm(ownerId, {
    objectType: 'companies',
    properties: ['name', ...tour.flatMap(({ done }) => done?.property ?? [])],
    filterGroups: [{ filters: [{ propertyName: 'name', operator: 'IN', values: names }] }],
    pageLength: 100,
  });
  const visited = visitedPaths();
  return tour.map((step) => {
    const company = results.find(
      ({ properties }) => 'company' in step.at && properties['name'] === step.at.company,
    );
    const href = 'path' in step.at ? step.at.path : `/companies${company ? `/${company.objectId}` : ''}`;
    const isDone = step.done
      ? company !== undefined && !step.done.isNot.includes(company.properties[step.done.property] ?? '')
      : visited.includes(href);
    return { ...step, href, isDone };
  });
}
