import {
  Flex,
  Link,
  LoadingSpinner,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';

import type {
  CompaniesAsking,
  CountedFact,
  NamedDeal,
  NamedRecord,
  SharedCustomers,
} from '../../../src/contract/facts.ts';

import { Actions, Column, Notice } from '../../common/layout.tsx';
import { shownFacts } from '../state/facts-state.ts';
import type { Session } from '../state/session.ts';
import { FACT_WORDS, countFailed } from './gathered-fact.ts';
import { useFacts } from './use-facts.ts';

interface FactListProps {
  fact: CountedFact;
  session: Session;
}

/** The records behind a figure, by name. */
export function FactList({ fact, session }: FactListProps) {
  const facts = useFacts(session);
  const shown = facts === null ? null : shownFacts(facts);
  if (facts === null || shown === null) return null;
  const gathered = fact === 'shared-customers' ? shown.sharedCustomers : shown.companiesAsking;
  if (gathered.state !== 'counted') return <Text>{gathered.message}</Text>;
  const { notes } = gathered.fact;
  const isCounting = facts.counting.includes(fact);
  const { things, again } = FACT_WORDS[fact];
  const failure = facts.countFailure?.fact === fact ? facts.countFailure.failure : null;
  const count = () => session.countFact(fact);
  return (
    <Column gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{gathered.fact.text}</Text>
      {notes.length > 0 && <Text variant="microcopy">{notes.join(' ')}</Text>}
      {isCounting && <LoadingSpinner label={`Reading all ${things} ...`} showLabel size="xs" />}
      {failure !== null && (
        <Notice
          title={countFailed(fact, gathered.fact)}
          sentences={[failure.message]}
          link={failure.link}
          actions={[{ label: FACT_WORDS[fact].all, act: count }]}
        />
      )}
      <Rows fact={gathered.fact} />
      {!isCounting && failure === null && (
        <Flex>
          <Actions actions={[{ label: again, act: count }]} />
        </Flex>
      )}
    </Column>
  );
}

const PAGE = 25;

function Rows({ fact }: { fact: SharedCustomers | CompaniesAsking }) {
  const [wanted, setPage] = useState(1);
  const records = 'deals' in fact ? fact.deals : fact.companies;
  const pageCount = Math.ceil(records.length / PAGE);
  const page = Math.min(wanted, Math.max(1, pageCount));
  const paging =
    pageCount > 1 ? ({ paginated: true, pageCount, page, onPageChange: setPage } as const) : ({} as const);
  const columns = 'deals' in fact ? ['Deal', 'State', 'Amount', 'Company'] : ['Company'];
  return (
    <Table bordered density="compact" {...paging}>
      <TableHead>
        <TableRow>
          {columns.map((title) => (
            <TableHeader key={title}>{title}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {records.slice((page - 1) * PAGE, page * PAGE).map((record) => (
          <TableRow key={record.id}>
            {cellsOf(record, fact).map((cell, index) => (
              <TableCell key={index}>{cell}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function cellsOf(record: NamedRecord | NamedDeal, fact: SharedCustomers | CompaniesAsking): ReactNode[] {
  const name = <RecordLink key="name" record={record} />;
  if (!('state' in record)) return [name];
  const { state, amount, company } = record;
  const currency = 'currency' in fact ? (fact.currency ?? '') : '';
  const money = amount === null ? '' : `${amount.toLocaleString('en')} ${currency}`.trim();
  return [name, STATES[state], money, company === null ? 'None' : <RecordLink key="of" record={company} />];
}

const STATES: Readonly<Record<NamedDeal['state'], string>> = {
  open: 'Open',
  stalled: 'Stalled',
  lost: 'Lost',
};

/** The name of a record, as a link to it where HubSpot says where it is. */
export function RecordLink({ record: { name, url } }: { record: NamedRecord }) {
  return url === null ? name : <Link href={{ url, external: true }}>{name}</Link>;
}
