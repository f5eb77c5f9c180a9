import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { columnOf } from '../state/columns.ts';
import type { Place } from '../state/place.ts';
import type { Sort } from '../state/shown-places.ts';
import { PartnerCell } from './PartnerCell.tsx';

/**
 * The other columns stand below these: type, reason and next step below the company, total and missing answers below the
 * lane, owner below the decision. A column each would make every row of the narrow panel a screen tall.
 */
const SHOWN = ['rank', 'name', 'lane', 'clearance', 'decision'].map(columnOf);

/** Pixels, at least: sentences stand below the company. On a phone the other columns scroll into view. */
const SENTENCE_WIDTH = 300;

const PAGE = 50;

interface PartnerTableProps {
  places: readonly Place[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** From 1. */
  page: number;
  onPage: (page: number) => void;
  /** Ids of at most two companies. */
  picked: readonly string[];
  onPick: (companyId: string, isPicked: boolean) => void;
  /** What stands below the name of a picked company. */
  belowPicked: (companyId: string) => ReactNode;
}

/** The partners as they are filtered and sorted, with a box each that puts two side by side. */
export function PartnerTable(props: PartnerTableProps) {
  const { places, sort, onSort, page, onPage, picked, onPick, belowPicked } = props;
  const pageCount = Math.ceil(places.length / PAGE);
  const onThisPage = places.slice((page - 1) * PAGE, page * PAGE);
  const paging =
    pageCount > 1 ? ({ paginated: true, pageCount, page, onPageChange: onPage } as const) : ({} as const);
  return (
    <Table bordered density="condensed" {...paging}>
      <TableHead>
        <TableRow>
          {SHOWN.map(({ key, label }) => (
            <TableHeader
              key={key}
              width={key === 'name' ? SENTENCE_WIDTH : 'auto'}
              sortDirection={sort.column === key ? sort.direction : 'none'}
              onSortChange={(direction) =>
                onSort({ column: key, direction: direction === 'descending' ? direction : 'ascending' })
              }
            >
              {label}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {onThisPage.map((place) => {
          const { companyId } = place.row;
          const isPicked = picked.includes(companyId);
          return (
            <TableRow key={companyId}>
              {SHOWN.map(({ key }) => (
                <TableCell key={key}>
                  <PartnerCell
                    {...{ column: key, place, isPicked }}
                    isFull={picked.length === 2 && !isPicked}
                    onPick={(wanted) => onPick(companyId, wanted)}
                    below={isPicked ? belowPicked(companyId) : null}
                  />
                </TableCell>
              ))}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
