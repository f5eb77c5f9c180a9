import type { Operations } from '../../contract/operations.ts';
import type { CountedFact, GatheredFacts } from '../../contract/facts.ts';
import { type Context, today } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { findRecord } from '../scorecard/find-record.ts';
import { countCompaniesAsking } from './count-companies-asking.ts';
import { countSharedCustomers } from './count-shared-customers.ts';
import type { Partner } from './gathered.ts';
import { readPartnerContacts } from './read-partner-contacts.ts';

/**
 * What the CRM knows about a partner, in at most six calls beside what is kept of the portal. A source that fails, or is not
 * set, leaves the others alone.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError when the company itself cannot be read
 */
export async function gatherFacts(
  outside: Context,
  { companyId }: { companyId: string },
): Promise<GatheredFacts> {
  const contacts = readPartnerContacts(outside, companyId);
  const { context, partner } = await findPartner(outside, companyId);
  const { sharedCustomers, companiesAsking } = context.settings.factSources;
  const [shared, asking] = await Promise.all([
    countSharedCustomers(context, partner, sharedCustomers, false),
    countCompaniesAsking(context, partner, companiesAsking, false),
  ]);
  return {
    companyId: partner.id,
    companyName: companyNameOf({ ...partner, domain: '' }),
    at: context.now().toISOString(),
    on: today(context),
    sharedCustomers: shared,
    companiesAsking: asking,
    contacts: await contacts,
  };
}

/**
 * Counts one fact to the end, with the records behind it.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError when the company itself cannot be read
 */
export async function countFact(
  outside: Context,
  { companyId, fact }: { companyId: string; fact: CountedFact },
): Promise<Operations['count-fact']['answer']> {
  const { context, partner } = await findPartner(outside, companyId);
  const { sharedCustomers, companiesAsking } = context.settings.factSources;
  return fact === 'shared-customers'
    ? { fact, gathered: await countSharedCustomers(context, partner, sharedCustomers, true) }
    : { fact, gathered: await countCompaniesAsking(context, partner, companiesAsking, true) };
}

async function findPartner(
  outside: Context,
  companyId: string,
): Promise<{ context: Context; partner: Partner }> {
  const [{ policy }, { id, name }] = await Promise.all([
    outside.policy.read(outside.home),
    findRecord(outside, companyId),
  ]);
  return { context: underPolicy(outside, policy), partner: { id, name } };
}
