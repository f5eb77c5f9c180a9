import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { keepInstallation } from '../../../src/crm/installation.ts';
import { homeInCrm } from '../../../src/crm/policy-home.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import type { Template } from '../../../src/usecases/policy/parse-template.ts';
import { importTemplate } from '../../../src/usecases/policy/template.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { OTHER_SETTINGS, lena, publishedTemplate } from './two-portals.ts';

/** Nothing of the product handles it: the run is gone, as after kill -9. */
class Killed extends Error {}

let template: Template;
let portal: Portal;
let installed: SavedPortal;
beforeAll(async () => {
  const source = await openPortal({ home: true });
  template = await publishedTemplate(source.context);
  await source.close();
  portal = await openPortal({ home: true });
  installed = portal.sandbox.portal.dump();
});
afterAll(() => portal.close());

test('an import that is killed before any of its writes, and run again, publishes each part once and never by half', async () => {
  let isThrough = false;
  let write = 0;
  while (!isThrough) {
    write += 1;
    portal.sandbox.portal.restore(installed);
    isThrough = await runsThrough(write);
    await expectWhole();

    await importTemplate(asProcess(portal.app), template, lena);

    await expectDone();
    const third = await importTemplate(asProcess(portal.app), template, lena);
    expect([third.published, third.hasSettings]).toEqual([[], false]);
  }
  expect(write).toBeGreaterThan(8);
});

/** Killed after a write is killed before the next one, and a read leaves nothing behind. */
async function runsThrough(dies: number): Promise<boolean> {
  const dying = aroundCalls(
    portal.app,
    ({ method, repeat }) => method !== 'GET' && repeat !== 'reads',
    'before',
    (_, count) => (count >= dies ? Promise.reject(new Killed()) : Promise.resolve()),
  );
  try {
    await importTemplate(asProcess(dying), template, lena);
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

/** Each profile is as it was or as in the template, and so are the settings; every entry can be read. */
async function expectWhole(): Promise<void> {
  const { damaged, types, settings, log } = await loadPolicy(asProcess(portal.app));
  expect(damaged).toEqual([]);
  for (const { type, profile } of types)
    if (profile.version > 0) expect(profile).toMatchObject({ ...template.profiles[type]?.profile });
  expect(settings.slots).toBe(log.some(({ act }) => act.kind === 'settings') ? OTHER_SETTINGS.slots : 2);
}

async function expectDone(): Promise<void> {
  const { types, settings, log, damaged } = await loadPolicy(asProcess(portal.app));
  expect(damaged).toEqual([]);
  expect(log.map(({ act }) => (act.kind === 'settings' ? 'settings' : act.profile))).toEqual([
    'settings',
    'reseller@1',
    'technology@1',
  ]);
  for (const type of ['technology', 'reseller'])
    expect(types.find((one) => one.type === type)).toMatchObject({
      draft: null,
      profile: { ...template.profiles[type === 'reseller' ? 'reseller' : 'technology']?.profile, version: 1 },
    });
  expect(settings).toEqual(OTHER_SETTINGS);
}

function asProcess(crm: Crm): Context {
  const installation = keepInstallation(() => performance.now());
  return { ...portal.context, crm, installation, home: homeInCrm(crm, installation), policy: keepPolicy() };
}
