import { companiesByDomain } from '../../crm/search-companies.ts';
import type { Crm } from '../../crm/client/request.ts';
import { type FieldColumn, shorten } from './columns.ts';
import { type CsvRow, type CsvTable, DOMAIN_COLUMN, ID_COLUMN, type Separator } from './csv-table.ts';
import type { RowFault } from './report.ts';
import { domainShared, idShortened, sameCompany } from '../../messages/csv.ts';

/** A row and the company that it is about. */
export interface CompanyRow {
  row: CsvRow;
  companyId: string;
}

/**
 * Finds the company of each row, by its id or else by its domain. Two rows of one company are both left out: which of them
 * is meant is not ours to guess.
 *
 * @throws CrmError
 */
export async function findCompanies(
  crm: Crm,
  { header, rows, separator }: CsvTable,
  columns: readonly Pick<FieldColumn, 'at'>[],
): Promise<{ found: CompanyRow[]; faults: RowFault[] }> {
  const cellOf = (name: string, { cells }: CsvRow) => (cells[header.indexOf(name)] ?? '').trim();
  const needed =
    1 + Math.max(...columns.map(({ at }) => at), header.indexOf(ID_COLUMN), header.indexOf(DOMAIN_COLUMN));
  // Excel leaves out empty cells at the end of rows, and adds some where a column to the right was used.
  const isWhole = ({ cells, torn = false }: CsvRow) =>
    !torn && cells.length >= needed && cells.slice(header.length).every((cell) => cell === '');
  const whole = rows.filter(isWhole);
  const domainsAsked = whole
    .filter((row) => cellOf(ID_COLUMN, row) === '')
    .map((row) => cellOf(DOMAIN_COLUMN, row).toLowerCase());
  const byDomain = await companiesByDomain(crm, domainsAsked);
  const faults: RowFault[] = [];
  const found: CompanyRow[] = [];
  for (const row of rows) {
    const id = cellOf(ID_COLUMN, row);
    const company = !isWhole(row)
      ? wrongLength(row, header.length, separator)
      : id !== ''
        ? byId(row.line, id)
        : byDomainName(row.line, cellOf(DOMAIN_COLUMN, row), byDomain);
    if (typeof company === 'string') found.push({ row, companyId: company });
    else faults.push(company);
  }
  return withoutTwins(found, faults);
}

const SEPARATOR_NAMES = { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab' } as const;

function wrongLength({ line, cells }: CsvRow, wanted: number, separator: Separator): RowFault {
  const message = `the row has ${cells.length} cells and the header ${wanted}. A text with ${SEPARATOR_NAMES[separator]} or a line break needs quotation marks around it.`;
  return { line, column: null, message };
}

function byId(line: number, id: string): string | RowFault {
  const digits = /^(\d{1,20})(?:[.,]0{1,2})?$/.exec(id)?.[1];
  if (digits !== undefined) return digits;
  const fault = (message: string) => ({ line, column: ID_COLUMN, message });
  return /^\d(?:[.,]\d+)?e\+?\d+$/i.test(id)
    ? fault(idShortened(id))
    : fault(`"${shorten(id)}" is no record id: it has digits only.`);
}

function byDomainName(
  line: number,
  domain: string,
  byDomain: ReadonlyMap<string, string[]>,
): string | RowFault {
  const [first, ...others] = byDomain.get(domain.toLowerCase()) ?? [];
  if (domain === '') return { line, column: null, message: `give ${ID_COLUMN} or ${DOMAIN_COLUMN}.` };
  const fault = (message: string) => ({ line, column: DOMAIN_COLUMN, message });
  if (first === undefined) return fault(`no company has the domain ${shorten(domain)}.`);
  if (others.length === 0) return first;
  const ids = [first, ...others].slice(0, 5).join(', ');
  return fault(domainShared(others.length + 1, shorten(domain), ids, ID_COLUMN));
}

function withoutTwins(found: readonly CompanyRow[], faults: readonly RowFault[]) {
  const lines = new Map<string, number[]>();
  for (const { row, companyId } of found) lines.set(companyId, [...(lines.get(companyId) ?? []), row.line]);
  const twins = found.flatMap(({ row: { line }, companyId }) => {
    const others = (lines.get(companyId) ?? []).filter((other) => other !== line);
    if (others.length === 0) return [];
    const message = sameCompany(others.join(', '), companyId);
    return [{ line, column: null, message }];
  });
  const single = found.filter(({ companyId }) => lines.get(companyId)?.length === 1);
  return { found: single, faults: [...faults, ...twins] };
}
