import { companiesByDomain } from '../../crm/search-companies.ts';
import type { Crm } from '../../crm/client/request.ts';
import { DOMAIN_COLUMN, ID_COLUMN, shorten } from './columns.ts';
import type { CsvRow, CsvTable } from './read-csv.ts';
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
  { header, rows }: CsvTable,
): Promise<{ found: CompanyRow[]; faults: RowFault[] }> {
  const cellOf = (name: string, { cells }: CsvRow) => (cells[header.indexOf(name)] ?? '').trim();
  const whole = rows.filter(({ cells }) => cells.length === header.length);
  const domainsAsked = whole
    .filter((row) => cellOf(ID_COLUMN, row) === '')
    .map((row) => cellOf(DOMAIN_COLUMN, row).toLowerCase());
  const byDomain = await companiesByDomain(crm, domainsAsked);
  const faults: RowFault[] = [];
  const found: CompanyRow[] = [];
  for (const row of rows) {
    const id = cellOf(ID_COLUMN, row);
    const company =
      row.cells.length !== header.length
        ? wrongLength(row, header.length)
        : id !== ''
          ? byId(row.line, id)
          : byDomainName(row.line, cellOf(DOMAIN_COLUMN, row), byDomain);
    if (typeof company === 'string') found.push({ row, companyId: company });
    else faults.push(company);
  }
  return withoutTwins(found, faults);
}

function wrongLength({ line, cells }: CsvRow, wanted: number): RowFault {
  const message = `the row has ${cells.length} cells and the header ${wanted}. A text with a comma or a line break needs quotation marks around it.`;
  return { line, column: null, message };
}

function byId(line: number, id: string): string | RowFault {
  if (/^\d{1,20}$/.test(id)) return id;
  const fault = (message: string) => ({ line, column: ID_COLUMN, message });
  return /^\d(\.\d+)?e\+?\d+$/i.test(id)
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
