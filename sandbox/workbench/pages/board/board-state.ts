import type { Deal, Pipeline, Stage } from './board-crm.ts';

/** Pipeline and filters, all of them in the address. An empty term matches deals without a value. */
export interface BoardState {
  /** Empty for the usual one. */
  pipelineId: string;
  lanes: readonly string[];
  clearances: readonly string[];
  partnerTypes: readonly string[];
}

export const NOTHING_ASKED = { lanes: [], clearances: [], partnerTypes: [] } as const;
const USUAL_PIPELINE = 'Partnerships';

export function parseBoardState(query: URLSearchParams): BoardState {
  return {
    pipelineId: query.get('pipeline') ?? '',
    lanes: [...new Set(query.getAll('lane'))],
    clearances: [...new Set(query.getAll('clearance'))],
    partnerTypes: [...new Set(query.getAll('type'))],
  };
}

export function boardHref({ pipelineId, lanes, clearances, partnerTypes }: BoardState): string {
  const query = new URLSearchParams();
  if (pipelineId !== '') query.set('pipeline', pipelineId);
  for (const lane of lanes) query.append('lane', lane);
  for (const clearance of clearances) query.append('clearance', clearance);
  for (const type of partnerTypes) query.append('type', type);
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

export function isAsked({ lanes, clearances, partnerTypes }: BoardState, deal: Deal): boolean {
  return (
    (lanes.length === 0 || lanes.includes(deal.lane)) &&
    (clearances.length === 0 || clearances.includes(deal.clearance)) &&
    (partnerTypes.length === 0 || partnerTypes.includes(deal.partnerType))
  );
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
