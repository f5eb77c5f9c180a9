import fc from 'fast-check';
import type { CrmEvent } from '../../../../sandbox/hubspot/portal/events.ts';
import { isoOf } from '../../../../sandbox/hubspot/http/instant.ts';
import { isJsonObject } from '../../../../sandbox/hubspot/http/json.ts';
import { PERSON, withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';

test('a write is told as one event per changed property, with who wrote it', () =>
  withSandbox(async ({ crm, call, pass }) => {
    const events: CrmEvent[] = [];
    const { body } = await call('POST', COMPANIES, { properties: { city: 'Graz', name: 'Larch' } });
    crm.events.subscribe((event) => events.push(event));
    pass(1_000);

    const path = `${COMPANIES}/${String(body['id'])}`;
    await call('PATCH', path, { properties: { city: 'Linz', name: 'Larch', state: '' } }, PERSON);
    await call('DELETE', path);
    await crm.events.delivered();

    const base = { objectType: 'companies', objectId: body['id'] };
    expect(events).toEqual([
      {
        ...base,
        kind: 'propertyChange',
        propertyName: 'city',
        value: 'Linz',
        previousValue: 'Graz',
        occurredAt: Date.parse('2026-09-01T12:00:01Z'),
        source: { sourceType: 'CRM_UI', sourceId: 'userId:9001', userId: 9001 },
      },
      {
        ...base,
        kind: 'archival',
        occurredAt: Date.parse('2026-09-01T12:00:01.001Z'),
        source: { sourceType: 'INTEGRATION', sourceId: '1234', sourceLabel: 'Partner app' },
      },
    ]);
  }));

test('a create is told before the values that it brings, and a refused write not at all', () =>
  withSandbox(async ({ crm, call }) => {
    const told: string[] = [];
    crm.events.subscribe((event) =>
      told.push(
        event.kind === 'propertyChange' ? `${event.propertyName} ${String(event.previousValue)}` : event.kind,
      ),
    );

    await call('POST', COMPANIES, { properties: { city: 'Graz', type: 'PARTNER' } });
    await call('POST', COMPANIES, { properties: { city: 'Graz', type: 'FRIEND' } });
    await crm.events.delivered();

    expect(told).toEqual(['creation', 'city null', 'type null']);
  }));

test('a stage and a primary company are told with what follows from them', () =>
  withSandbox(async ({ crm, call }) => {
    const told: (string | null)[][] = [];
    await call('POST', COMPANIES, { properties: { name: 'Larch' } });
    await call('POST', '/crm/objects/2026-09/deals', { properties: { dealstage: 'contractsent' } });
    await crm.events.delivered();
    crm.events.subscribe((event) => {
      if (event.kind === 'propertyChange')
        told.push([event.propertyName, event.value, event.source.sourceType]);
    });

    await call('PATCH', '/crm/objects/2026-09/deals/30000000002', { properties: { dealstage: 'closedwon' } });
    await call('PUT', `/crm/objects/2026-09/deals/30000000002/associations/default/companies/30000000001`);
    await crm.events.delivered();

    expect(told).toEqual([
      ['dealstage', 'closedwon', 'INTEGRATION'],
      ['hs_is_closed', 'true', 'CALCULATED'],
      ['hs_is_closed_won', 'true', 'CALCULATED'],
      ['hs_deal_stage_probability', '1.0', 'CALCULATED'],
      ['hs_primary_associated_company', '30000000001', 'CALCULATED'],
    ]);
  }));

test('listeners that fail, at once or later, are reported and stop nobody', () =>
  withSandbox(async ({ crm, call, failures }) => {
    const heard: string[] = [];
    crm.events.subscribe(() => {
      throw new Error('at once');
    });
    crm.events.subscribe(() => Promise.reject(new Error('later')));
    const end = crm.events.subscribe(({ kind }) => heard.push(kind));

    expect((await call('POST', COMPANIES, { properties: {} })).status).toBe(201);
    await crm.events.delivered();
    end();
    expect((await call('POST', COMPANIES, { properties: {} })).status).toBe(201);
    await crm.events.delivered();

    expect(heard).toEqual(['creation']);
    expect(failures.map(String)).toEqual([
      'Error: at once',
      'Error: later',
      'Error: at once',
      'Error: later',
    ]);
  }));

test('no listener runs inside the call that wrote: a listener that writes back finds it done', () =>
  withSandbox(async ({ crm, call }) => {
    const written: Promise<number>[] = [];
    crm.events.subscribe((event) => {
      if (event.kind !== 'creation') return;
      const write = call('PATCH', `${COMPANIES}/${event.objectId}`, { properties: { city: 'Enns' } });
      written.push(write.then(({ status }) => status));
    });

    const { body } = await call('POST', COMPANIES, { properties: { city: 'Graz' } });
    await crm.events.delivered();

    expect(body).toMatchObject({ properties: { city: 'Graz' } });
    expect(await Promise.all(written)).toEqual([200]);
  }));

const write = fc.record({ city: fc.constantFrom('', 'Graz', 'Linz'), country: fc.string({ maxLength: 2 }) });

test('the events of a company are its history, one by one', () =>
  withSandbox(async ({ crm, call }) => {
    let events: CrmEvent[] = [];
    crm.events.subscribe((event) => events.push(event));
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 6 }), async ([first, ...later]) => {
        events = [];
        const { body } = await call('POST', COMPANIES, { properties: first });
        const path = `${COMPANIES}/${String(body['id'])}`;
        for (const properties of later) await call('PATCH', path, { properties });
        await crm.events.delivered();

        const read = await call('GET', `${path}?propertiesWithHistory=city,country`);

        for (const name of ['city', 'country']) {
          const histories = read.body['propertiesWithHistory'];
          const told = events.flatMap((event) =>
            event.kind === 'propertyChange' && event.propertyName === name
              ? [{ value: event.value, timestamp: isoOf(event.occurredAt) }]
              : [],
          );
          expect(isJsonObject(histories) ? histories[name] : undefined).toMatchObject(told.toReversed());
        }
      }),
      { numRuns: 25 },
    );
  }));
