import type { BarChartProps, ChartColor, ChartDataRow, LineChartProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { oldNames } from './old-names.ts';

const COLORS: ChartColor[] = ['aqua', 'orange', 'purple', 'yellow', 'pink', 'blue', 'green'];

interface Bar {
  category: string;
  group: string | undefined;
  amount: number;
  color: ChartColor;
}

/** Rows of the card's chart as bars. Whichever axis is linear carries the amount. */
function barsOf({ data, axes, options }: BarChartProps): Bar[] {
  const rows: ChartDataRow[] = Array.isArray(data) ? data : data.data;
  const labels = Array.isArray(data) ? undefined : data.options?.propertyLabels;
  const [amount, category] = axes.x.fieldType === 'linear' ? [axes.x, axes.y] : [axes.y, axes.x];
  const groupField = axes.options?.groupFieldByColor;
  const palette = options?.colorList ?? oldNames(options ?? {}).colors ?? COLORS;
  const groups = [...new Set(rows.map((row) => (groupField ? String(row[groupField]) : '')))];
  const labelOf = (field: string, row: ChartDataRow) =>
    labels?.[field]?.[String(row[field])] ?? String(row[field]);
  return rows.map((row) => {
    const key = groupField ? String(row[groupField]) : '';
    return {
      category: labelOf(category.field, row),
      group: groupField && labelOf(groupField, row),
      amount: Number(row[amount.field]),
      color: axes.options?.colors?.[key] ?? palette[groups.indexOf(key) % palette.length] ?? 'aqua',
    };
  });
}

/** A table drawn as bars: the same figures for eyes and for screen readers. */
function Bars(props: BarChartProps) {
  const id = useId();
  const { axes, options } = props;
  const bars = barsOf(props);
  const most = Math.max(1, ...bars.map(({ amount }) => amount));
  const [amount, category] = axes.x.fieldType === 'linear' ? [axes.x, axes.y] : [axes.y, axes.x];
  return (
    <figure className="ui-chart" aria-labelledby={options?.title ? id : undefined}>
      {options?.title && <figcaption id={id}>{options.title}</figcaption>}
      <table>
        <thead className="ui-hidden">
          <tr>
            <th scope="col">{category.label ?? category.field}</th>
            <th scope="col">{amount.label ?? amount.field}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, index) => (
            <tr key={index}>
              <th scope="row">
                {bar.category}
                {bar.group && <span className="ui-chart-group">{bar.group}</span>}
              </th>
              <td>
                <div className="ui-chart-bar">
                  <span className={`is-${bar.color}`} style={{ width: `${(100 * bar.amount) / most}%` }} />
                  <span>{bar.amount}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

export function BarChart(props: BarChartProps) {
  return <Bars {...props} />;
}

// No card of ours draws a line yet: its figures show as bars, which say the same.
export function LineChart(props: LineChartProps) {
  return <Bars {...props} />;
}
