import { useCallback } from 'react';
import { PageLink } from '../address.tsx';
import { listPipelines, type Pipeline } from '../board/board-crm.ts';
import { amountText } from '../board/board-state.ts';
import { TOTALS, totalText } from '../total-text.ts';
import { PropertyCell } from '../companies/property-cell.tsx';
import type { Property } from '../crm-objects.ts';
import { useRemote } from '../remote-state.ts';
import { useSignedIn } from '../session.tsx';
import { definitionsOf, readRelated, type RelatedRecord } from './related-crm.ts';
import { RelatedItem, RelatedSection, type SectionOfCompany } from './related-section.tsx';

/** What the save mirrors on the deal. */
const MIRRORED = [
  ...['ipp_partner_type', 'ipp_lane', 'ipp_clearance'],
  ...['ipp_decision', 'ipp_decision_quarter'],
];

const PROPERTIES = ['dealname', 'pipeline', 'dealstage', 'amount', ...MIRRORED, ...TOTALS];

/** Seen from the company. Source: HubSpot's table of association type ids. */
const DEAL_WITH_PRIMARY_COMPANY = 6;

interface Deals {
  deals: RelatedRecord[];
  pipelines: Pipeline[];
  definitions: ReadonlyMap<string, Property>;
}

async function loadDeals(ownerId: string, companyId: string): Promise<Deals> {
  const [deals, definitions, pipelines] = await Promise.all([
    readRelated(ownerId, companyId, 'deals', PROPERTIES),
    definitionsOf(ownerId, 'deals'),
    listPipelines(ownerId),
  ]);
  return { deals, definitions, pipelines };
}

interface ItemProps extends Omit<Deals, 'deals'> {
  deal: RelatedRecord;
}

function DealItem({ deal: { id, properties, typeIds }, pipelines, definitions }: ItemProps) {
  const value = (name: string) => properties[name] ?? '';
  const pipeline = pipelines.find((each) => each.id === value('pipeline'));
  const stage = pipeline?.stages.find((each) => each.id === value('dealstage'));
  const amount = value('amount');
  const query = new URLSearchParams({ pipeline: value('pipeline') });
  const mirrored = MIRRORED.flatMap((name) => {
    const property = definitions.get(name);
    const shown =
      property && value(name) !== '' ? <PropertyCell {...{ property }} value={value(name)} /> : '';
    return property ? [[property.label, shown] as const] : [];
  });
  const title = (
    <PageLink id={`related-deal-${id}`} href={`/board?${query.toString()}`}>
      {value('dealname') || `Deal ${id}`}
    </PageLink>
  );
  const facts = [
    ['Pipeline', pipeline?.label ?? value('pipeline')],
    ['Stage', stage?.label ?? value('dealstage')],
    ['Amount', amount && amountText(Number(amount))],
    ...mirrored,
    ['Total', totalText(value)],
    ['Company', typeIds.includes(DEAL_WITH_PRIMARY_COMPANY) ? 'Primary' : 'Not the primary one'],
  ] as const;
  return <RelatedItem {...{ title, facts }} />;
}

export function DealSection({ companyId, values }: SectionOfCompany) {
  const { id: ownerId } = useSignedIn();
  const load = useCallback(() => loadDeals(ownerId, companyId), [ownerId, companyId]);
  return (
    <RelatedSection
      title="Deals"
      noun="deals"
      {...{ values }}
      {...useRemote(load)}
      itemsOf={({ deals, ...rest }) =>
        deals.map((deal) => <DealItem key={deal.id} {...{ deal }} {...rest} />)
      }
    />
  );
}
