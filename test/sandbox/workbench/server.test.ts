import { request } from 'node:http';
import { openWorkbench, type OpenWorkbench } from './open-workbench.ts';

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${workbench.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const json: unknown = await answer.json();
  return { status: answer.status, body: json };
}

/** The status for a request under another host name; fetch does not let one set it. */
function statusUnder(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(`${workbench.url}/companies`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on('error', reject).end();
  });
}

test('another name that merely points to this machine is refused', async () => {
  expect(await statusUnder('evil.example')).toBe(403);
});

test('a page of another site is refused', async () => {
  const { status } = await post('/functions/echo', '{}', { origin: 'http://evil.example' });

  expect(status).toBe(403);
  expect(workbench.calls).toEqual([]);
});

test('a call without a record is refused in words', async () => {
  expect(await post('/functions/echo', '{}')).toEqual({
    status: 400,
    body: { error: { message: 'objectId must be the id of a record, or null.' } },
  });
});

test('malformed JSON is refused', async () => {
  const { status, body } = await post('/functions/echo', '{');

  expect(status).toBe(400);
  expect(body).toEqual({ error: { message: expect.any(String) as string } });
});

test('a failing function answers 500 with its message', async () => {
  expect(await post('/functions/broken', '{"objectId":1}')).toEqual({
    status: 500,
    body: { error: { message: 'There is no function broken.' } },
  });
});

test.each(['/assets/nothing.js', '/cards/nothing.js', '/nothing'])('%s is not there', async (path) => {
  const answer = await fetch(`${workbench.url}${path}`);

  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: { message: expect.stringMatching(/nothing/) as string } });
});

test("the CRM's own refusals pass through unchanged", async () => {
  const answer = await fetch(`${workbench.url}/crm-api/crm/objects/2026-09/companies/999`);

  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ status: 'error', category: 'OBJECT_NOT_FOUND' });
});
