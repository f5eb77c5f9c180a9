import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { applied, dryRun, exported } from './csv-files.ts';
import { scoredCompany } from '../scorecard/scoring.ts';

let portal: Portal;
/** Whose fields the cells are about, one at a time. */
let partner: string;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  partner = await scoredCompany(portal);
});
afterAll(() => portal.close());

const BOM = '\uFEFF';

/** The same rows as spreadsheets of several places save them, with an accented text that every encoding has. */
const rowsOf = (company: string, separator: string, end: string) =>
  [
    ['record_id', 'customer_overlap', 'customer_overlap_evidence', 'shared_customers'],
    [company, '4', '"12; or 13, counted by Zoé"', '12'],
  ]
    .map((cells) => cells.join(separator) + end)
    .join('');

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`${BOM}${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

test.each<[string, (company: string) => string | Uint8Array]>([
  ['semicolons and a byte order mark, as Excel in most of Europe', (id) => BOM + rowsOf(id, ';', '\r\n')],
  ['semicolons behind sep=;', (id) => `sep=;\r\n${rowsOf(id, ';', '\r\n')}`],
  ['tabs behind a quoted sep=', (id) => `"sep=\t"\n${rowsOf(id, '\t', '\n')}`],
  ['tabs, pasted', (id) => rowsOf(id, '\t', '\n')],
  ['commas and CR alone, as an old Mac', (id) => rowsOf(id, ',', '\r')],
  ['UTF-16 with tabs, as Excel names "Unicode text"', (id) => utf16(rowsOf(id, '\t', '\r\n'), false)],
  ['UTF-16, big end first', (id) => utf16(rowsOf(id, ',', '\r\n'), true)],
  ['Windows-1252', (id) => Buffer.from(rowsOf(id, ';', '\r\n'), 'latin1')],
])('a file with %s is imported like any other', async (_, fileOf) => {
  const company = await scoredCompany(portal);

  const report = await applied(portal.context, fileOf(company));

  expect(report).toMatchObject({ rows: 1, changed: 1, faults: [], warnings: [] });
  expect(await portal.stored(company)).toMatchObject({
    ipp_customer_overlap: '4',
    ipp_customer_overlap_evidence: '12; or 13, counted by Zoé',
    ipp_shared_customers: '12',
  });
});

/** What an import makes of one cell: the value that would be written, `no change`, or the fault. */
async function readAs(
  column: string,
  cell: string,
  { stored = '', separator = ',', others = [] as string[] } = {},
): Promise<string> {
  await editOutside(portal, partner, { [`ipp_${column}`]: stored });
  const lines = [cell, ...others].map((text, index) => `${index === 0 ? partner : 1}${separator}"${text}"\n`);
  const report = await applied(portal.context, `record_id${separator}${column}\n${lines.join('')}`);
  const fault = report.faults.find(({ line }) => line === 2);
  if (fault !== undefined) return fault.message;
  return report.unchanged > 0 ? 'no change' : String((await portal.stored(partner))[`ipp_${column}`]);
}

test.each([
  // A mark of three digits is one of thousands where the file writes decimals otherwise, and unclear where it does not tell.
  ['2.000', ';', '2000'],
  ['2,000', ',', '2000'],
  ['2.000', ',', /^a spreadsheet wrote this number as 2\.000, which can be 2000 or .* Write 2000/],
  ['2,000', ';', /^a spreadsheet wrote this number as 2,000/],
  ['2.000', '\t', /^a spreadsheet wrote this number as 2\.000/],
  ['1.234.567', ',', '1234567'],
  ['2 000', ',', '2000'],
  ['2\u00a0000', ';', '2000'],
  ['2\u202f000', ';', '2000'],
  ["2'000", ',', '2000'],
  ['2’000', ',', '2000'],
  ['2.000,00', ',', '2000'],
  ['12,0', ';', '12'],
  ['12.00', ',', '12'],
  ['12,5', ';', /^"12,5" is not allowed here\. Give a whole number/],
  ['0.500', ',', /^"0\.500" is not allowed/],
  ['1.20E+05', ',', /^"1\.20E\+05" is not allowed/],
  ['-3', ',', /^"-3" is not allowed/],
  ['####', ',', /^the column was too narrow/],
])(
  'shared customers of %s in a file with "%s" are a number or a fault, never another number',
  async (cell, separator, right) => {
    expect(await readAs('shared_customers', cell, { separator })).toEqual(
      typeof right === 'string' ? right : expect.stringMatching(right),
    );
  },
);

test('a number that says what is stored is no change, however it is grouped', async () => {
  expect(await readAs('shared_customers', '2.000', { stored: '2000' })).toBe('no change');
  expect(await readAs('shared_customers', '2.000', { stored: '2' })).toMatch(
    /^a spreadsheet wrote this number/,
  );
});

test('a rating of 4.0 or 4,0 stays 4, and one of 4,5 is named', async () => {
  expect(await readAs('strategic_fit', '4.0', { stored: '4' })).toBe('no change');
  expect(await readAs('strategic_fit', '4,00', { separator: ';', stored: '2' })).toBe('4');
  expect(await readAs('strategic_fit', '4,5', { separator: ';' })).toMatch(
    /^"4,5" is not allowed here\. A rating/,
  );
  expect(await readAs('strategic_fit', '4.000')).toMatch(/^"4\.000" is not allowed here\. A rating/);
});

test.each([
  ['11/23/2026', '2026-11-23', 'no change'],
  ['23.11.2026', '2026-11-23', 'no change'],
  ['23/11/2026', '2026-11-23', 'no change'],
  ['23-11-2026 00:00', '2026-11-23', 'no change'],
  ['2026/11/23', '2026-11-23', 'no change'],
  ['23.11.26', '2026-11-23', 'no change'],
  ['03/04/2026', '2026-04-03', 'no change'],
  ['03/04/2026', '2026-03-04', 'no change'],
  ['11/23/2026', '', '2026-11-23'],
  ['3.4.2026', '', '2026-04-03'],
  ['05/05/2026', '', '2026-05-05'],
  ['2026-4-3 00:00:00', '', '2026-04-03'],
  [
    '03/04/2026',
    '2026-11-23',
    /^a spreadsheet wrote this day as 03\/04\/2026, which can be 2026-04-03 or 2026-03-04\. Format the column/,
  ],
  ['3-4-2026', '', /^a spreadsheet wrote this day as 3-4-2026/],
  ['23.11.26', '', /as 23\.11\.26, with two digits for the year/],
  ['46349', '2026-11-23', 'no change'],
  ['2026. 11. 23.', '2026-11-23', 'no change'],
  ['23.11.2026 г.', '2026-11-23', 'no change'],
  ['23-Nov-26', '2026-11-23', 'no change'],
  ['3/4/2569', '2026-04-03', 'no change'],
  ['2026. 4. 3.', '', '2026-04-03'],
  ['23-Nov-2026', '', '2026-11-23'],
  ['November 23, 2026', '', '2026-11-23'],
  ['23-Nov-26', '', /as 23-Nov-26, with two digits for the year/],
  ['23. Mär 2026', '', /as 23\. Mär 2026, with a month in words/],
  ['23-Marzo-2026', '', /as 23-Marzo-2026, with a month in words/],
  ['23/11/2569', '', /as 23\/11\/2569, with a year that looks like one of another calendar/],
  ['1448-06-13', '', /as 1448-06-13, with a year/],
  ['46349', '', /^a spreadsheet wrote this day as the number/],
  ['30/02/2026', '', /^"30\/02\/2026" is not allowed here\. Give a day/],
  ['########', '', /^the column was too narrow/],
])('a cell of %s, where %s is stored, is a day, no change or a fault', async (cell, stored, right) => {
  expect(await readAs('overlap_as_of', cell, { stored })).toEqual(
    typeof right === 'string' ? right : expect.stringMatching(right),
  );
});

test('a cell that proves the order of its column decides the others, unless another proves the opposite', async () => {
  const day = (others: string[]) => readAs('overlap_as_of', '03/04/2026', { others });

  expect(await day(['11/23/2026'])).toBe('2026-03-04');
  expect(await day(['', '23/11/2026', '05/05/2026'])).toBe('2026-04-03');
  expect(await day(['23.11.2026', '13.1.2026'])).toMatch(/^a spreadsheet wrote this day as 03\/04\/2026/);
  expect(await day(['11/23/2026', '23/11/2026'])).toMatch(/and other cells of the column have both orders/);
});

test('text that Windows-1252 cannot hold comes back from Excel with question marks, and is no change', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { ipp_customer_overlap_evidence: 'Łódź, 40 € each, Zoé' });
  const saved = 'record_id;customer_overlap_evidence\r\n'.concat(
    `${company};"?\u00f3d?, 40 \u0080 each, Zo\u00e9"\r\n`,
  );

  const report = await applied(portal.context, Buffer.from(saved, 'latin1'));

  expect(report).toMatchObject({ changed: 0, unchanged: 1, faults: [] });
  expect(report.notes).toEqual([
    expect.stringMatching(/^The file is not in UTF-8, so it was read as Windows-1252/),
  ]);
});

test('cells that Excel leaves out or adds at the end of a row do no harm, a torn row is named', async () => {
  const company = await scoredCompany(portal);
  const header = 'record_id,strategic_fit,customer_overlap_evidence,lane,total';

  const good = await dryRun(portal.context, `${header}\r\n${company},4,"",,,,\r\n`);
  const short = await dryRun(portal.context, `${header}\r\n${company},2,seen\r\n`);
  const torn = await dryRun(portal.context, `${header}\r\n${company},2,se`);
  const lost = await dryRun(portal.context, `${header}\r\n${company},2\r\n`);

  expect([good, short].map(({ changed, faults }) => [changed, faults])).toEqual([
    [0, []],
    [1, []],
  ]);
  for (const { faults } of [torn, lost])
    expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      expect.stringMatching(/^2: the row has \d cells and the header 5/),
    ]);
});

test('an error that a spreadsheet saved in place of a text is named, not written', async () => {
  expect(await readAs('customer_overlap_evidence', '#NAME?')).toMatch(
    /^a spreadsheet took this text for a formula/,
  );
});

test('every field comes back from an export in another dialect as it was', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, {
    ipp_customer_overlap_evidence: 'a "b"; c,\td\n\u0000\u001b[31me \u202Ef',
    ipp_shared_customers: '2000',
    ipp_overlap_as_of: '2026-11-23',
  });
  const file = await exported(portal.context);

  const report = await dryRun(
    portal.context,
    file.replace('2026-11-23', '23.11.2026').replace(',2000,', ',2.000,'),
  );

  expect(file).not.toMatch(/(?![\r\n\t])[\p{Cc}\u202E]/u);
  expect(report).toMatchObject({ changed: 0, faults: [] });
});
