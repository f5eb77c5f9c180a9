import {
  type Edition,
  RECORD_PROPERTY,
  readRecordOfInstallation,
  recordOptions,
} from '../../../src/crm/installation-record.ts';
import { changeProperty } from '../../../src/crm/property-definitions.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import type { Portal } from '../../portal.ts';
import { anyDraft, weighing } from './any-draft.ts';
import { HOMES } from './both-homes.ts';

const type = 'technology';
const installer = { userId: '7', email: 'ada@example.com' };
const ADA = { ...installer, installer, isInstaller: true };
const OMAR = { userId: '8', email: 'omar@example.com', installer, isInstaller: false };

describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await open({
      owners: [
        { id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' },
        { id: '2', userId: 8, email: 'omar@example.com', firstName: 'Omar', lastName: 'Haddad' },
      ],
    });
    await belongTo(portal, 'oauth');
  });
  afterEach(() => portal.close());

  type Person = typeof ADA;
  const seenBy = (person: Person): Context => ({
    ...portal.context,
    ...{ publishes: 'by-person', edition: 'oauth', person },
    remedies: oauthRemedies('https://partner-icp.example.com/oauth/install?app=1'),
  });
  const ask = (person: Person, operation: string, input: object) =>
    answerCall(() => seenBy(person), { operation, input: { ...input, by: person.email } }, { person });
  const naming = (...publishers: string[]) => ({
    settings: { ...DEFAULT_SETTINGS, publishers },
    reason: 'Ours',
  });
  const draft = { type, draft: anyDraft(weighing(25, 25)), seen: null };

  test('the installer publishes and names others, who then publish too; the log has each without a claim', async () => {
    await ask(OMAR, 'save-profile-draft', draft);
    const refused = await ask(OMAR, 'publish-profile', { type, reason: 'Mine', policy: 0 });
    await ask(ADA, 'publish-settings', { ...naming('8'), policy: 0 });

    const published = await ask(OMAR, 'publish-profile', { type, reason: 'Mine', policy: 1 });

    expect(refused).toMatchObject({
      error: {
        code: 'not-allowed',
        message: expect.stringContaining('published by Ada Berg (installed the app). Ask') as string,
      },
    });
    expect(published).toMatchObject({ answer: { policy: 2, mayPublish: true } });
    expect((await loadPolicy(seenBy(OMAR))).log.map(({ by }) => by)).toEqual([OMAR.email, ADA.email]);
  });

  test.each([
    ['publish-profile', { type, reason: 'Mine', policy: 0 }],
    ['roll-back-profile', { type, version: 0, reason: 'Mine', policy: 0 }],
    ['publish-settings', { ...naming('8'), policy: 0 }],
    ['save-settings-draft', { settings: DEFAULT_SETTINGS, seen: null }],
    ['discard-settings-draft', { seen: '2026-11-27T14:00:00.000Z' }],
  ])('%s is refused to whoever is not named, and says who is', async (operation, input) => {
    const answer = await ask(OMAR, operation, input);

    expect(answer).toMatchObject({ error: { code: 'not-allowed' } });
    expect(JSON.stringify(answer)).toContain('Ada Berg');
    expect(JSON.stringify(answer)).not.toMatch(/terminal|icp /);
    expect((await loadPolicy(seenBy(ADA))).policy).toBe(0);
  });

  test('the page is told who may publish, by name, also of an id that no owner has', async () => {
    await ask(ADA, 'publish-settings', { ...naming('8', '99'), policy: 0 });

    const { publishing, mayPublish } = await loadPolicy(seenBy(OMAR));

    expect(mayPublish).toBe(true);
    expect(publishing).toEqual({
      edition: 'oauth',
      typesMissing: expect.stringContaining('https://partner-icp.example.com/oauth/install') as string,
      publishers: [
        { userId: '7', name: 'Ada Berg', isInstaller: true },
        { userId: '8', name: 'Omar Haddad', isInstaller: false },
        { userId: '99', name: null, isInstaller: false },
      ],
    });
  });

  test('whoever was named may take themselves out; the installer stays', async () => {
    await ask(ADA, 'publish-settings', { ...naming('8'), policy: 0 });
    await ask(OMAR, 'publish-settings', { ...naming(), policy: 1 });

    const again = await ask(OMAR, 'publish-settings', { ...naming('8'), policy: 2 });
    const byInstaller = await ask(ADA, 'publish-settings', { ...naming('8'), policy: 2 });

    expect(again).toMatchObject({ error: { code: 'not-allowed' } });
    expect(byInstaller).toMatchObject({ answer: { policy: 3 } });
  });

  test('an entry of the log from before names nobody, and has edited verdicts repaired', async () => {
    await ask(ADA, 'publish-settings', { ...naming(), policy: 0 });
    const { publishers: _, editedVerdicts: _edited, ...older } = DEFAULT_SETTINGS;
    const body = JSON.stringify({ version: 2, settings: older, current: {}, act: { kind: 'settings' } });
    const entry = {
      key: 'policy@2',
      kind: 'policy',
      body,
      by: 'x',
      at: '2099-01-01T00:00:00.000Z',
      reason: '',
    };
    await portal.context.home.insert(entry as never);

    const state = await loadPolicy({ ...seenBy(ADA), policy: keepPolicy() });

    expect(state).toMatchObject({
      policy: 2,
      damaged: [],
      settings: { publishers: [], editedVerdicts: 'repair' },
    });
  });

  test.each([[['x']], [['8', '8']], [['']], [['08']]])(
    '%j are no users who may publish',
    async (publishers) => {
      const answer = await ask(ADA, 'publish-settings', { ...naming(...publishers), policy: 0 });

      expect(answer).toMatchObject({ error: { code: 'invalid-input', field: 'settings.publishers' } });
    },
  );

  test('settings from a page that knows no publishers are refused, so that it takes nobody out', async () => {
    const { publishers: _, ...settings } = DEFAULT_SETTINGS;
    const answer = await ask(ADA, 'publish-settings', { settings, reason: 'Older page', policy: 0 });

    expect(answer).toMatchObject({ error: { code: 'invalid-input', field: 'settings.publishers' } });
  });

  test('in the private edition the list gives nobody a right: a function cannot know who asks', async () => {
    const context: Context = { ...portal.context, publishes: 'by-settings' };
    await ask(ADA, 'publish-settings', { ...naming('8'), policy: 0 });
    await belongTo(portal, 'private');

    const input = { ...naming('8'), by: OMAR.email, policy: 1 };
    const answer = await answerCall(() => context, { operation: 'publish-settings', input });

    expect(answer).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await loadPolicy(context)).toMatchObject({
      mayPublish: false,
      publishing: { edition: 'private' },
    });
  });

  test('once the portal has moved to the private edition, nobody publishes through this one', async () => {
    await ask(ADA, 'save-profile-draft', draft);
    await belongTo(portal, 'private');

    const answer = await ask(ADA, 'publish-profile', { type, reason: 'Ours', policy: 0 });

    const message = expect.stringContaining('moved to the private edition') as string;
    expect(answer).toMatchObject({ error: { code: 'other-edition', message } });
    expect((await loadPolicy(seenBy(ADA))).policy).toBe(0);
  });
});

/** Names the edition in the record of the installation, whatever home the portal has. */
async function belongTo(portal: Portal, edition: Edition): Promise<void> {
  const record = await readRecordOfInstallation(portal.app);
  if (record === null) throw new Error('there is no record');
  const options = recordOptions({ ...record, edition });
  await changeProperty(portal.app, 'companies', RECORD_PROPERTY, { options });
}
