import type { Browser, Locator, Page } from 'playwright-core';

import { PARTNER_TYPES } from '../src/icp/partner-types.ts';
import { technology } from '../src/icp/profiles/technology.ts';
import { SHIPPED_PROFILES } from '../src/icp/shipped-profiles.ts';
import { install } from '../src/usecases/install/install.ts';
import { saveScorecard } from '../src/usecases/scorecard/save.ts';
import { launchBrowser } from '../test/browser/launch.ts';
import { workflowTool } from '../test/worked-example.ts';
import { type BuiltApp, createCompany, serveApp } from './bench-app.ts';
import { startFunction } from './function-rows.ts';
import { type Row, atMostRow } from './row.ts';

/** The widths at which HubSpot shows a card, in pixels, with the most that the card may take there. */
const SCREENS = [
  { screen: '896 px', cardWidth: 896, viewport: { width: 1920, height: 860 }, tallest: 700, scrolling: 50 },
  { screen: '680 px', cardWidth: 680, viewport: { width: 1920, height: 860 }, tallest: 800, scrolling: 150 },
  { screen: '600 px', cardWidth: 600, viewport: { width: 1920, height: 860 }, tallest: 800, scrolling: 150 },
  {
    screen: 'a phone',
    cardWidth: null,
    viewport: { width: 390, height: 800 },
    tallest: 1300,
    scrolling: 1060,
  },
] as const;
interface Screen {
  cardWidth: number | null;
  viewport: { width: number; height: number };
}

/** How much room the card takes, and how much work a scorecard is, measured in a browser. */
export async function cardScreenRows(app: BuiltApp): Promise<Row[]> {
  const executor = await startFunction(app);
  const workbench = await serveApp(app, executor);
  const browser = await launchBrowser();
  try {
    const heights = await tallestByScreen(app, browser, workbench.address);
    const rows: Row[] = [];
    for (const screen of SCREENS) {
      const companyId = await createCompany(app, `Rated on ${screen.screen}`);
      const page = await openOn(browser, screen, `${workbench.address}/companies/${companyId}`);
      const { clicks, scrolled, outOfSight } = await rateAndSave(page);
      await page.context().close();
      rows.push(
        atMostRow(
          `card on ${screen.screen}, tallest of ${PARTNER_TYPES.length} types`,
          heights.get(screen.screen) ?? NaN,
          'px',
          screen.tallest,
        ),
        atMostRow(`empty to saved on ${screen.screen}, scrolling`, scrolled, 'px', screen.scrolling),
        atMostRow(`empty to saved on ${screen.screen}`, clicks, 'clicks', 7),
        ...(screen.cardWidth === null
          ? []
          : [atMostRow(`clicks without lane and total in sight on ${screen.screen}`, outOfSight, 'of 6', 0)]),
      );
    }
    const companyId = await createCompany(app, 'Rated by keyboard');
    const page = await openOn(browser, SCREENS[1], `${workbench.address}/companies/${companyId}`);
    return [
      ...rows,
      ...(await firstQuestionRows(app, browser, workbench.address)),
      atMostRow('empty to saved by keyboard alone', await keysToSave(page), 'keys', 40),
    ];
  } finally {
    await browser.close();
    workbench.close();
    await executor.close();
  }
}

/** The height of the whole card with its first tab, of the type that takes most. */
async function tallestByScreen(
  app: BuiltApp,
  browser: Browser,
  address: string,
): Promise<Map<string, number>> {
  const tallest = new Map<string, number>();
  await install(app.context, { types: PARTNER_TYPES.map(({ key }) => key) });
  for (const profile of SHIPPED_PROFILES) {
    const companyId = await createCompany(app, profile.title);
    const ratings = Object.fromEntries(profile.dimensions.map(({ key }) => [key, { seen: null, value: 5 }]));
    const changes = { partner_type: { seen: null, value: profile.type }, ...ratings };
    await saveScorecard(app.context, { companyId, changes, by: 'bench@example.com' });
    const page = await openOn(browser, SCREENS[0], `${address}/companies/${companyId}`);
    for (const screen of SCREENS) {
      await show(page, screen);
      const height = (await cardOf(page).boundingBox())?.height ?? NaN;
      tallest.set(screen.screen, Math.max(tallest.get(screen.screen) ?? 0, height));
    }
    await page.context().close();
  }
  return tallest;
}

