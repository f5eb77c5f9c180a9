import * as byOAuth from '../../../extensions/door/call-app.oauth.ts';
import * as privately from '../../../extensions/door/call-app.ts';

const input = { companyId: '123' };

test('the private edition asks the app’s function', async () => {
  const asked: unknown[] = [];
  Object.assign(globalThis, {
    self: globalThis,
    serverless: (...call: unknown[]) => {
      asked.push(call);
      return Promise.resolve({ answer: 1 });
    },
  });

  expect(await privately.callApp('load-scorecard', input)).toEqual({ answer: 1 });
  const parameters = { operation: 'load-scorecard', input };
  expect(asked).toEqual([['partner-icp', { parameters, propertiesToSend: ['hs_object_id'] }]]);
});

test('a call about no company reads no record, since the settings page has none', async () => {
  const asked: unknown[] = [];
  Object.assign(globalThis, {
    self: globalThis,
    serverless: (...call: unknown[]) => {
      asked.push(call);
      return Promise.resolve({ answer: 1 });
    },
  });

  await privately.callApp('load-policy', {});

  expect(asked).toEqual([['partner-icp', { parameters: { operation: 'load-policy', input: {} } }]]);
});

test.each([200, 422, 503])(
  'the OAuth edition hands over what our server says, also under %d',
  async (status) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, {
      self: globalThis,
      SERVER_URL: 'https://icp.example.com',
      hsFetch: (...call: unknown[]) => {
        asked.push(call);
        return Promise.resolve(new Response('{"answer":1}', { status }));
      },
    });

    expect(await byOAuth.callApp('load-scorecard', input)).toBe('{"answer":1}');
    expect(asked).toEqual([
      [
        'https://icp.example.com/ask',
        { method: 'POST', timeout: 15_000, body: { operation: 'load-scorecard', input } },
      ],
    ]);
  },
);

test('each door says in its own words that it cannot be reached, and what to do', () => {
  expect([privately.UNREACHABLE, byOAuth.UNREACHABLE]).toEqual([
    expect.stringMatching(/function of this app\. Check your connection and try again/),
    expect.stringMatching(/server of this app\. Check your connection and try again/),
  ]);
});
