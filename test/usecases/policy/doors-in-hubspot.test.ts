import type { Context } from '../../../src/usecases/context.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { editEntry } from './a-home.ts';
import { anyDraft, weighing } from './any-draft.ts';

const by = 'ann@example.com';
const type = 'technology';
let portal: Portal;

beforeEach(async () => {
  portal = await openPortal({ home: true });
});
afterEach(() => portal.close());

const ask = (context: Context, operation: string, input: object) =>
  answerCall(() => context, { operation, input });
const keep = (context: Context) =>
  ask(context, 'save-profile-draft', { type, draft: anyDraft(weighing(25, 25)), seen: null, by });

test('a body edited by hand is derived from by nobody, and the other versions go on', async () => {
  await keep(portal.context);
  await ask(portal.context, 'publish-profile', { type, reason: 'Ours', by, policy: 0 });
  await editEntry(portal, 'technology@1', { ipp_body: '{}' });

  const state = await loadPolicy({ ...portal.context, policy: keepPolicy() });

  expect(state.damaged).toEqual(['technology@1']);
  expect(state.types.find((each) => each.type === type)?.versions).toHaveLength(1);
  const answer = await ask({ ...portal.context, policy: keepPolicy() }, 'roll-back-profile', {
    type,
    version: 0,
    reason: 'Edited in HubSpot',
    by,
    policy: 1,
  });
  expect(answer).toMatchObject({ answer: { policy: 2 } });
});

test('publishing takes twelve calls: three to read, two for each insert, three for what was added, two for the list', async () => {
  await keep(portal.context);

  const calls = await portal.callsDuring(() =>
    ask(portal.context, 'publish-profile', { type, reason: 'Ours', by, policy: 0 }),
  );

  expect(calls).toHaveLength(12);
});
