import { textCell } from '../../../src/icp/spreadsheet-cell.ts';
import { plainLine } from '../../../src/icp/visible-text.ts';
import { COLUMNS } from './columns.ts';
import type { Place } from './place.ts';

/**
 * The table as text that pastes into a sheet: tabs between cells, one line a partner, below a line of labels. No cell is
 * taken for a formula, and none breaks out of its place.
 */
export function tableText(places: readonly Place[]): string {
  const lines = [
    COLUMNS.map(({ label }) => label),
    ...places.map((place) => COLUMNS.map(({ text }) => text(place))),
  ];
  return lines.map((cells) => `${cells.map(cellOf).join('\t')}\n`).join('');
}

/** A sheet reads a cell with a quotation mark as a quoted one, so that one is quoted whole. */
function cellOf(text: string): string {
  const cell = textCell(plainLine(text));
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
