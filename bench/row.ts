/** One line of the table. */
export interface Row {
  what: string;
  figure: number;
  unit: string;
  /** The other side of the comparison, in the same unit. */
  comparison?: { what: string; figure: number };
  /** How many times better than the comparison. Below 1 is worse. */
  ratio?: number;
  aim?: string;
  met?: boolean;
}

/** A row where more per second is better. The ratio is the median of the rounds, because both sides of a round have the same load. */
export function fasterRow(
  what: string,
  theirs: string,
  speeds: { ours: number; theirs: number; ratio: number },
  leastRatio: number,
): Row {
  return {
    what,
    figure: speeds.ours,
    unit: 'per CPU s',
    comparison: { what: theirs, figure: speeds.theirs },
    ratio: speeds.ratio,
    aim: `${leastRatio}x or more`,
    met: speeds.ratio >= leastRatio,
  };
}

/** A row where less is better. */
export function atMostRow(what: string, figure: number, unit: string, most: number): Row {
  return { what, figure, unit, aim: `${most} or less`, met: figure <= most };
}

/** One line per row, in columns. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, unit, comparison, ratio, aim, met }) => [
    what,
    `${threeDigits(figure)} ${unit}`,
    comparison ? `${comparison.what}: ${threeDigits(comparison.figure)}` : '',
    ratio === undefined ? '' : `${threeDigits(ratio)}x`,
    aim ?? '',
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ]);
  const lines = [['what', 'figure', 'beside it', 'ratio', 'aim', ''], ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Three digits, four from 1,000 on: a shared machine gives no more. */
export function threeDigits(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 1_000 ? 4 : 3 });
}
