import type {
  DescriptionListItemProps,
  DescriptionListProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
} from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';

export function DescriptionList({ direction = 'column', children }: DescriptionListProps) {
  return <dl className={`ui-descriptions is-${direction}`}>{children}</dl>;
}

export function DescriptionListItem({ label, children }: DescriptionListItemProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Statistics({ children }: StatisticsProps) {
  return <dl className="ui-statistics">{children}</dl>;
}

export function StatisticsItem({ id, label, number, children }: StatisticsItemProps) {
  return (
    <div id={id}>
      <dt>{label}</dt>
      <dd>
        <span className="ui-statistics-number">{number}</span>
        {children}
      </dd>
    </div>
  );
}

export function StatisticsTrend({ value, direction, color }: StatisticsTrendProps) {
  const tone = color ?? (direction === 'increase' ? 'green' : 'red');
  return (
    <span className={classNames('ui-trend', `is-${tone}`)}>
      <span aria-hidden="true">{direction === 'increase' ? '▲' : '▼'}</span>
      <span className="ui-hidden">{direction === 'increase' ? 'up by' : 'down by'}</span> {value}
    </span>
  );
}
