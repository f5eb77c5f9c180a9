import { amount } from '../amount.ts';
import { type Tally, count } from '../doctor/finding.ts';
import { ROUNDS } from '../scorecard/repair.ts';
import {
  companiesNotListed,
  companiesNotRead,
  dealsLeftBehind,
  dealsNotListed,
  dealsRefused,
  editedVerdicts,
  keepsChangingNightly,
  notJudged,
  notWritable,
  tasksLeft,
  tasksNotMade,
  tasksRefused,
} from '../../messages/nightly.ts';

/** Where a run goes on: behind the record of this id, or with the first one. */
export interface Position {
  phase: 'verdicts' | 'deals';
  after: string | null;
}

/** Stable: other programs depend on them. */
type NightlyCode =
  | 'not-judged'
  | 'not-writable'
  | 'keeps-changing'
  | 'edited-verdict'
  | 'not-read'
  | 'search-behind'
  | 'task-refused'
  | 'tasks-left'
  | 'tasks-refused'
  | 'deal-not-writable'
  | 'deals-refused'
  | 'deal-search-behind';

/** Something that a person has to look at. */
export interface NightlyFinding {
  code: NightlyCode;
  /** What is wrong and what to do next. */
  message: string;
  count: number;
  /** The first ten, by name and with the reason. */
  examples: string[];
}

/** What a nightly run did. */
export interface NightlyReport {
  /** How many were looked at, and how many of them written. */
  companies: number;
  companiesRepaired: number;
  deals: number;
  dealsRepaired: number;
  /** How many tasks were made. */
  tasks: number;
  /** How many expired drafts of scorecards were deleted. */
  drafts: number;
  findings: NightlyFinding[];
  /** What was not looked at; null when the run is complete. */
  left: Position | null;
}

/** Counts while a run goes on. */
export interface Counts extends Pick<
  NightlyReport,
  'companies' | 'companiesRepaired' | 'deals' | 'dealsRepaired' | 'tasks' | 'drafts'
> {
  tallies: Map<NightlyCode, Tally>;
  /** How many records the searches counted and did not give. */
  missing: { companies: number; deals: number };
  /** Why no deal was looked at. */
  dealsRefused: string | null;
  /** Why no task was made. */
  tasksRefused: string | null;
  /** How many tasks there were no calls for. */
  tasksLeft: number;
}

export function noCounts(): Counts {
  return {
    ...{ companies: 0, companiesRepaired: 0, deals: 0, dealsRepaired: 0, tasks: 0, drafts: 0 },
    ...{ tallies: new Map(), missing: { companies: 0, deals: 0 }, dealsRefused: null },
    ...{ tasksRefused: null, tasksLeft: 0 },
  };
}

/** Counts one record, and keeps the names of the first. */
export function tally({ tallies }: Counts, code: NightlyCode, name: string): void {
  const known = tallies.get(code) ?? { count: 0, examples: [] };
  count(known, name);
  tallies.set(code, known);
}

export function reportOf(counts: Counts, left: Position | null): NightlyReport {
  const { tallies, missing, companies, companiesRepaired, deals, dealsRepaired, tasks, drafts } = counts;
  const findings = [...tallies].map(([code, { count: number, examples }]) => ({
    ...{ code, count: number, examples },
    message: sentenceOf(code, number),
  }));
  const found = (code: NightlyCode, number: number, message: string) =>
    number === 0 ? [] : [{ code, message, count: number, examples: [] }];
  const isRefused = counts.dealsRefused !== null;
  const areTasksRefused = counts.tasksRefused !== null;
  return {
    ...{ companies, companiesRepaired, deals, dealsRepaired, tasks, drafts, left },
    findings: [
      ...findings,
      ...found('search-behind', missing.companies, companiesNotListed(missing.companies)),
      ...found('deal-search-behind', missing.deals, dealsNotListed(missing.deals)),
      ...found('tasks-left', counts.tasksLeft, tasksLeft(amount(counts.tasksLeft, 'task was', 'tasks were'))),
      ...found('tasks-refused', Number(areTasksRefused), tasksRefused(counts.tasksRefused ?? '')),
      ...found('deals-refused', Number(isRefused), dealsRefused(counts.dealsRefused ?? '')),
    ],
  };
}

function sentenceOf(code: NightlyCode, number: number): string {
  const companies = amount(number, 'company was', 'companies were');
  if (code === 'not-judged') return notJudged(companies);
  if (code === 'keeps-changing') return keepsChangingNightly(companies, ROUNDS);
  if (code === 'edited-verdict') return editedVerdicts(companies);
  if (code === 'not-read') return companiesNotRead(companies);
  if (code === 'task-refused') return tasksNotMade(amount(number, 'task was', 'tasks were'));
  if (code === 'deal-not-writable')
    return dealsLeftBehind(amount(number, 'partner deal was', 'partner deals were'));
  return notWritable(companies);
}

/** `20 companies were looked at, 3 repaired`, and the same of deals. */
export function sumOf({
  companies,
  companiesRepaired,
  deals,
  dealsRepaired,
}: Pick<NightlyReport, 'companies' | 'companiesRepaired' | 'deals' | 'dealsRepaired'>): [string, string] {
  const figure = (number: number) => number.toLocaleString('en');
  return [
    `${amount(companies, 'company was', 'companies were')} looked at, ${figure(companiesRepaired)} repaired`,
    `${amount(deals, 'deal', 'deals')}, ${figure(dealsRepaired)} repaired`,
  ];
}
