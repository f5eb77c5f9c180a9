import { FilterPopup } from '../companies/filter-popup.tsx';
import { ValueChoice } from '../companies/value-choice.tsx';
import { valueText } from '../portal.ts';
import type { Property } from '../crm-objects.ts';
import type { Board, Pipeline } from './board-crm.ts';
import { PARTNER_TYPE } from './deal-companies.ts';
import type { BoardState } from './board-state.ts';

interface FilterProps {
  property: Property | undefined;
  terms: readonly string[];
  ask: (terms: readonly string[]) => void;
  /** The property's label when left out. */
  label?: string;
  /** The property's options when left out. */
  values?: readonly string[];
}

/** A portal without the property has nothing to filter by. */
function Filter({ property, label, terms, ask, values }: FilterProps) {
  if (!property) return null;
  const summary = terms.map((term) => (term === '' ? 'no value' : valueText(property, term))).join(', ');
  const choices = values?.map((value) => ({ value, label: value })) ?? property.options;
  return (
    <FilterPopup label={label ?? property.label} summary={summary}>
      <ValueChoice {...{ choices, terms, ask }} />
    </FilterPopup>
  );
}

/** The quarters that deals have, in order. */
function quartersIn({ deals }: Board): string[] {
  const quarters = new Set(deals.map(({ quarter }) => quarter));
  quarters.delete('');
  return [...quarters].sort();
}

interface BoardFiltersProps {
  board: Board;
  pipeline: Pipeline;
  state: BoardState;
  change: (changes: Partial<BoardState>) => void;
}

export function BoardFilters({ board, pipeline, state, change }: BoardFiltersProps) {
  const { pipelines, properties } = board;
  return (
    <div className="page-filters" role="group" aria-label="Filters">
      {pipelines.length > 1 && (
        <label className="board-pipeline">
          <span className="ui-hidden">Pipeline</span>
          <select
            className="ui-input ui-select"
            value={pipeline.id}
            onChange={(event) => change({ pipelineId: event.target.value })}
          >
            {pipelines.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <Filter property={properties.get('ipp_lane')} terms={state.lanes} ask={(lanes) => change({ lanes })} />
      <Filter
        property={properties.get('ipp_clearance')}
        terms={state.clearances}
        ask={(clearances) => change({ clearances })}
      />
      <Filter
        property={properties.get(PARTNER_TYPE) ?? board.partnerType}
        terms={state.partnerTypes}
        ask={(partnerTypes) => change({ partnerTypes })}
      />
      <Filter
        property={properties.get('ipp_decision')}
        terms={state.decisions}
        ask={(decisions) => change({ decisions })}
      />
      <Filter
        property={properties.get('ipp_decision_quarter')}
        label="Quarter"
        values={quartersIn(board)}
        terms={state.quarters}
        ask={(quarters) => change({ quarters })}
      />
    </div>
  );
}
