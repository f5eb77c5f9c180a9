import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser/open-browser.ts';
import { openPartnerPipeline, type PartnerPipeline } from '../automation/open-partner-pipeline.ts';
import { accessibilityProblems, openPage } from './open-page.ts';

let browser: Browser;
let pipeline: PartnerPipeline;
let address: string;
let taskId: string;

/** Creates a record that is associated with the company in the given way. */
async function create(type: string, companyId: string, typeId: number, properties: Record<string, string>) {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }];
  const associations = [{ to: { id: companyId }, types }];
  const { id } = await pipeline.call('POST', `/crm/objects/2026-09/${type}`, { properties, associations });
  return String(id);
}

beforeAll(async () => {
  [browser, pipeline] = await Promise.all([openBrowser(), openPartnerPipeline()]);
  const companyId = String(pipeline.companies.get('Ledgerlane'));
  address = `${pipeline.url}/companies/${companyId}`;
  await create('contacts', companyId, 1, {
    ...{
      firstname: 'Ada',
      lastname: 'Byron',
      jobtitle: 'Head of partnerships',
      email: 'ada@ledgerlane.example',
    },
  });
  taskId = await create('tasks', companyId, 192, {
    ...{ hs_task_subject: 'Run the five checks', hs_task_status: 'NOT_STARTED' },
    ...{ hs_timestamp: '2026-11-23T09:00:00Z', hubspot_owner_id: '11' },
  });
});
afterAll(async () => {
  await browser.close();
  await pipeline.close();
});

async function storedStatus(): Promise<unknown> {
  const path = `/crm/objects/2026-09/tasks/${taskId}?properties=hs_task_status`;
  const { properties } = await pipeline.call('GET', path);
  return (properties as Record<string, unknown>)['hs_task_status'];
}

test.each(['light', 'dark'] as const)(
  'the record shows its contact, its deal with the mirrored verdict, and its task (%s)',
  async (scheme) => {
    const { page, problems } = await openPage(browser, address, scheme);

    const associations = page.getByRole('complementary', { name: 'Associations' });
    const item = (text: string) => associations.getByRole('listitem').filter({ hasText: text }).innerText();
    const contact = await item('Ada Byron');
    const deal = await item('Ledgerlane build');
    const task = await item('Run the five checks');

    expect(contact).toMatch(/Head of partnerships\s+Email\s+ada@ledgerlane\.example\s+Association\s+Primary/);
    expect(deal).toMatch(/Stage\s+Sourced\s+Amount\s+30,500\s+Lane\s+Deep\s.*\s+Cleared\s+Total\s+440\s/);
    expect(task).toMatch(/Not started\s+Due\s+Monday,? 23 November 2026\s+Owner\s+Jane Doe\s+Mark done/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
  },
);

test('a task that is marked done is stored in the CRM, and can be reopened', async () => {
  const { page, problems } = await openPage(browser, address);
  const written = () => page.waitForResponse((response) => response.request().method() === 'PATCH');

  const done = written();
  await page.getByRole('button', { name: 'Mark done' }).click();
  await page.getByText('Completed', { exact: true }).waitFor();
  await done;

  expect(await storedStatus()).toBe('COMPLETED');
  const reopened = written();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await reopened;
  expect(await storedStatus()).toBe('NOT_STARTED');
  expect(problems).toEqual([]);
});

test('a refusal is said and the task stays as it was', async () => {
  const { page } = await openPage(browser, address);
  await page.route('**/objects/2026-09/tasks/*', (route) =>
    route.fulfill({ status: 403, json: { message: 'This task is locked.' } }),
  );

  await page.getByRole('button', { name: 'Mark done' }).click();

  await page.getByRole('alert').getByText('This task is locked.').waitFor();
  await page.getByRole('button', { name: 'Mark done' }).waitFor();
  expect(await storedStatus()).toBe('NOT_STARTED');
});

test('a section that cannot be read says so alone, and reads again', async () => {
  const { page } = await openPage(browser, 'about:blank');
  const contacts = '**/associations/contacts';
  await page.route(contacts, (route) => route.fulfill({ status: 500, json: { message: 'Broken.' } }));
  await page.goto(address);
  await page.getByText('The contacts could not be read').waitFor();
  await page.getByText('Run the five checks').first().waitFor();

  await page.unroute(contacts);
  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByText('Ada Byron').waitFor();
});

test('a company on its own has no contacts and no tasks yet', async () => {
  const companyId = String(pipeline.companies.get('Grandview'));
  const { page } = await openPage(browser, `${pipeline.url}/companies/${companyId}`);

  await page.getByText('No contacts yet').waitFor();
  await page.getByText('No tasks yet').waitFor();
});
