import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { applied, csv, dryRun } from './csv-files.ts';
import { ratedAs } from '../scorecard/partners-of-types.ts';
import { scoredCompany } from '../scorecard/scoring.ts';

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

const faultsIn = async (file: string) =>
  (await dryRun(portal.context, file)).faults.map(({ line, column, message }) => ({ line, column, message }));

test('every kind of bad row is named by line and column', async () => {
  const company = await scoredCompany(portal);
  const other = await scoredCompany(portal);
  for (const name of ['A', 'B']) await portal.createCompany({ name, domain: 'twin.example' });
  const header = ['record_id', 'domain', 'strategic_fit', 'check_dead_api', 'overlap_as_of', 'people'];
  const nothing = ['', '', '', ''];
  const file = csv(
    header,
    [company, '', 'five', 'maybe', '2026-02-30', ''],
    ['', 'twin.example', ...nothing],
    ['', 'nobody.example', ...nothing],
    ['', '', '3', '', '', ''],
    ['3.00E+10', '', ...nothing],
    ['acme', '', ...nothing],
    ['99999', '', ...nothing],
    [other, '', '5', '', '', '4'],
    ['1', 'x'],
  );

  const faults = await faultsIn(file);

  const expected: [number, string | null, RegExp][] = [
    [2, 'strategic_fit', /^"five" is not allowed here\. A rating is/],
    [2, 'check_dead_api', /^"maybe" is not allowed here\. Choose one of open/],
    [2, 'overlap_as_of', /^"2026-02-30" is not allowed here\. Give a day/],
    [3, 'domain', /^2 companies have the domain twin\.example: \d+, \d+\. Give the record_id/],
    [4, 'domain', /^no company has the domain nobody\.example/],
    [5, null, /^give record_id or domain/],
    [6, 'record_id', /^a spreadsheet shortened this id/],
    [7, 'record_id', /^"acme" is no record id/],
    [8, null, /^there is no company 99999/],
    [9, 'people', /^there is no such field in the profile "Technology partner, as shipped"\.$/],
    [10, null, /^the row has 2 cells and the header 6/],
  ];
  expect(faults.map(({ line, column }) => [line, column])).toEqual(
    expected.map(([line, column]) => [line, column]),
  );
  for (const [index, [, , message]] of expected.entries()) expect(faults[index]?.message).toMatch(message);
});

test('two rows of one company are both left out, whichever way they name it', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { domain: 'brightdesk.example' });

  const report = await applied(
    portal.context,
    csv(['record_id', 'domain', 'strategic_fit'], [company, '', 1], ['', 'brightdesk.example', 2]),
  );

  expect(report).toMatchObject({ changed: 0, faults: [{ line: 2 }, { line: 3 }] });
  expect(report.faults[0]?.message).toBe(`line 3 is about the same company, ${company}. Keep one of them.`);
  expect(await portal.stored(company)).toMatchObject({ ipp_strategic_fit: '4' });
});

test('another type has to empty what only the earlier one asks, and opens and marks what the file is silent about', async () => {
  const company = await ratedAs(portal, 'reseller');
  await editOutside(portal, company, { ipp_check_dead_api: 'clear' });
  const emptied = ['role_criteria', 'compatibility', 'collaboration_support'];
  const header = ['record_id', 'partner_type'];

  const [fault] = await faultsIn(csv(header, [company, 'solution']));
  const report = await applied(
    portal.context,
    csv([...header, ...emptied], [company, 'Solution', '', '', '']),
  );

  expect(fault).toMatchObject({
    line: 2,
    column: 'partner_type',
    message: expect.stringMatching(/^changing Reseller to .* needs role_criteria empty, /) as unknown,
  });
  expect(report).toMatchObject({ changed: 1, faults: [] });
  const stored = await portal.stored(company);
  expect(stored).toMatchObject({
    ...{ ipp_partner_type: 'solution', ipp_people: '4', ipp_lane: 'undecided' },
    ...{
      ipp_to_confirm: 'people',
      ipp_check_dead_api: 'open',
      ipp_role_criteria_evidence: 'role_criteria seen',
    },
  });
  expect(stored).not.toHaveProperty('ipp_role_criteria');
});

test('a cell that leaves a check clear under another type is a fault that says what the check has to be', async () => {
  const company = await portal.createCompany({ ipp_partner_type: 'oem', ipp_check_vanity_logo: 'clear' });
  const header = ['record_id', 'partner_type', 'check_vanity_logo'];

  const [fault] = await faultsIn(csv(header, [company, 'marketing', 'clear']));
  const report = await applied(portal.context, csv(header, [company, 'marketing', 'open']));

  expect(fault?.message).toMatch(/needs check_vanity_logo open\./);
  expect(report).toMatchObject({ changed: 1, faults: [] });
  expect(await portal.stored(company)).toMatchObject({ ipp_check_vanity_logo: 'open' });
});

test('a file that is none is refused with a sentence, before anything is asked of the portal', async () => {
  const bytes = (...codes: number[]) => Uint8Array.from(codes);
  const files: [string | Uint8Array, RegExp][] = [
    ['', /it is empty/],
    ['\uFEFF\n', /it is empty/],
    ['record_id|strategic_fit\n1|2', /names neither record_id nor domain/],
    ['record_id,strategic_fit,Strategic_Fit\n1,2,3', /columns stand twice: strategic_fit/],
    ['7,5\n8,4', /names neither record_id nor domain/],
    ['<html><body>Back soon</body></html>', /names neither record_id nor domain/],
    ['record_id,strategic_fit\n1,"2\n2,3', /line 2 has a quotation mark that is not closed/],
    ['record_id,lane\n1,deep', /it has no column of a scorecard/],
    [bytes(0x50, 0x4b, 3, 4), /it is a workbook/],
    [bytes(0x61, 0, 0x62, 0), /it is no text in UTF-8, UTF-16 or Windows-1252/],
    [bytes(0xff, 0xfe, 0x61, 0, 0, 0), /it is no text in UTF-8, UTF-16 or Windows-1252/],
    [new Uint8Array(20_000_001).fill(0x61), /it has 21 MB, and an import takes 20 MB at most/],
    [`record_id,strategic_fit\n${'1,2\n'.repeat(200_001)}`, /it has 200,001 rows, and .* 200,000 at most/],
  ];

  const calls = await portal.callsDuring(async () => {
    for (const [file, sentence] of files)
      await expect(dryRun(portal.context, file)).rejects.toThrow(sentence);
  });

  expect(calls).toEqual([]);
});
