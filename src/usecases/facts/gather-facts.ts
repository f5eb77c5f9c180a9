import type { Operations } from '../../contract/operations.ts';
import type { CountedFact, GatheredFacts } from '../../contract/facts.ts';
import { type NamedCompany, readCompanyName } from '../../crm/companies.ts';
import { type Context, today } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { companyNotFound } from '../scorecard/find-record.ts';
import { countCompaniesAsking } from './count-companies-asking.ts';
import { countSharedCustomers } from './count-shared-customers.ts';
import { readPartnerContacts } from './read-partner-contacts.ts';

/**
 * What the CRM knows about a partner. At most six calls right after a load in the same process: two for contacts, one or two
 * for customers, one for deals, and once in five minutes those for the definitions of the properties that are the sources.
 * Later the company is read as well, and the policy where no load has read it lately. A source that fails, or is not set,
 * leaves the others alone.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError when the company itself, or where facts are counted from, cannot be read
 */
export async function gatherFacts(
  outside: Context,
  { companyId }: { companyId: string },
): Promise<GatheredFacts> {
  const asked = readPartnerContacts(outside, companyId);
  const counting = countBoth(outside, companyId);
  const [contacts, counted] = await Promise.all([asked, counting]);
  const { context, partner, sharedCustomers, companiesAsking } = counted;
  return {
    companyId: partner.id,
    companyName: companyNameOf(partner),
    at: context.now().toISOString(),
    on: today(context),
    ...{ sharedCustomers, companiesAsking },
    // the associations of a company that was merged stand at the one that survives
    contacts: partner.id === companyId ? contacts : await readPartnerContacts(context, partner.id),
  };
}

/**
 * Counts one fact to the end, with the records behind it.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError as `gatherFacts`
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

async function countBoth(outside: Context, companyId: string) {
  const { context, partner } = await findPartner(outside, companyId);
  const sources = context.settings.factSources;
  const [sharedCustomers, companiesAsking] = await Promise.all([
    countSharedCustomers(context, partner, sources.sharedCustomers, false),
    countCompaniesAsking(context, partner, sources.companiesAsking, false),
  ]);
  return { context, partner, sharedCustomers, companiesAsking };
}

interface Found {
  /** Under the policy of the portal. */
  context: Context;
  partner: NamedCompany;
}

async function findPartner(outside: Context, companyId: string): Promise<Found> {
  const { crm, home, policy, installation } = outside;
  const seen = installation.seen.take(companyId);
  // a load has read both a moment ago
  if (seen !== null) return { context: underPolicy(outside, policy.current()), partner: seen };
  const [known, partner] = await Promise.all([
    installation.seen.isRecent() ? policy.current() : policy.read(home).then((read) => read.policy),
    nameOf(outside, companyId),
    installation.read({ crm, profiles: outside.profiles }),
  ]);
  return { context: underPolicy(outside, known), partner };
}

async function nameOf({ crm }: Context, companyId: string): Promise<NamedCompany> {
  try {
    return await readCompanyName(crm, companyId);
  } catch (error) {
    throw companyNotFound(error, companyId) ?? error;
  }
}
