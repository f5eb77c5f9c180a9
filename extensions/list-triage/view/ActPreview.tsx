import {
  Checkbox,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { TriagePlan } from '../../../src/contract/triage.ts';
import * as say from '../../../src/messages/triage-panel.ts';
import { Column } from '../../common/layout.tsx';
import { type Acting, changing } from '../state/acting.ts';
import type { ActingSession } from '../state/acting-session.ts';

interface ActPreviewProps {
  state: Acting;
  session: ActingSession;
}

/** Companies of one page of a table. */
export const PAGE = 25;

/** How many companies would change. */
export function PreviewCounts({ state: { plans, act } }: Pick<ActPreviewProps, 'state'>) {
  const changed = changing(plans);
  const already = plans.filter(({ isSoAlready }) => isSoAlready).length;
  const replaced = changed.filter(({ isReplacing }) => isReplacing).length;
  return (
    <Column gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>
        {say.previewCounts(changed.length, already, plans.length - changed.length - already)}
      </Text>
      {replaced > 0 && <Text>{say.notTicked(replaced, act?.kind === 'decide')}</Text>}
    </Column>
  );
}

/** What would become of each company, and who is left out and why. */
export function ActPreview({ state: { plans, ticked }, session }: ActPreviewProps) {
  const changed = changing(plans);
  return (
    <Column>
      {changed.length > 0 && (
        <PlanTable {...{ plans: changed, ticked }} onTick={(id, isTicked) => session.tick([id], isTicked)} />
      )}
      <LeftOut plans={plans.filter(({ seen, isSoAlready }) => seen === null && !isSoAlready)} />
    </Column>
  );
}

interface PlanTableProps {
  plans: readonly TriagePlan[];
  ticked: readonly string[];
  onTick: (companyId: string, isTicked: boolean) => void;
}

function PlanTable({ plans, ticked, onTick }: PlanTableProps) {
  const [page, setPage] = useState(1);
  const pageCount = Math.ceil(plans.length / PAGE);
  const paging =
    pageCount > 1 ? ({ paginated: true, pageCount, page, onPageChange: setPage } as const) : ({} as const);
  return (
    <Table bordered density="condensed" {...paging}>
      <TableHead>
        <TableRow>
          <TableHeader width="min">Apply</TableHeader>
          <TableHeader>Company</TableHeader>
          <TableHeader>What changes</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {plans.slice((page - 1) * PAGE, page * PAGE).map(({ companyId, companyName, lines, losses }) => (
          <TableRow key={companyId}>
            <TableCell>
              <Checkbox
                name={companyId}
                checked={ticked.includes(companyId)}
                aria-label={say.tickOf(companyName)}
                onChange={(isTicked) => onTick(companyId, isTicked)}
              />
            </TableCell>
            <TableCell>
              <Text format={{ fontWeight: 'demibold' }}>{companyName}</Text>
            </TableCell>
            <TableCell>
              <Flex direction="column" gap="flush">
                {lines.map((line) => (
                  <Text key={line}>{line}</Text>
                ))}
                {losses.length > 0 && (
                  <Text format={{ fontWeight: 'demibold' }}>{say.takesAway(losses.join(', '))}</Text>
                )}
              </Flex>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** So many names stand behind a reason. */
const NAMED = 20;

function LeftOut({ plans }: { plans: readonly TriagePlan[] }) {
  if (plans.length === 0) return null;
  const reasons = [...new Set(plans.map(({ reason }) => reason))];
  return (
    <Column gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{say.LEFT_OUT}</Text>
      {reasons.map((reason) => (
        <Text key={reason} variant="microcopy">
          {say.leftOutFor(
            reason,
            named(plans.filter((plan) => plan.reason === reason).map(({ companyName }) => companyName)),
          )}
        </Text>
      ))}
    </Column>
  );
}

function named(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0 ? say.andMoreNames(names.slice(0, NAMED).join(', '), more) : names.join(', ');
}
