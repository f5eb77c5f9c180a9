import { companyIn, propertyIn, type Property } from '../crm-objects.ts';
import { listProperties } from '../crm.ts';
import { listIn, recordIn, textIn } from '../parse.ts';
import { callServer } from '../server-calls.ts';
import { TOTALS, totalText } from '../total-text.ts';
import { companiesOf, type DealCompany, PARTNER_TYPE } from './deal-companies.ts';

const OBJECTS = '/crm-api/crm/objects/2026-09';
const DEALS = `${OBJECTS}/deals`;
const PIPELINES = '/crm-api/crm/pipelines/2026-09/deals';
const PROPERTIES = '/crm-api/crm/properties/2026-09/deals';

/** The most records that HubSpot lists on one page. */
const PAGE = 100;

const DEAL_PROPERTIES = [
  ...['dealname', 'dealstage', 'pipeline', 'amount', 'hubspot_owner_id', 'hs_primary_associated_company'],
  ...['ipp_lane', 'ipp_clearance', PARTNER_TYPE, ...TOTALS],
  ...['ipp_decision', 'ipp_decision_quarter'],
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
  /** One number, or a range such as `250 to 380`. */
  total: string;
  clearance: string;
  /** What was decided about its primary company, and for which quarter. */
  decision: string;
  quarter: string;
  /** The deal's own, else that of its primary company. */
  partnerType: string;
  company: DealCompany | undefined;
}

export interface Board {
  pipelines: Pipeline[];
  deals: Deal[];
  /** Definitions of deal properties by name. */
  properties: ReadonlyMap<string, Property>;
  /** The companies' property; undefined where the portal lacks it. */
  partnerType: Property | undefined;
}

/** Everything that the board shows: pipelines, every deal, name and partner type of their primary companies. */
export async function loadBoard(ownerId: string): Promise<Board> {
  const [pipelines, properties, ofCompanies, found] = await Promise.all([
    listPipelines(ownerId),
    callServer(ownerId, 'GET', PROPERTIES),
    listProperties(ownerId),
    listDeals(ownerId),
  ]);
  const ids = new Set(found.map(({ companyId }) => companyId).filter((id) => id !== ''));
  const companies = await companiesOf(ownerId, [...ids]);
  return {
    pipelines,
    properties: new Map(
      listIn(recordIn(properties)['results']).map((each) => [propertyIn(each).name, propertyIn(each)]),
    ),
    partnerType: ofCompanies.find(({ name }) => name === PARTNER_TYPE),
    deals: found.map(({ companyId, ...deal }) => {
      const company = companies.get(companyId);
      return { ...deal, partnerType: deal.partnerType || (company?.partnerType ?? ''), company };
    }),
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
  // companyIn reads any record: an id and values.
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
    total: totalText(value),
    clearance: value('ipp_clearance'),
    decision: value('ipp_decision'),
    quarter: value('ipp_decision_quarter'),
    partnerType: value(PARTNER_TYPE),
    companyId: value('hs_primary_associated_company'),
  };
}
