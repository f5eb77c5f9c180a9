import { companyIn, propertyIn, type Property } from '../crm-objects.ts';
import { listIn, recordIn, textIn } from '../parse.ts';
import { callServer } from '../server-calls.ts';

const OBJECTS = '/crm-api/crm/objects/2026-09';
const DEALS = `${OBJECTS}/deals`;
const PIPELINES = '/crm-api/crm/pipelines/2026-09/deals';
const PROPERTIES = '/crm-api/crm/properties/2026-09/deals';

/** HubSpot reads at most as many records in one batch, and lists as many on one page. */
const PAGE = 100;

const DEAL_PROPERTIES = [
  ...['dealname', 'dealstage', 'pipeline', 'amount', 'hubspot_owner_id', 'hs_primary_associated_company'],
  ...['ipp_lane', 'ipp_total', 'ipp_clearance'],
];

export interface Stage {
  id: string;
  label: string;
}

export interface Pipeline {
  id: string;
  label: string;
  stages: Stage[];
}

/** Empty texts where the deal has no value. */
export interface Deal {
  id: string;
  name: string;
  pipeline: string;
  stage: string;
  amount: string;
  ownerId: string;
  lane: string;
  total: string;
  clearance: string;
  company: { id: string; name: string } | undefined;
}

export interface Board {
  pipelines: Pipeline[];
  deals: Deal[];
  /** Definitions of deal properties by name. */
  properties: ReadonlyMap<string, Property>;
}

/** Everything that the board shows: pipelines, every deal, and the names of their primary companies. */
export async function loadBoard(ownerId: string): Promise<Board> {
  const [pipelines, properties, found] = await Promise.all([
    listPipelines(ownerId),
    callServer(ownerId, 'GET', PROPERTIES),
    listDeals(ownerId),
  ]);
  const names = await companyNames(ownerId, [...new Set(found.map(({ companyId }) => companyId))]);
  return {
    pipelines,
    properties: new Map(
      listIn(recordIn(properties)['results']).map((each) => [propertyIn(each).name, propertyIn(each)]),
    ),
    deals: found.map(({ companyId, ...deal }) => ({
      ...deal,
      company: companyId === '' ? undefined : { id: companyId, name: names.get(companyId) ?? companyId },
    })),
  };
}

export async function listPipelines(ownerId: string): Promise<Pipeline[]> {
  const { results } = recordIn(await callServer(ownerId, 'GET', PIPELINES));
  return listIn(results).map(pipelineIn);
}

/** @throws Error with the CRM's own words */
export async function moveDeal(ownerId: string, id: string, stage: string): Promise<void> {
  await callServer(ownerId, 'PATCH', `${DEALS}/${encodeURIComponent(id)}`, {
    properties: { dealstage: stage },
  });
}

type FoundDeal = Omit<Deal, 'company'> & { companyId: string };

async function listDeals(ownerId: string): Promise<FoundDeal[]> {
  const deals: FoundDeal[] = [];
  let after = '';
  do {
    const query = new URLSearchParams({ limit: String(PAGE), properties: DEAL_PROPERTIES.join(',') });
    if (after) query.set('after', after);
    const page = recordIn(await callServer(ownerId, 'GET', `${DEALS}?${query.toString()}`));
    deals.push(...listIn(page['results']).map(dealIn));
    after = textIn(recordIn(recordIn(page['paging'])['next'])['after']);
  } while (after);
  return deals;
}

async function companyNames(ownerId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== '');
  const names = new Map<string, string>();
  for (let start = 0; start < wanted.length; start += PAGE) {
    const inputs = wanted.slice(start, start + PAGE).map((id) => ({ id }));
    const body = { inputs, properties: ['name'], propertiesWithHistory: [] };
    const answer = recordIn(await callServer(ownerId, 'POST', `${OBJECTS}/companies/batch/read`, body));
    for (const { id, properties } of listIn(answer['results']).map(companyIn))
      names.set(id, properties['name'] || `Company ${id}`);
  }
  return names;
}

function pipelineIn(json: unknown): Pipeline {
  const { id, label, stages } = recordIn(json);
  const stagesIn = listIn(stages).map((stage) => recordIn(stage));
  return {
    id: textIn(id),
    label: textIn(label),
    stages: stagesIn.map((stage) => ({ id: textIn(stage['id']), label: textIn(stage['label']) })),
  };
}

function dealIn(json: unknown): FoundDeal {
  // A deal is read as every record is: an id and values.
  const { id, properties } = companyIn(json);
  const value = (name: string) => properties[name] ?? '';
  return {
    id,
    name: value('dealname') || `Deal ${id}`,
    pipeline: value('pipeline'),
    stage: value('dealstage'),
    amount: value('amount'),
    ownerId: value('hubspot_owner_id'),
    lane: value('ipp_lane'),
    total: value('ipp_total'),
    clearance: value('ipp_clearance'),
    companyId: value('hs_primary_associated_company'),
  };
}
