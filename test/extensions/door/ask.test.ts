import { ask } from '../../../extensions/door/ask.ts';
import { serveFunction } from '../scorecard-card/serve-function.ts';

const load = () => ask('load-scorecard', { companyId: '123' });

/** As much of a record as tells it from anything else. */
const record = { state: 'never-scored', scorecard: {}, profile: { type: 'technology', dimensions: [] } };
const answer = { answer: record };
test.each([
  ['the raw value', answer],
  ['a status and a body', { statusCode: 200, body: answer }],
  ['a status and a body as JSON', { statusCode: 200, body: JSON.stringify(answer) }],
  ['JSON', JSON.stringify(answer)],
  ['JSON of a status and a body as JSON', JSON.stringify({ statusCode: 200, body: JSON.stringify(answer) })],
])('an answer that comes as %s is read', async (_, shape) => {
  serveFunction(() => shape);

  expect(await load()).toEqual({ ok: true, answer: record });
});

test('a failure keeps its code, message and field, whatever the shape', async () => {
  const error = { code: 'property-missing', message: 'Run the installer again.', field: 'ipp_lane' };
  serveFunction(() => ({ statusCode: 502, body: JSON.stringify({ error }) }));

  expect(await load()).toEqual({ ok: false, failure: error });
});

test('a link of a failure, and a notice beside an answer, are handed over', async () => {
  const link = { label: 'Connect it again', url: 'https://icp.example.com/oauth/install?app=1' };
  const error = { code: 'not-connected', message: 'Partner ICP is not connected.', link };
  const notice = { message: 'Partner ICP needs more permissions.', link };

  serveFunction(() => JSON.stringify({ error }));
  expect(await load()).toEqual({ ok: false, failure: error });

  serveFunction(() => JSON.stringify({ ...answer, notice }));
  expect(await load()).toEqual({ ok: true, answer: record, notice });
});

test('a notice may come without a link', async () => {
  const notice = { message: 'Another automation keeps changing this.' };
  serveFunction(() => ({ ...answer, notice }));

  expect(await load()).toEqual({ ok: true, answer: record, notice });
});

test.each([[{ message: 7, link: {} }], [{ message: null }], ['Reconnect.']])(
  'what is no notice, %j, is left out',
  async (notice) => {
    serveFunction(() => ({ ...answer, notice }));

    expect(await load()).toEqual({ ok: true, answer: record });
  },
);

test('a call that breaks off is unreachable, and the next step is said', async () => {
  serveFunction(() => Promise.reject(new Error('timed out')));

  expect(await load()).toMatchObject({
    ok: false,
    failure: { code: 'unreachable', message: expect.stringContaining('try again') as string },
  });
});

test.each([
  [null],
  [42],
  ['<html>502</html>'],
  [[]],
  [{}],
  [{ answer: null }],
  [{ answer: { state: 'judged', verdict: { lane: 'deep' } } }],
  [{ error: { code: 7 } }],
  [{ statusCode: 500, body: '' }],
])('%j is no answer of ours and becomes a failure', async (shape) => {
  serveFunction(() => shape);

  expect(await load()).toMatchObject({ ok: false, failure: { code: 'bug' } });
});
