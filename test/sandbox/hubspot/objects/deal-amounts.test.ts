import { isJsonObject } from '../../../../sandbox/hubspot/http/json.ts';
import { DEFAULT_ACCOUNT } from '../../../../sandbox/hubspot/account/account.ts';
import { openSandbox, type OpenSandbox } from '../open-sandbox.ts';

const DEALS = '/crm/objects/2026-09/deals';

async function withDollars(run: (sandbox: OpenSandbox) => Promise<void>): Promise<void> {
  const account = { ...DEFAULT_ACCOUNT, exchangeRates: { USD: 0.875 } };
  const sandbox = await openSandbox({}, undefined, { account });
  try {
    await run(sandbox);
  } finally {
    await sandbox.crm.close();
  }
}

const propertiesOf = ({ body }: { body: object }) =>
  'properties' in body && isJsonObject(body.properties) ? body.properties : {};

async function homeOf({ call }: OpenSandbox, properties: object): Promise<unknown> {
  const { body } = await call('POST', DEALS, { properties });
  const read = await call('GET', `${DEALS}/${String(body['id'])}?properties=amount_in_home_currency`);
  return propertiesOf(read)['amount_in_home_currency'];
}

test('the amount in the currency of the account follows amount, currency and exchange rate', () =>
  withDollars(async (sandbox) => {
    expect(await homeOf(sandbox, { amount: '1200' })).toBe('1200');
    expect(await homeOf(sandbox, { amount: '1200', deal_currency_code: 'EUR' })).toBe('1200');
    expect(await homeOf(sandbox, { amount: '1200', deal_currency_code: 'USD' })).toBe('1050');
    expect(await homeOf(sandbox, { deal_currency_code: 'USD' })).toBe('');
    expect(await homeOf(sandbox, {})).toBe('');
  }));

test('a currency that the account does not have is refused, and so is a calculated amount', () =>
  withDollars(async ({ call }) => {
    const refusal = (code: string, name: string) => ({
      status: 400,
      body: { errors: [{ code, context: { propertyName: [name] } }] },
    });

    expect(await call('POST', DEALS, { properties: { deal_currency_code: 'BRL' } })).toMatchObject(
      refusal('INVALID_OPTION', 'deal_currency_code'),
    );
    expect(await call('POST', DEALS, { properties: { amount_in_home_currency: '5' } })).toMatchObject(
      refusal('READ_ONLY_VALUE', 'amount_in_home_currency'),
    );
    expect(await call('GET', '/crm/properties/2026-09/deals/amount_in_home_currency')).toMatchObject({
      body: { fieldType: 'calculation_equation', modificationMetadata: { readOnlyValue: true } },
    });
  }));

test('createdate of a deal can be written, and hs_createdate keeps when it was made', () =>
  withDollars(async ({ call }) => {
    const createdate = '2026-03-05T09:00:00Z';
    const { body } = await call('POST', DEALS, { properties: { dealname: 'Import', createdate } });
    const query = 'properties=createdate,hs_createdate&propertiesWithHistory=createdate';

    const read = await call('GET', `${DEALS}/${String(body['id'])}?${query}`);

    expect(read.body).toMatchObject({
      properties: { createdate, hs_createdate: '2026-09-01T12:00:00Z' },
      propertiesWithHistory: { createdate: [{ value: createdate }] },
      createdAt: '2026-09-01T12:00:00Z',
    });
  }));
