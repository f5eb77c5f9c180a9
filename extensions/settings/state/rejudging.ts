import type { RejudgedPage } from '../../../src/contract/rejudging.ts';

import type { Failure } from '../../door/ask.ts';

/** A run that judges every scorecard of a type by its current profile, page by page. */
export interface Rejudging {
  /** `stopping` until the page under way is done. */
  state: 'running' | 'stopping' | 'stopped' | 'failed' | 'done';
  /** The version that it began with; null before the first page. */
  to: string | null;
  /** Where it goes on; null for the beginning. */
  next: string | null;
  /** How many companies there are, as the first page counted; null before it. */
  total: number | null;
  looked: number;
  rejudged: number;
  current: number;
  lanes: RejudgedPage['lanes'];
  left: RejudgedPage['left'];
  notes: readonly string[];
  failure: Failure | null;
}

const BEGUN: Rejudging = {
  ...{ state: 'running', to: null, next: null, total: null, looked: 0, rejudged: 0, current: 0 },
  ...{ lanes: [], left: [], notes: [], failure: null },
};

/** A run from the beginning, or on from where the last one ended. */
export function begunRun(before: Rejudging | undefined, isFromStart: boolean): Rejudging {
  return before === undefined || isFromStart ? BEGUN : { ...before, state: 'running', failure: null };
}

export function withRejudged(run: Rejudging, page: RejudgedPage): Rejudging {
  const state = page.next === null ? 'done' : run.state === 'stopping' ? 'stopped' : 'running';
  return {
    ...run,
    ...{ state, to: page.to, next: page.next, total: run.total ?? page.total },
    ...{ looked: run.looked + page.looked, rejudged: run.rejudged + page.rejudged },
    current: run.current + page.current,
    lanes: summed([...run.lanes, ...page.lanes]),
    left: [...run.left, ...page.left],
    notes: [...run.notes, ...page.notes],
  };
}

function summed(lanes: RejudgedPage['lanes']): RejudgedPage['lanes'] {
  const sums: { -readonly [Key in keyof (typeof lanes)[number]]: (typeof lanes)[number][Key] }[] = [];
  for (const { from, to, companies } of lanes) {
    const known = sums.find((each) => each.from === from && each.to === to);
    if (known === undefined) sums.push({ from, to, companies });
    else known.companies += companies;
  }
  return sums;
}

export function isUnderWay(run: Rejudging | undefined): boolean {
  return run?.state === 'running' || run?.state === 'stopping';
}
