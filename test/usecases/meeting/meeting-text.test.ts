import { runOperation } from '../../../src/usecases/answer-call.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { saveField, scoredCompany } from '../scorecard/scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ now: () => new Date('2027-03-03T12:00:00Z'), types: ['technology'] });
});
afterAll(() => portal.close());

async function textOf(companyId: string): Promise<string> {
  return (await runOperation('meeting-page', () => portal.context, { companyId })).text;
}

test('the text holds the verdict, points, whole evidence with its lines and addresses, checks and what is decided', async () => {
  const companyId = await scoredCompany(portal);
  const evidence = `First line, https://example.com/customers?of=both.\n${'x'.repeat(3_900)}`;
  await saveField(portal.context, companyId, 'customer_overlap_evidence', ['', evidence]);

  const text = await textOf(companyId);

  expect(text).toMatch(
    /^Brightdesk\nTechnology partner · Partner page, as of 3 March 2027\n\nVERDICT\nDeep · Full build · 430 of 500/,
  );
  expect(text).toContain('- Customer overlap: rating 5, counted 5, weight 30, points 150\n');
  expect(text).toContain(`  First line, https://example.com/customers?of=both.\n  ${'x'.repeat(3_900)}\n`);
  expect(text).toContain('DECISION\nNothing is decided yet.');
  expect(text).toMatch(/\nCHECKS\n- .*: Open\n/);
  expect(text).toContain('\nJUDGED BY\n');
});

test('no control character of evidence reaches the text', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'customer_overlap_evidence', ['', 'red\u001B[31m \u202Edne']);

  expect(await textOf(companyId)).toContain('  red[31m dne\n');
});

test('a company that nobody has rated has a page that says so', async () => {
  const text = await textOf(await portal.createCompany());

  expect(text).toContain('VERDICT\nNothing to explain yet');
  expect(text).not.toMatch(/RATINGS|CHECKS|WHY/);
});
