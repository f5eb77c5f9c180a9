import { Command } from 'commander';

import type { Gathered, GatheredFacts, NamedDeal, NamedRecord, PartnerContact } from '../contract/facts.ts';
import { CONTACT_ROLES } from '../icp/crm-facts.ts';
import { dayInWords } from '../icp/day-in.ts';
import { COUNT_ALL, lastActivity } from '../messages/facts.ts';
import { nameWithId } from '../usecases/names.ts';
import { runOperation } from '../usecases/answer-call.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';

interface FactsOptions extends JsonOption {
  all?: boolean;
}

/** `icp facts`: what the CRM knows about a partner. */
export function factsCommand(run: Run): Command {
  return new Command('facts')
    .description(
      'Count shared customers and companies asking in the CRM, and read the contacts with their roles.',
    )
    .argument('<companyId>', 'the id of the company record')
    .option('--all', 'count to the end, and list the companies and deals behind the figures')
    .addHelpText(
      'after',
      '\nNothing is written. The settings say where facts are counted from: icp settings show.',
    )
    .action(async (companyId: string, { json, all = false }: FactsOptions) => {
      const gathered = await runOperation('gather-facts', () => connect(run), { companyId });
      const facts = all ? await countedToTheEnd(run, gathered) : gathered;
      print(run, facts, json, (each) => factsLines(each, all));
    });
}

async function countedToTheEnd(run: Run, gathered: GatheredFacts): Promise<GatheredFacts> {
  const { companyId } = gathered;
  let facts = gathered;
  for (const fact of ['shared-customers', 'companies-asking'] as const) {
    const counted = await runOperation('count-fact', () => connect(run), { companyId, fact });
    facts =
      counted.fact === 'shared-customers'
        ? { ...facts, sharedCustomers: counted.gathered }
        : { ...facts, companiesAsking: counted.gathered };
  }
  return facts;
}

function factsLines({ companyName, companyId, on, ...facts }: GatheredFacts, isWhole: boolean): string[] {
  const { sharedCustomers, companiesAsking, contacts } = facts;
  return [
    `${nameWithId(companyName, companyId)} · counted on ${dayInWords(on)}`,
    ...factLines('Shared customers', sharedCustomers, isWhole, ({ companies }) =>
      isWhole ? companies.map(recordLine) : [],
    ),
    ...factLines('Companies asking', companiesAsking, isWhole, ({ deals, currency }) =>
      isWhole ? deals.map((deal) => dealLine(deal, currency)) : [],
    ),
    ...factLines('Contacts', contacts, true, ({ people, noRoles }) => [
      ...people.map(contactLine),
      ...(noRoles === null ? [] : [`! ${noRoles}`]),
    ]),
  ];
}

/** @param isWhole whether no more can be counted */
function factLines<Fact extends { text: string; notes: readonly string[]; isAtLeast: boolean }>(
  what: string,
  gathered: Gathered<Fact>,
  isWhole: boolean,
  listed: (fact: Fact) => readonly string[],
): string[] {
  if (gathered.state !== 'counted') return [`${what}: unknown. ${gathered.message}`];
  const { text, notes, isAtLeast } = gathered.fact;
  const more = isAtLeast && !isWhole ? [COUNT_ALL] : [];
  return [`${what}: ${text}`, ...[...more, ...notes, ...listed(gathered.fact)].map((line) => `  ${line}`)];
}

function recordLine({ id, name, url }: NamedRecord): string {
  return url === null ? nameWithId(name, id) : `${nameWithId(name, id)} ${url}`;
}

function dealLine({ company, state, amount, ...deal }: NamedDeal, currency: string | null): string {
  const whose = company === null ? 'no primary company' : nameWithId(company.name, company.id);
  const money = amount === null ? [] : [[amount.toLocaleString('en'), currency ?? ''].join(' ').trim()];
  return `${[whose, state, ...money].join(', ')}: ${recordLine(deal)}`;
}

function contactLine({ roles, title, lastActivityOn, ...contact }: PartnerContact): string {
  const labels = CONTACT_ROLES.filter(({ key }) => roles.includes(key)).map(({ label }) => label);
  const parts = [
    ...labels,
    ...(title === '' ? [] : [title]),
    ...(lastActivityOn === null ? [] : [lastActivity(dayInWords(lastActivityOn))]),
  ];
  return [recordLine(contact), ...parts].join(', ');
}
