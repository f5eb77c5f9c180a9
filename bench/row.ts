/** One line of the table. */
export interface Row {
  what: string;
  figure: number;
  unit: string;
  /** What was measured beside it, in the same unit. */
  comparison?: { what: string; figure: number };
  /** How many times better than the comparison, or worse where below 1. */
  ratio?: number;
  aim?: string;
  met?: boolean;
}

/** More per second is better. The ratio is that of the median round, not of the medians: rounds share their load. */
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

/** Less is better. */
export function atMostRow(what: string, figure: number, unit: string, most: number): Row {
  return { what, figure, unit, aim: `${most} or less`, met: figure <= most };
}

/** One line per row, in columns. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, unit, comparison, ratio, aim, met }) => [
    what,
    `${inFigures(figure)} ${unit}`,
    comparison ? `${comparison.what}: ${inFigures(comparison.figure)}` : '',
    ratio === undefined ? '' : `${inFigures(ratio)}x`,
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

/** Three digits are all that a shared machine is good for. */
export function inFigures(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 1_000 ? 4 : 3 });
}
