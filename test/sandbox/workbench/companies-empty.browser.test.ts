import { openBrowser } from '../../browser/open-browser.ts';
import { openPage } from './open-page.ts';
import { openWorkbench } from './open-workbench.ts';

test('a portal without companies, and without the app, says so', async () => {
  const [browser, workbench] = await Promise.all([
    openBrowser(),
    openWorkbench({ definitions: [], companies: [] }),
  ]);
  try {
    const { page, problems } = await openPage(browser, workbench.url);

    await page.getByText('No companies yet').waitFor();
    const properties = { name: 'Harbor Foods' };
    await workbench.sendAs('app')('POST', '/crm/objects/2026-09/companies', { properties });
    await page.reload();

    await page.getByText('1 of 1 company').waitFor();
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Company name', 'Company owner']);
    expect(problems).toEqual([]);
  } finally {
    await Promise.all([browser.close(), workbench.close()]);
  }
});
