import { CrmError } from '../../src/crm/client/errors.ts';
import { answerCall } from '../../src/usecases/answer-call.ts';

const LOAD = { operation: 'load-scorecard', input: { companyId: '1' } };

function connectThatFails(error: Error): () => never {
  return () => {
    throw error;
  };
}

test('a fault of ours is answered with a sentence, and what went wrong is kept for us', async () => {
  const bug = new TypeError('total of undefined');
  const reported: unknown[] = [];

  const answer = await answerCall(connectThatFails(bug), LOAD, { report: (error) => reported.push(error) });

  expect(answer).toEqual({
    error: { code: 'bug', message: expect.stringMatching(/our side/) as unknown },
  });
  expect(JSON.stringify(answer)).not.toContain('undefined');
  expect(reported).toEqual([bug]);
});

test('a refusal of HubSpot keeps its id for the support, and is no fault of ours', async () => {
  const refused = new CrmError('missing-scope', 'Add a scope.', {
    correlationId: 'abc-1',
    property: 'ipp_lane',
  });
  const reported: unknown[] = [];

  const answer = await answerCall(connectThatFails(refused), LOAD, {
    report: (error) => reported.push(error),
  });

  expect(answer).toEqual({
    error: { code: 'missing-scope', message: 'Add a scope.', correlationId: 'abc-1', field: 'ipp_lane' },
  });
  expect(reported).toEqual([]);
});
