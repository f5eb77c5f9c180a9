import { useCallback } from 'react';
import { PageLink } from '../address.tsx';
import { listPipelines, type Pipeline } from '../board/board-crm.ts';
import { amountText } from '../board/board-state.ts';
import { PropertyCell } from '../companies/property-cell.tsx';
import type { Property } from '../crm-objects.ts';
import { useRemote } from '../remote-state.ts';
import { useSignedIn } from '../session.tsx';
import { definitionsOf, readRelated, type RelatedRecord } from './related-crm.ts';
import { Cell, RelatedSection } from './related-section.tsx';

/** What the save mirrors on the deal, by column. */
const MIRRORED = [
  ['Lane', 'ipp_lane'],
  ['Total', 'ipp_total'],
  ['Clearance', 'ipp_clearance'],
] as const;

const PROPERTIES = ['dealname', 'pipeline', 'dealstage', 'amount', ...MIRRORED.map(([, name]) => name)];
const COLUMNS = ['Name', 'Pipeline', 'Stage', 'Amount', ...MIRRORED.map(([label]) => label), 'Company'];

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

interface RowProps extends Omit<Deals, 'deals'> {
  deal: RelatedRecord;
}

function DealRow({ deal: { id, properties, typeIds }, pipelines, definitions }: RowProps) {
  const value = (name: string) => properties[name] ?? '';
  const pipeline = pipelines.find((each) => each.id === value('pipeline'));
  const stage = pipeline?.stages.find((each) => each.id === value('dealstage'));
  const amount = value('amount');
  const query = new URLSearchParams({ pipeline: value('pipeline') });
  return (
    <tr>
      <th scope="row">
        <PageLink id={`related-deal-${id}`} href={`/board?${query.toString()}`}>
          {value('dealname') || `Deal ${id}`}
        </PageLink>
      </th>
      <Cell label="Pipeline">{pipeline?.label ?? value('pipeline')}</Cell>
      <Cell label="Stage">{stage?.label ?? value('dealstage')}</Cell>
      <Cell label="Amount">{amount && amountText(Number(amount))}</Cell>
      {MIRRORED.map(([label, name]) => {
        const property = definitions.get(name);
        const isShown = property && value(name) !== '';
        return (
          <Cell key={name} {...{ label }}>
            {isShown ? <PropertyCell property={property} value={value(name)} /> : ''}
          </Cell>
        );
      })}
      <Cell label="Company">
        {typeIds.includes(DEAL_WITH_PRIMARY_COMPANY) ? 'Primary' : 'Not the primary one'}
      </Cell>
    </tr>
  );
}

export function DealSection({ companyId }: { companyId: string }) {
  const { id: ownerId } = useSignedIn();
  const load = useCallback(() => loadDeals(ownerId, companyId), [ownerId, companyId]);
  return (
    <RelatedSection
      title="Deals"
      noun="deals"
      columns={COLUMNS}
      {...useRemote(load)}
      rowsOf={({ deals, ...rest }) => deals.map((deal) => <DealRow key={deal.id} {...{ deal }} {...rest} />)}
    />
  );
}
