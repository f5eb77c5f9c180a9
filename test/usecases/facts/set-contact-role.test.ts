import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { ContactRole } from '../../../src/icp/crm-facts.ts';
import { setContactRole } from '../../../src/usecases/facts/set-contact-role.ts';
import { readPartnerContacts } from '../../../src/usecases/facts/read-partner-contacts.ts';
import { type Portal, withPortal } from '../../portal.ts';
import { createContactOf } from './fact-portal.ts';
import { createMany } from './fact-records.ts';

const WITH_LABELS = { home: true } as const;

interface Role {
  companyId: string;
  contactId: string;
}

const set = ({ context }: Portal, at: Role, role: ContactRole, isSet = true) =>
  setContactRole(context, { ...at, role, isSet });

async function contactOf(portal: Portal, properties?: Record<string, string>): Promise<Role> {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  return { companyId, contactId: await createContactOf(portal, companyId, properties) };
}

async function labelsBetween({ outside }: Portal, { companyId, contactId }: Role): Promise<string[]> {
  const path = `/crm/objects/2026-09/contacts/${contactId}/associations/companies`;
  const { results } = (await outside.send({ method: 'GET', path })) as {
    results: { toObjectId: number; associationTypes: { label: string | null }[] }[];
  };
  const types = results.find(({ toObjectId }) => String(toObjectId) === companyId)?.associationTypes ?? [];
  return types.map(({ label }) => label ?? 'plain').sort();
}

test.each(['adds', 'replaces'] as const)(
  'where HubSpot %s labels, setting and taking away a role keeps all others, the primary company too',
  (putLabels) =>
    withPortal({ ...WITH_LABELS, switches: { putLabels } }, async (portal) => {
      const at = await contactOf(portal);
      const before = await labelsBetween(portal, at);

      await set(portal, at, 'champion');
      await set(portal, at, 'executive-sponsor');
      const both = await labelsBetween(portal, at);
      await set(portal, at, 'champion', false);

      expect(before).toEqual(['Primary', 'plain']);
      expect(both).toEqual(['Champion', 'Executive sponsor', 'Primary', 'plain']);
      expect(await labelsBetween(portal, at)).toEqual(['Executive sponsor', 'Primary', 'plain']);
    }),
);

test('a repeat writes nothing', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const at = await contactOf(portal);
    await set(portal, at, 'champion');

    const calls = await portal.callsDuring(() => set(portal, at, 'champion'));

    expect(calls.filter((call) => !call.endsWith('/batch/read'))).toEqual([]);
  }));

test.each([true, false])('a write whose answer was lost, though HubSpot did it, is no failure: %p', (isSet) =>
  withPortal(WITH_LABELS, async (portal) => {
    const at = await contactOf(portal);
    if (!isSet) await set(portal, at, 'champion');
    const path = isSet ? `associations/contacts/${at.contactId}` : 'labels/archive';
    portal.sandbox.faults.add({ kind: 'reset', write: 'after' }, { path, times: Infinity });

    const contacts = await set(portal, at, 'champion', isSet);

    expect(contacts).toMatchObject({ fact: { people: [{ roles: isSet ? ['champion'] : [] }] } });
  }),
);

test('a write that HubSpot did not do is a failure, and says so', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const at = await contactOf(portal);
    const path = `associations/contacts/${at.contactId}`;
    portal.sandbox.faults.add({ kind: 'reset', write: 'before' }, { path, times: Infinity });

    await expect(set(portal, at, 'champion')).rejects.toMatchObject({ name: 'CrmError' });
    expect(await labelsBetween(portal, at)).not.toContain('Champion');
  }));

test('a contact of another company is refused, and nothing is written', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const { contactId } = await contactOf(portal);
    const companyId = await portal.createCompany();

    await expect(set(portal, { companyId, contactId }, 'champion')).rejects.toMatchObject({
      ...{ code: 'invalid-input', field: 'contactId' },
    });
    expect(await labelsBetween(portal, { companyId, contactId })).toEqual([]);
  }));

test('without labels, as on a smaller plan, it is said where they come from', () =>
  withPortal({}, async (portal) => {
    const at = await contactOf(portal);

    await expect(set(portal, at, 'champion')).rejects.toMatchObject({
      ...{ code: 'not-installed', message: expect.stringContaining('Professional') as string },
    });
    expect(await readPartnerContacts(portal.context, at.companyId)).toMatchObject({
      fact: { noRoles: expect.stringContaining('icp install') as string },
    });
  }));

