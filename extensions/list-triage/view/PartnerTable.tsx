import {
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { CLEARANCE_COLOURS, LANE_COLOURS } from '../../common/display.ts';
import { type Column, columnOf } from '../state/columns.ts';
import type { Place } from '../state/place.ts';
import type { Sort } from '../state/shown-places.ts';

/** Group and type are in the copied text; here `Why here` names the group, and the type stands below the name. */
const SHOWN = [
  'rank',
  'name',
  'lane',
  'total',
  'clearance',
  'missing',
  'next',
  'decision',
  'owner',
  'why',
].map(columnOf);

const PAGE = 50;

/** Pixels of the columns that hold sentences: narrower ones would make each row a screen tall. */
const WIDTHS: Readonly<Record<string, number>> = { name: 150, next: 260, why: 420 };

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
}

/** The partners as they are filtered and sorted, with a box each that puts two side by side. */
export function PartnerTable({ places, sort, onSort, page, onPage, picked, onPick }: PartnerTableProps) {
  const pageCount = Math.ceil(places.length / PAGE);
  const onThisPage = places.slice((page - 1) * PAGE, page * PAGE);
  const paging =
    pageCount > 1 ? ({ paginated: true, pageCount, page, onPageChange: onPage } as const) : ({} as const);
  return (
    <Table bordered density="condensed" {...paging}>
      <TableHead>
        <TableRow>
          <TableHeader width="min">Compare</TableHeader>
          {SHOWN.map(({ key, label }) => (
            <TableHeader
              key={key}
              width={WIDTHS[key] ?? 'auto'}
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
        {onThisPage.map((place) => (
          <TableRow key={place.row.companyId}>
            <TableCell>
              <Checkbox
                name={place.row.companyId}
                checked={picked.includes(place.row.companyId)}
                readOnly={picked.length === 2 && !picked.includes(place.row.companyId)}
                aria-label={`Compare ${place.row.name}`}
                onChange={(isPicked) => onPick(place.row.companyId, isPicked)}
              />
            </TableCell>
            {SHOWN.map((column) => (
              <TableCell key={column.key}>{cellOf(column, place)}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function cellOf({ key, text }: Column, place: Place): ReactNode {
  const { row } = place;
  switch (key) {
    case 'name':
      return (
        <>
          <Text format={{ fontWeight: 'demibold' }}>{row.name}</Text>
          <Text variant="microcopy">{partnerTypeLabel(row.type)}</Text>
        </>
      );
    case 'lane':
      return <Tag variant={LANE_COLOURS[row.lane]}>{text(place)}</Tag>;
    case 'clearance':
      return row.clearance === null || row.clearance === 'not-required' ? (
        text(place)
      ) : (
        <Tag variant={CLEARANCE_COLOURS[row.clearance]}>{text(place)}</Tag>
      );
    case 'why':
      return <Text variant="microcopy">{text(place)}</Text>;
    default:
      return text(place) || '-';
  }
}
