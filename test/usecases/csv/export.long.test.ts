import fc from 'fast-check';

import { csvLine } from '../../../src/usecases/csv/cells.ts';
import { exportScorecards } from '../../../src/usecases/csv/export.ts';
import { readCsv } from '../../../src/usecases/csv/read-csv.ts';
import { type Portal, editOutside, openPortal, withPortal } from '../../portal.ts';
import { wellKnownLogo } from '../../worked-example.ts';
import { applied, cellsOf, exported, recordsOf } from './csv-files.ts';
import { ratedAs } from '../scorecard/partners-of-types.ts';
import { saveField, scoredCompany } from '../scorecard/scoring.ts';

const LETTERS = ["'", '"', '=', '+', '-', '@', '\t', '\r', '\n', ',', ';', ' ', 'a', '＝'];

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

test('every scored company is a row, by ascending id, with answers, verdict and version', async () => {
  const customer = await portal.createCompany({ name: 'A customer' });
  const first = await scoredCompany(portal);
  const second = await ratedAs(portal, 'reseller');
  await editOutside(portal, first, { domain: 'brightdesk.example' });

  const file = await exported(portal.context);

  const rows = recordsOf(file);
  expect(rows.map(({ record_id }) => record_id)).toEqual([first, second]);
  expect(rows.map(({ record_id }) => record_id)).not.toContain(customer);
  expect(rows[0]).toMatchObject({
    ...{ domain: 'brightdesk.example', name: 'Brightdesk', partner_type: 'technology' },
    ...{ profile_version: 'technology@0', customer_overlap: '5', people: '', lane: 'deep', total: '430' },
    ...{ clearance: 'pending', scored_by: 'jane@example.com', override_lane: '' },
  });
  expect(rows[1]).toMatchObject({ partner_type: 'reseller', people: '4', people_evidence: 'people seen' });
  expect(await exported(portal.context)).toBe(file);
});

test('a byte order mark stands at the beginning only where it was asked for', async () => {
  const [plain, marked] = await Promise.all([
    exported(portal.context),
    exported(portal.context, { bom: true }),
  ]);

  expect(plain).toMatch(/^record_id,domain,name,partner_type,profile_version,/);
  expect(marked).toBe(`\uFEFF${plain}`);
});

test('what a spreadsheet would run is text in the file, and comes back as it was', async () => {
  const hostile = [
    '=cmd|calc',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '=HYPERLINK("http://x")\nmore',
    "'=1",
    "'tis",
  ];
  const companies: string[] = [];
  for (const text of hostile) {
    const company = await scoredCompany(portal, wellKnownLogo);
    await saveField(portal.context, company, 'customer_overlap_evidence', ['', text]);
    companies.push(company);
  }

  const file = await exported(portal.context);
  const calls = await portal.callsDuring(() => applied(portal.context, file));

  for (const cell of cellsOf(file).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  expect(calls.filter((call) => !/(GET .*|\/search|\/batch\/read)$/.test(call))).toEqual([]);
  const stored = await Promise.all(companies.map((company) => portal.stored(company)));
  expect(stored.map((values) => values['ipp_customer_overlap_evidence'])).toEqual(hostile);
});

test('any text comes back from its cell, line breaks as such', () => {
  const anyText = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...LETTERS) }));
  fc.assert(
    fc.property(anyText, anyText, (text, other) => {
      const file = csvLine(['record_id', 'domain', 'name']) + csvLine(['7', text, other]);
      const { rows } = readCsv(new TextEncoder().encode(file));
      const breaks = (cell: string) => cell.replaceAll(/\r\n?/g, '\n');
      expect(rows).toEqual([{ line: 2, cells: ['7', breaks(text), breaks(other)] }]);
    }),
  );
});

test('more companies than a search answers are all in the file, each once', async () => {
  await withPortal({ types: ['technology'] }, async (large) => {
    const made = 10_300;
    for (let start = 0; start < made; start += 100) {
      const inputs = Array.from({ length: 100 }, (_, index) => ({
        properties: {
          name: `Partner ${start + index}`,
          ipp_partner_type: 'technology',
          ipp_strategic_fit: '3',
        },
        associations: [],
      }));
      const path = '/crm/objects/2026-09/companies/batch/create';
      await large.outside.send({ method: 'POST', path, body: { inputs } });
    }
    const told: [number, number][] = [];
    let lines = 0;
    const ids = new Set<string>();

    const written = await exportScorecards(
      large.context,
      (text) => {
        for (const [id = ''] of cellsOf(text)) ids.add(id);
        lines += cellsOf(text).length;
        return Promise.resolve();
      },
      { onProgress: (done, of) => told.push([done, of]) },
    );

    expect(written).toBe(made);
    expect([lines, ids.size]).toEqual([made + 1, made + 1]);
    expect(told.at(-1)).toEqual([made, made]);
  });
});

test('a portal without the app is said to be one', async () => {
  await withPortal({ installed: false }, async (bare) => {
    await expect(exported(bare.context)).rejects.toThrow(/has none of its properties in this portal/);
  });
});