/** Where the first question of a company never scored ends, as the record page opens. */
async function firstQuestionRows(app: BuiltApp, browser: Browser, address: string): Promise<Row[]> {
  const companyId = await createCompany(app, 'Never scored');
  const rows: Row[] = [];
  for (const viewport of [
    { width: 1280, height: 860 },
    { width: 390, height: 800 },
  ]) {
    const screen = { ...SCREENS[3], viewport };
    const page = await openOn(browser, screen, `${address}/companies/${companyId}`);
    const box = await radios(page, 'Customer overlap').first().boundingBox();
    await page.context().close();
    const bottom = box === null ? NaN : box.y + box.height;
    rows.push(atMostRow(`first question on ${viewport.width} px, end of`, bottom, 'px', viewport.height));
  }
  return rows;
}

async function openOn(browser: Browser, screen: Screen, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await radios(page, 'Customer overlap', 'People').first().waitFor();
  await show(page, screen);
  return page;
}

/** Gives the card the width; what stands beside it would get in its way. */
async function show(page: Page, { cardWidth, viewport }: Screen): Promise<void> {
  await page.setViewportSize(viewport);
  await cardOf(page).evaluate((card, width) => {
    for (const side of ['minWidth', 'maxWidth', 'width'] as const)
      card.style[side] = width === null ? '' : `${width}px`;
    for (const beside of document.querySelectorAll<HTMLElement>('.record-related'))
      beside.style.display = width === null ? '' : 'none';
  }, cardWidth);
}

function cardOf(page: Page): Locator {
  return page.locator('section.page-card[aria-label="Partner ICP"]').first();
}

function radios(page: Page, ...labels: string[]): Locator {
  return cardOf(page)
    .getByRole('radiogroup', { name: new RegExp(`^(${labels.join('|')}): `) })
    .getByRole('radio');
}

/** Rates the guide's first candidate and saves, with as little scrolling as there can be. */
async function rateAndSave(page: Page) {
  const tally = { clicks: 0, scrolled: 0, outOfSight: 0 };
  for (const { key, label } of technology.dimensions) {
    const rating = workflowTool[key as keyof typeof workflowTool];
    await click(radios(page, label).nth(rating), tally);
    if (!(await isLaneInSight(page))) tally.outOfSight += 1;
  }
  await click(page.getByRole('button', { name: 'Save', exact: true }).first(), tally);
  await cardOf(page).getByText('Saved', { exact: true }).first().waitFor();
  return tally;
}

/** Scrolls just as far as needed, then clicks. */
async function click(target: Locator, tally: { clicks: number; scrolled: number }): Promise<void> {
  tally.scrolled += await target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const by = top < 0 ? top : Math.max(0, bottom - innerHeight);
    scrollBy({ top: by, behavior: 'instant' });
    return Math.abs(by);
  });
  await target.click();
  tally.clicks += 1;
}

async function isLaneInSight(page: Page): Promise<boolean> {
  const total = cardOf(page)
    .getByText(/of 500/)
    .first();
  return total.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** More than anybody would press. */
const GIVE_UP_KEYS = 200;

/** Starts where a person is who has just opened the card's tab. */
async function keysToSave(page: Page): Promise<number> {
  let keys = 0;
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
    keys += times;
  };
  await page.getByRole('tab', { name: 'Partner ICP' }).focus();
  for (const { key, label } of technology.dimensions) {
    while (!(await focusIsIn(page, `${label}: `)) && keys < GIVE_UP_KEYS) await press('Tab');
    // the arrows go round: from unknown one step back leads to 5
    await press('ArrowLeft', 6 - workflowTool[key as keyof typeof workflowTool]);
  }
  while (!(await focusIsIn(page, 'Save')) && keys < GIVE_UP_KEYS) await press('Shift+Tab');
  await press('Enter');
  await cardOf(page).getByText('Saved', { exact: true }).first().waitFor();
  return keys;
}

function focusIsIn(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const focused = document.activeElement;
    const group = focused?.closest('[role=radiogroup], fieldset');
    const label = group?.getAttribute('aria-label') ?? group?.querySelector('legend')?.textContent ?? '';
    return (
      label.startsWith(wanted) || (focused?.tagName === 'BUTTON' && focused.textContent.trim() === wanted)
    );
  }, name);
}
