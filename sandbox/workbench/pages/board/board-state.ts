import type { Deal, Pipeline, Stage } from './board-crm.ts';

/** Pipeline and filters, all of them in the address. An empty term matches deals without a value. */
export interface BoardState {
  /** Empty for the usual one. */
  pipelineId: string;
  lanes: readonly string[];
  clearances: readonly string[];
  partnerTypes: readonly string[];
  decisions: readonly string[];
  quarters: readonly string[];
}

/** The filters, by their name in the address. */
const FILTERS = {
  lane: 'lanes',
  clearance: 'clearances',
  type: 'partnerTypes',
  decision: 'decisions',
  quarter: 'quarters',
} as const;

export const NOTHING_ASKED = {
  lanes: [],
  clearances: [],
  partnerTypes: [],
  decisions: [],
  quarters: [],
} as const;
const USUAL_PIPELINE = 'Partnerships';

export function parseBoardState(query: URLSearchParams): BoardState {
  return {
    pipelineId: query.get('pipeline') ?? '',
    lanes: [...new Set(query.getAll('lane'))],
    clearances: [...new Set(query.getAll('clearance'))],
    partnerTypes: [...new Set(query.getAll('type'))],
    decisions: [...new Set(query.getAll('decision'))],
    quarters: [...new Set(query.getAll('quarter'))],
  };
}

export function boardHref(state: BoardState): string {
  const query = new URLSearchParams();
  if (state.pipelineId !== '') query.set('pipeline', state.pipelineId);
  for (const [key, filter] of Object.entries(FILTERS))
    for (const term of state[filter]) query.append(key, term);
  const text = query.toString();
  return text === '' ? '/board' : `/board?${text}`;
}

/** The pipeline of the address, else the partner pipeline, else the first; undefined when there is none. */
export function chosenPipeline(pipelines: readonly Pipeline[], { pipelineId }: BoardState) {
  return (
    pipelines.find(({ id }) => id === pipelineId) ??
    pipelines.find(({ label }) => label === USUAL_PIPELINE) ??
    pipelines[0]
  );
}

export function isAsked(state: BoardState, deal: Deal): boolean {
  const asked = [
    [state.lanes, deal.lane],
    [state.clearances, deal.clearance],
    [state.partnerTypes, deal.partnerType],
    [state.decisions, deal.decision],
    [state.quarters, deal.quarter],
  ] as const;
  return asked.every(([terms, value]) => terms.length === 0 || terms.includes(value));
}

/** Whether any filter narrows the board. */
export function isNarrowed(state: BoardState): boolean {
  return Object.values(FILTERS).some((filter) => state[filter].length > 0);
}

export interface Column {
  stage: Stage;
  /** Highest total first; of a range its lower end counts. */
  deals: readonly Deal[];
  /** Of the amounts that are given, in the portal's currency; undefined when none is. */
  sum: number | undefined;
}

/** One column per stage, in the pipeline's order. Deals in an unknown stage are in an extra last column. */
export function columnsOf({ stages }: Pipeline, deals: readonly Deal[]): Column[] {
  const strays = deals.filter(({ stage }) => !stages.some(({ id }) => id === stage));
  const columns = stages.map((stage) =>
    columnOf(
      stage,
      deals.filter((deal) => deal.stage === stage.id),
    ),
  );
  return strays.length === 0 ? columns : [...columns, columnOf({ id: '', label: 'No stage' }, strays)];
}

function columnOf(stage: Stage, deals: readonly Deal[]): Column {
  // A range stands where its lower end does.
  const points = ({ total }: Deal) => (total === '' ? -1 : Number.parseInt(total, 10));
  const sorted = [...deals].sort((a, b) => points(b) - points(a) || a.name.localeCompare(b.name));
  const amounts = deals.flatMap(({ amount }) => (amount === '' ? [] : [Number(amount)]));
  const sum = amounts.length === 0 ? undefined : amounts.reduce((a, b) => a + b, 0);
  return { stage, deals: sorted, sum };
}

const money = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

export function amountText(amount: number): string {
  return money.format(amount);
}