test('a label that was deleted since the installation is said by name', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const at = await contactOf(portal);
    const path = '/crm/associations/2026-09/companies/contacts/labels';
    const { results } = (await portal.outside.send({ method: 'GET', path })) as {
      results: { typeId: number; label: string | null }[];
    };
    const champion = results.find(({ label }) => label === 'Champion')?.typeId ?? NaN;
    await portal.outside.send({ method: 'DELETE', path: `${path}/${champion}` });

    await expect(set(portal, at, 'champion')).rejects.toMatchObject({
      ...{ code: 'not-installed', message: expect.stringContaining('label Champion was deleted') as string },
    });
  }));

test('a role whose label was deleted and made anew by hand is still read, and can be taken away', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const at = await contactOf(portal);
    const path = '/crm/associations/2026-09/companies/contacts/labels';
    const { results } = (await portal.outside.send({ method: 'GET', path })) as {
      results: { typeId: number; label: string | null }[];
    };
    const before = results.find(({ label }) => label === 'Executive sponsor')?.typeId ?? NaN;
    await portal.outside.send({ method: 'DELETE', path: `${path}/${before}` });
    const made = (await portal.outside.send({
      ...{ method: 'POST', path, body: { name: 'sponsor', label: 'Executive Sponsor' } },
    })) as { results: { typeId: number }[] };
    await portal.outside.send({
      method: 'PUT',
      path: `/crm/objects/2026-09/companies/${at.companyId}/associations/contacts/${at.contactId}`,
      body: [{ associationCategory: 'USER_DEFINED', associationTypeId: made.results[0]?.typeId }],
    });

    const read = await readPartnerContacts(portal.context, at.companyId);
    const taken = await set(portal, at, 'executive-sponsor', false);

    expect(read).toMatchObject({ fact: { sponsors: 1 } });
    expect(taken).toMatchObject({ fact: { sponsors: 0, count: 1 } });
  }));

test('a contact beyond the first five hundred gets its role too, and those with a role are told first', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const companyId = await portal.createCompany({ name: 'Ledgerlane' });
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }];
    const contacts = await createMany(
      portal,
      'contacts',
      Array.from({ length: 502 }, (_, index) => ({
        properties: { firstname: `C${index}` },
        associations: [{ to: { id: companyId }, types }],
      })),
    );

    await set(portal, { companyId, contactId: contacts[499] ?? '' }, 'champion');
    const answer = await set(portal, { companyId, contactId: contacts[501] ?? '' }, 'partner-owner');

    expect(await labelsBetween(portal, { companyId, contactId: contacts[501] ?? '' })).toContain(
      'Partner owner',
    );
    expect(answer).toMatchObject({
      fact: {
        ...{ count: 500, isAtLeast: true, notes: ['The list has the first 100.'] },
        text: 'Champion: C499; executive sponsor: none among 500 of its contacts; partner owner: none among 500 of its contacts',
      },
    });
  }));

test('a name is never blank, and the last activity is a day of the portal', () =>
  withPortal({ ...WITH_LABELS, account: { timeZone: 'Europe/Berlin' } }, async (portal) => {
    const { companyId, contactId } = await contactOf(portal, { firstname: ' \u200b', lastname: '' });
    const mailed = await createContactOf(portal, companyId, { email: 'ada@ledgerlane.example' });

    const answer = await readPartnerContacts(portal.context, companyId);

    expect(answer).toMatchObject({
      fact: {
        people: [
          { id: contactId, name: `contact ${contactId}`, lastActivityOn: null },
          { id: mailed, name: 'ada@ledgerlane.example' },
        ],
      },
    });
  }));

test('contacts of which HubSpot says nothing are contacts all the same', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const { companyId, contactId } = await contactOf(portal);
    const fault = { kind: 'input-error', error: 'internal', input: contactId } as const;
    portal.sandbox.faults.add(fault, { path: 'contacts/batch/read', times: Infinity });

    expect(await readPartnerContacts(portal.context, companyId)).toMatchObject({
      fact: { count: 1, people: [{ name: `contact ${contactId}` }] },
    });
  }));

test('an answer that says nothing about the company is a failure, never "no contacts"', () =>
  withPortal(WITH_LABELS, async (portal) => {
    const { companyId } = await contactOf(portal);
    const body = { status: 'COMPLETE', results: [] };
    portal.sandbox.faults.add(
      { kind: 'status', status: 200, body },
      { path: 'companies/contacts/batch/read', times: Infinity },
    );

    expect(await readPartnerContacts(portal.context, companyId)).toMatchObject({ state: 'failed' });
    portal.sandbox.faults.clear();
    portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: 'contacts/batch/read', times: Infinity });
    expect(await readPartnerContacts(portal.context, companyId)).toMatchObject({ state: 'not-allowed' });
  }));
