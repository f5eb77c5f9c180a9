import {
  AutoGrid,
  DescriptionList,
  DescriptionListItem,
  Flex,
  ProgressBar,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StepIndicator,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const ROWS = [
  { dimension: 'Customer overlap', points: 150 },
  { dimension: 'Complementarity', points: 100 },
  { dimension: 'Reach', points: 60 },
];

function Points() {
  const [direction, setDirection] = useState<'ascending' | 'descending' | 'none'>('descending');
  const [page, setPage] = useState(1);
  const rows = direction === 'ascending' ? ROWS.toReversed() : ROWS;
  return (
    <Table paginated pageCount={3} page={page} onPageChange={setPage} density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Dimension</TableHeader>
          <TableHeader align="right" width="min" sortDirection={direction} onSortChange={setDirection}>
            Points
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ dimension, points }) => (
          <TableRow key={dimension}>
            <TableCell>{dimension}</TableCell>
            <TableCell align="right">{points}</TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell>Total on page {page}</TableCell>
          <TableCell align="right">310</TableCell>
        </TableRow>
      </TableFooter>
    </Table>
  );
}

export function Figures() {
  const [step, setStep] = useState(1);
  return (
    <Flex direction="column" gap="large">
      <Statistics>
        <StatisticsItem label="Total" number={430}>
          <StatisticsTrend value="12 %" direction="increase" />
        </StatisticsItem>
        <StatisticsItem label="Margin" number="50">
          <StatisticsTrend value="3 points" direction="decrease" />
        </StatisticsItem>
      </Statistics>
      <AutoGrid columnWidth={260} gap="large" flexible>
        <ProgressBar title="Rated" value={4} maxValue={6} valueDescription="4 out of 6" showPercentage />
        <ProgressBar aria-label="Risk" value={80} variant="danger" />
        <ProgressBar title="Total" value={430} maxValue={500} variant="warning" />
      </AutoGrid>
      <StepIndicator stepNames={['Sourced', 'Scored', 'Checked']} currentStep={step} onClick={setStep} />
      <StepIndicator
        stepNames={['One', 'Two', 'Three']}
        currentStep={1}
        direction="vertical"
        variant="compact"
        onClick={setStep}
      />
      <Points />
      <DescriptionList direction="row">
        <DescriptionListItem label="Scored by">Jane Doe</DescriptionListItem>
        <DescriptionListItem label="Profile">technology@3</DescriptionListItem>
      </DescriptionList>
    </Flex>
  );
}
