import { launchBrowser } from './test/browser/launch.ts';
import { readFileSync } from 'node:fs';
const log = readFileSync('/tmp/h/rate/start.log', 'utf8');
const crm = /CRM (http\S+)/.exec(log)![1];
const token = /token (\S+)/.exec(log)![1];
export const find = async (name: string) => {
  const r = await fetch(`${crm}/crm/objects/2026-09/companies/search`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ filterGroups: [{ filters: [{ propertyName: 'name', operator: 'EQ', value: name }] }], limit: 1, properties: ['name'], sorts: [] }) });
  const j: any = await r.json();
  return j.results?.[0]?.id;
};
const [,, cmd, ...args] = process.argv;
const browser = await launchBrowser();
const open = async (id: string, width: number, dark = false) => {
  const context = await browser.newContext({ bypassCSP: true, viewport: width === 390 ? { width: 390, height: 800 } : { width: Math.max(1280, width + 60), height: 860 }, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text().slice(0, 300)); });
  await page.goto(`http://127.0.0.1:4810/companies/${id}`);
  if (width !== 390) await page.addStyleTag({ content: `.record{grid-template-columns: 250px ${width}px 250px !important} .record-middle{width:${width}px} .page-main.is-record{max-width:none!important}` });
  await page.getByRole('tab', { name: /^Rate/ }).waitFor({ timeout: 20000 });
  await page.waitForTimeout(150);
  return page;
};
const card = (page: any) => page.locator('.record-middle section.page-card').first();
if (cmd === 'heights') {
  for (const name of args) {
    const id = await find(name);
    const out: string[] = [];
    for (const width of [896, 680, 600, 390]) {
      const page = await open(id, width);
      const box = await card(page).boundingBox();
      out.push(`${width}: ${Math.round(box.width)}x${Math.round(box.height)}`);
      await page.context().close();
    }
    console.log(name, id, out.join('  '));
  }
}
if (cmd === 'shot') {
  const [name, widths, theme, file, ...steps] = args;
  const id = /^\d+$/.test(name) ? name : await find(name);
  for (const width of widths.split(',').map(Number)) {
    const page = await open(id, width, theme === 'dark');
    for (const step of steps) {
      const [what, ...r] = step.split('='); const v = r.join('=');
      if (what === 'rate') { const [label, rating] = v.split(':'); await page.getByRole('radiogroup', { name: new RegExp('^' + label + ':') }).getByRole('radio', { name: rating, exact: true }).check(); }
      if (what === 'click') await page.getByRole('button', { name: v, exact: true }).first().click();
      if (what === 'tab') await page.getByRole('tab', { name: new RegExp('^' + v) }).click();
      if (what === 'hover') await page.getByRole('button', { name: v }).first().hover();
      if (what === 'type') { const [l, t] = v.split('::'); await page.getByLabel(l).fill(t); }
      if (what === 'select') { const [l, t] = v.split('::'); await page.getByLabel(l).selectOption({ label: t }); }
      if (what === 'wait') await page.waitForTimeout(Number(v));
      await page.waitForTimeout(120);
    }
    await (steps.includes('full') || steps.includes('viewport') ? page : card(page)).screenshot({ path: `/tmp/h/rate/shots/${file}-${width}${theme === 'dark' ? '-dark' : ''}.png`, ...(steps.includes('full') ? { fullPage: true } : {}) });
    await page.context().close();
  }
}
await browser.close();
