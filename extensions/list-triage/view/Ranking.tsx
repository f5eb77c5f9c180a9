import { AutoGrid, Button, Flex, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { COMPARE_TWO, NONE_SHOWN, TICK_ONE_MORE, standsFirst } from '../../../src/messages/list-triage.ts';
import { Column } from '../../common/layout.tsx';
import type { Place } from '../state/place.ts';
import { COLUMNS } from '../state/columns.ts';
import { compareRows } from '../state/compared.ts';
import { BY_RANK, type Chosen, FILTERS, type Sort, choicesOf, shownPlaces } from '../state/shown-places.ts';
import { tableText } from '../state/table-text.ts';
import { CopyTable } from './CopyTable.tsx';
import { PartnerTable } from './PartnerTable.tsx';
import { ComparePair } from './ComparePair.tsx';

interface RankingProps {
  places: readonly Place[];
  copyText: (text: string) => Promise<void>;
  closeOverlay: (id: string) => void;
}

/** The partners with their filters, two of them side by side, and the table to copy. */
export function Ranking({ places, copyText, closeOverlay }: RankingProps) {
  const [chosen, setChosen] = useState<Chosen>({});
  const [sort, setSort] = useState<Sort>(BY_RANK);
  const [page, setPage] = useState(1);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const shown = shownPlaces(places, chosen, sort);
  const [one, other] = places.filter(({ row }) => picked.includes(row.companyId));
  const pair = one === undefined || other === undefined ? null : ([one, other] as const);

  const choose = (key: string, text: string) => {
    setChosen(({ [key]: _, ...others }) => (text === '' ? others : { ...others, [key]: text }));
    setPage(1);
  };
  const sortBy = (wanted: Sort) => {
    setSort(wanted);
    setPage(1);
  };
  const pick = (companyId: string, isPicked: boolean) =>
    setPicked((ids) => {
      const others = ids.filter((id) => id !== companyId);
      return isPicked ? [...others, companyId].slice(-2) : others;
    });
  return (
    <Column>
      <Filters {...{ places, chosen, choose, sort, sortBy }} />
      <Flex align="center" gap="sm" wrap>
        <CopyTable text={tableText(shown)} copyText={copyText} />
        {picked.length > 0 && (
          <Button size="sm" onClick={() => setPicked([])}>
            Untick
          </Button>
        )}
        <Text inline variant="microcopy">
          {shown.length === places.length ? '' : `${shown.length} of ${places.length} partners shown`}
        </Text>
      </Flex>
      {pair === null ? (
        places.length > 1 && <Text variant="microcopy">{COMPARE_TWO}</Text>
      ) : (
        <Text>{whoIsFirst(...pair)}</Text>
      )}
      {shown.length === 0 ? (
        <Text>{NONE_SHOWN}</Text>
      ) : (
        <PartnerTable
          places={shown}
          {...{ sort, page, picked }}
          onSort={sortBy}
          onPage={setPage}
          onPick={pick}
          belowPicked={(companyId) =>
            pair === null ? (
              <Text variant="microcopy">{TICK_ONE_MORE}</Text>
            ) : (
              <ComparePair key={picked.join()} pair={pair} from={companyId} closeOverlay={closeOverlay} />
            )
          }
        />
      )}
    </Column>
  );
}

/** The reasons are in the order of the ranking. */
const SORTABLE = COLUMNS.filter(({ key }) => key !== 'why');

interface FiltersProps {
  places: readonly Place[];
  chosen: Chosen;
  choose: (key: string, text: string) => void;
  sort: Sort;
  sortBy: (sort: Sort) => void;
}

/** A select for each filter that can tell partners apart, and one for the order: most columns have no header to click. */
function Filters({ places, chosen, choose, sort, sortBy }: FiltersProps) {
  return (
    <AutoGrid columnWidth={120} flexible gap="sm">
      {FILTERS.map((filter) => ({ ...filter, choices: choicesOf(filter, places) }))
        .filter(({ choices }) => choices.length > 1)
        .map(({ key, label, choices }) => (
          <Select
            key={key}
            name={key}
            label={label}
            value={chosen[key] ?? ''}
            options={[
              { label: 'All', value: '' },
              ...choices.map((choice) => ({ label: choice, value: choice })),
            ]}
            onChange={(value) => choose(key, String(value))}
          />
        ))}
      <Select
        name="sort"
        label="Sort by"
        value={sort.column}
        options={SORTABLE.map(({ key, label }) => ({ label, value: key }))}
        onChange={(key) => {
          const column = String(key);
          const isHigh = SORTABLE.find((each) => each.key === column)?.startsHigh === true;
          sortBy({ column, direction: isHigh ? 'descending' : 'ascending' });
        }}
      />
    </AutoGrid>
  );
}

/** Which of two stands first, and what decides it: that needs no profile. */
function whoIsFirst(one: Place, other: Place): string {
  const { first, sentence } = compareRows(one.row, other.row, {});
  return standsFirst((first === 'one' ? one : other).row.name, sentence);
}
