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

/** Lets the OAuth edition ask a server that answers with a status. @returns what it was asked */
function serveByFetch(status = 200): { url: string; options: { body: { requestId: string } } }[] {
  const asked: ReturnType<typeof serveByFetch> = [];
  Object.assign(globalThis, {
    self: globalThis,
    SERVER_URL: 'https://icp.example.com',
    hsFetch: (url: string, options: { body: { requestId: string } }) => {
      asked.push({ url, options });
      return Promise.resolve(new Response('{"answer":1}', { status }));
    },
  });
  return asked;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test.each([200, 422, 503])(
  'the OAuth edition hands over what our server says, also under %d',
  async (status) => {
    const asked = serveByFetch(status);

    expect(await byOAuth.callApp('load-scorecard', input)).toBe('{"answer":1}');
    const body = { input, requestId: expect.stringMatching(UUID) as unknown };
    expect(asked).toEqual([
      {
        url: 'https://icp.example.com/api/operations/load-scorecard',
        options: { method: 'POST', timeout: 15_000, body },
      },
    ]);
  },
);

test.each(['with', 'without'])(
  'each call has a request id of its own, %s the crypto of browsers',
  async (has) => {
    const asked = serveByFetch();
    const { crypto } = globalThis;
    const described = { configurable: true, value: has === 'with' ? crypto : undefined };
    Object.defineProperty(globalThis, 'crypto', described);

    for (let call = 0; call < 20; call++) await byOAuth.callApp('load-scorecard', input);
    Object.defineProperty(globalThis, 'crypto', { ...described, value: crypto });

    const ids = asked.map(({ options }) => options.body.requestId);
    expect(new Set(ids).size).toBe(20);
    expect(ids.filter((id) => !UUID.test(id))).toEqual([]);
  },
);

test('each door says in its own words that it cannot be reached, and what to do', () => {
  expect([privately.UNREACHABLE, byOAuth.UNREACHABLE]).toEqual([
    expect.stringMatching(/function of this app\. Check your connection and try again/),
    expect.stringMatching(/server of this app\. Check your connection and try again/),
  ]);
});
