import { memo } from 'react';
import { Table, TableBody, TableHead, TableHeader, TableRow } from '../../components/table.tsx';
import { PageLink } from '../address.tsx';
import type { PropertyValues } from '../../host/protocol.ts';
import type { Company, Property } from '../crm-objects.ts';
import { ChoiceBox, PageBox } from './choice-box.tsx';
import type { ColumnsProps } from './list-props.ts';
import { PreviewButton } from '../preview/preview-button.tsx';
import { totalText } from '../total-text.ts';
import type { Chosen } from './use-chosen.ts';
import { PropertyCell } from './property-cell.tsx';

const isNumber = ({ type }: Property) => type === 'number';

function Headings({ state, change, columns, companies, chosen }: CompanyTableProps) {
  const { property, isDescending } = state.sort;
  return (
    <TableHead>
      <TableRow>
        {chosen && (
          <th scope="col" className="page-choice">
            <PageBox shown={companies} chosen={chosen} />
          </th>
        )}
        {columns.map((column) => (
          <TableHeader
            key={column.name}
            align={isNumber(column) ? 'right' : 'left'}
            sortDirection={column.name !== property ? 'none' : isDescending ? 'descending' : 'ascending'}
            onSortChange={(direction) =>
              change({ sort: { property: column.name, isDescending: direction === 'descending' } })
            }
          >
            {column.label}
          </TableHeader>
        ))}
      </TableRow>
    </TableHead>
  );
}

interface RowProps {
  company: Company;
  columns: readonly Property[];
  isChosen: boolean;
  /** Undefined where no app has a bulk action. */
  choose: Chosen['choose'] | undefined;
}

/** Drawn again only when its company, its choice or the columns change. */
const Row = memo(function Row({ company, columns, isChosen, choose }: RowProps) {
  const { id, properties } = company;
  return (
    <tr className={isChosen ? 'is-chosen' : undefined}>
      {choose && (
        <td className="page-choice">
          <ChoiceBox
            label={`Select ${properties['name'] || `Company ${id}`}`}
            isChosen={isChosen}
            choose={(next) => choose([id], next)}
          />
        </td>
      )}
      {columns.map((column) =>
        column.name === 'name' ? (
          <th key="name" scope="row">
            <div className="page-named">
              <PageLink id={`company-${id}`} href={`/companies/${id}`}>
                {properties['name'] || `Company ${id}`}
              </PageLink>
              <PreviewButton
                record={{ objectType: 'companies', id }}
                name={properties['name'] || `Company ${id}`}
              />
            </div>
          </th>
        ) : (
          <td
            key={column.name}
            data-label={column.label}
            className={isNumber(column) ? 'is-number' : undefined}
          >
            <PropertyCell property={column} value={shownValue(column, properties)} />
          </td>
        ),
      )}
    </tr>
  );
});

/** A range stands in for a total that unknown ratings leave open. */
function shownValue({ name }: Property, properties: PropertyValues): string {
  if (name === 'ipp_total') return totalText((each) => properties[each] ?? '');
  return properties[name] ?? '';
}

interface CompanyTableProps extends ColumnsProps {
  companies: readonly Company[];
  /** Null where no app has a bulk action. */
  chosen: Chosen | null;
}

export function CompanyTable(props: CompanyTableProps) {
  const { companies, columns, chosen } = props;
  return (
    <div className="page-list">
      <Table bordered flush>
        <Headings {...props} />
        <TableBody>
          {companies.map((company) => (
            <Row
              key={company.id}
              {...{ company, columns }}
              isChosen={chosen?.has(company.id) ?? false}
              choose={chosen?.choose}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Sorts on narrow screens, where rows are blocks without headings. */
export function SortSelect({ state, change, columns }: ColumnsProps) {
  const { property, isDescending } = state.sort;
  const choose = (value: string) =>
    change({ sort: { property: value.replace(/^-/, ''), isDescending: value.startsWith('-') } });
  return (
    <label className="page-sort">
      <span>Sort by</span>
      <select
        className="ui-input ui-select"
        value={(isDescending ? '-' : '') + property}
        onChange={(event) => choose(event.target.value)}
      >
        {columns.flatMap(({ name, label }) => [
          <option key={name} value={name}>{`${label}, rising`}</option>,
          <option key={`-${name}`} value={`-${name}`}>{`${label}, falling`}</option>,
        ])}
      </select>
    </label>
  );
}
