/** What the metrics count of calls to HubSpot and of the work in the background. */
export type Tallied = 'event' | 'turn' | 'repair' | 'rejudge' | 'nightly' | 'completion' | 'call' | 'refresh';

/** How often something ended so. */
export interface TallyCount {
  what: Tallied;
  outcome: string;
  count: number;
}

/** Counts since the start of the process, without portals and people. */
export interface Tally {
  add: (what: Tallied, outcome: string, count?: number) => void;
  of: (what: Tallied) => TallyCount[];
  all: () => TallyCount[];
}

export function openTally(): Tally {
  const counts = new Map<string, TallyCount>();
  const all = () => [...counts.values()];
  return {
    add: (what, outcome, count = 1) => {
      const name = `${what} ${outcome}`;
      const known = counts.get(name)?.count ?? 0;
      if (count > 0) counts.set(name, { what, outcome, count: known + count });
    },
    of: (what) => all().filter((each) => each.what === what),
    all,
  };
}

/** What was counted in one tally since the last time. */
export function openDifferences(tally: Pick<Tally, 'all'>): () => TallyCount[] {
  const told = openTally();
  return () => {
    const before = new Map(told.all().map(({ what, outcome, count }) => [`${what} ${outcome}`, count]));
    const news = tally.all().map((each) => {
      const count = each.count - (before.get(`${each.what} ${each.outcome}`) ?? 0);
      return { ...each, count };
    });
    const found = news.filter(({ count }) => count > 0);
    for (const { what, outcome, count } of found) told.add(what, outcome, count);
    return found;
  };
}
