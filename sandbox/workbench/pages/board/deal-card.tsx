import { StatusTag } from '../../components/tags.tsx';
import { classNames } from '../../components/class-names.ts';
import { PageLink } from '../address.tsx';
import { PreviewButton } from '../preview/preview-button.tsx';
import { PropertyCell } from '../companies/property-cell.tsx';
import { nameOf } from '../property-text.ts';
import { settings, valueText } from '../portal.ts';
import type { Board, Deal, Stage } from './board-crm.ts';
import { amountText } from './board-state.ts';
import type { Carrying } from './use-carry.ts';

interface DealCardProps {
  deal: Deal;
  stages: readonly Stage[];
  properties: Board['properties'];
  partnerType: Board['partnerType'];
  carrying: Carrying;
}

function Company({
  deal: { id, company, partnerType: type },
  partnerType,
}: Pick<DealCardProps, 'deal' | 'partnerType'>) {
  if (!company) return <span className="page-quiet">No primary company</span>;
  return (
    <div className="board-company">
      <PageLink id={`deal-${id}-company`} href={`/companies/${company.id}`}>
        {company.name}
      </PageLink>
      {partnerType && type !== '' && <span className="page-quiet">{valueText(partnerType, type)}</span>}
    </div>
  );
}

function Verdict({
  deal: { lane, total, clearance },
  properties,
}: Pick<DealCardProps, 'deal' | 'properties'>) {
  const [laneProperty, clearanceProperty] = [properties.get('ipp_lane'), properties.get('ipp_clearance')];
  return (
    <div className="board-verdict">
      {laneProperty && lane !== '' ? (
        <PropertyCell property={laneProperty} value={lane} />
      ) : (
        <StatusTag hollow>Not scored</StatusTag>
      )}
      {total !== '' && <span className="board-total">{total} points</span>}
      {clearanceProperty && clearance !== '' && (
        <PropertyCell property={clearanceProperty} value={clearance} />
      )}
    </div>
  );
}

/** Nothing before the first decision. */
function Decision({ deal: { decision, quarter }, properties }: Pick<DealCardProps, 'deal' | 'properties'>) {
  const property = properties.get('ipp_decision');
  if (!property || decision === '') return null;
  return (
    <div className="board-verdict">
      <PropertyCell property={property} value={decision} />
      {quarter !== '' && <span className="board-total">{quarter}</span>}
    </div>
  );
}

function ownerText(ownerId: string): string {
  if (ownerId === '') return 'No owner';
  const owner = settings.owners.find(({ id }) => id === ownerId);
  return owner ? nameOf(owner) : `Owner ${ownerId}`;
}

/** Moves a deal without dragging; the only way on a touch screen. */
function MoveTo({ deal, stages, place }: Pick<DealCardProps, 'deal' | 'stages'> & Pick<Carrying, 'place'>) {
  return (
    <label className="board-move">
      <span>
        Move <span className="ui-hidden">{deal.name}</span> to
      </span>
      <select
        id={`deal-${deal.id}-stage`}
        className="ui-input ui-select"
        value={deal.stage}
        onChange={(event) => place(deal, event.target.value)}
      >
        {!stages.some(({ id }) => id === deal.stage) && <option value={deal.stage}>No stage</option>}
        {stages.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The name is the handle for the keyboard. The mouse drags the whole card. */
export function DealCard({ deal, stages, properties, partnerType, carrying }: DealCardProps) {
  const { carry, lift, cancel, onKeyDown } = carrying;
  const isCarried = carry?.deal.id === deal.id;
  return (
    <li
      className={classNames('board-card', isCarried && 'is-carried')}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        // Firefox needs data to start a drag.
        event.dataTransfer.setData('text/plain', deal.name);
        lift(deal, 'mouse');
      }}
      onDragEnd={cancel}
    >
      <div
        id={`deal-${deal.id}`}
        className="board-name"
        role="button"
        tabIndex={0}
        aria-pressed={isCarried}
        aria-describedby="board-keys"
        onKeyDown={(event) => onKeyDown(event, deal)}
        onBlur={() => isCarried && carry.by === 'keys' && cancel()}
      >
        {deal.name}
      </div>
      <Company {...{ deal, partnerType }} />
      <Verdict {...{ deal, properties }} />
      <Decision {...{ deal, properties }} />
      <div className="board-facts">
        <span>{ownerText(deal.ownerId)}</span>
        <span>{deal.amount === '' ? 'No amount' : amountText(Number(deal.amount))}</span>
      </div>
      <div className="board-foot">
        <MoveTo {...{ deal, stages }} place={carrying.place} />
        <PreviewButton record={{ objectType: 'deals', id: deal.id }} name={deal.name} />
      </div>
    </li>
  );
}
