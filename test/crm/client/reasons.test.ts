import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { type OpenTransport, errorOf, openTransport } from './open-client.ts';

let open: OpenTransport;
beforeAll(async () => {
  open = await openTransport();
});
beforeEach(() => open.portal.sandbox.faults.clear());
afterAll(() => open.close());

const RULE = 'partner_tier is required when ipp_lane is deep';

/** What a write is told that meets this response. */
function refusedWith(status: number, body: Extract<Fault, { kind: 'status' }>['body']) {
  open.portal.sandbox.faults.add({ kind: 'status', status, body });
  return errorOf(open.write());
}

test('a rule of the portal is told by the property that it asks for, in HubSpot’s words, after one call', async () => {
  open.portal.sandbox.journal.clear();

  const error = await refusedWith(400, {
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: 'Some properties are required.',
    errors: [
      {
        message: RULE,
        code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
        context: { propertyName: ['partner_tier'] },
      },
    ],
  });

  expect(error).toMatchObject({
    code: 'invalid-request',
    property: 'partner_tier',
    reasons: [
      { property: 'partner_tier', message: `${RULE}.`, code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY' },
    ],
  });
  expect(error.message).toBe(
    `A rule of this portal asks for a value in partner_tier. Fill it in on the record, or have an admin change the rule; then try again. HubSpot says: ${RULE}.`,
  );
  expect(open.portal.sandbox.journal.entries()).toHaveLength(1);
});

test('two rules at once are both named, and a property that is given as a text', async () => {
  const rule = (property: string | string[], message: string) => ({
    message,
    code: 'MISSING_REQUIRED_PROPERTY',
    context: { propertyName: property },
  });

  const error = await refusedWith(400, {
    message: 'Some properties are required.',
    errors: [rule('region', 'Fill it in.'), rule(['owner_team'], 'owner_team must have a value.')],
  });

  expect(error.message).toMatch(/asks for a value in region, owner_team\./);
  expect(error.message).toMatch(/HubSpot says: region: Fill it in\. owner_team must have a value\.$/);
});

test('every value that HubSpot refuses has its reason', async () => {
  const errors = [
    { isValid: false, name: 'ipp_lane', error: 'INVALID_OPTION', message: 'gold was not one of the options' },
    { isValid: false, name: 'ipp_total', error: 'INVALID_INTEGER', message: 'abc was not a number' },
  ];

  const error = await refusedWith(400, {
    message: `Property values were not valid: ${JSON.stringify(errors)}`,
    category: 'VALIDATION_ERROR',
  });

  expect(error.property).toBe('ipp_lane');
  expect(error.message).toBe(
    'HubSpot refuses the value of ipp_lane: gold was not one of the options. ipp_total: abc was not a number.',
  );
  expect(error.reasons).toHaveLength(2);
});

test('what HubSpot forbids for another reason than a scope is passed on, and no scope is asked for', async () => {
  const error = await refusedWith(403, {
    message: 'This portal is suspended until its invoice is paid.',
    category: 'FORBIDDEN',
  });

  expect(error.code).toBe('forbidden');
  expect(error.message).toBe(
    'HubSpot does not allow this. Ask an admin of the portal about it. HubSpot says: This portal is suspended until its invoice is paid.',
  );
});

test('control characters of a reason never reach the message, and its length is bounded', async () => {
  const error = await refusedWith(403, {
    message: `\u001b[31mred\u0007\r\nline\u202Etxt ${'x'.repeat(9_000)}`,
  });

  expect(error.message).toContain('HubSpot says: [31mred line txt xxx');
  expect(error.message).not.toMatch(/[\p{Cc}\u202E]/u);
  expect(error.message.length).toBeLessThan(700);
});
