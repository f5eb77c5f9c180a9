import { dayInWords } from './day-in.ts';
import { ARTIFACTS, type FactName, type Facts } from './facts.ts';

/** `12 shared customers, 1 company asking, counted on 20 May 2026`. */
export function factsText(names: readonly FactName[], facts: Facts): string {
  const known = names.flatMap((name) => factText(name, facts) ?? []);
  return known.length === 0 ? 'none yet' : known.join(', ');
}

function factText(name: FactName, facts: Facts): string | null {
  const { artifacts, artifactsCheckedAt, sharedCustomers, companiesAsking, overlapAsOf } = facts;
  switch (name) {
    case 'artifacts':
      return artifacts.length === 0 && artifactsCheckedAt === null
        ? null
        : `${artifacts.length} of ${ARTIFACTS.length} artifacts opened`;
    case 'artifacts_checked_at':
      return artifactsCheckedAt && `inspected on ${dayInWords(artifactsCheckedAt)}`;
    case 'shared_customers':
      return sharedCustomers === null
        ? null
        : counted(sharedCustomers, 'shared customer', 'shared customers');
    case 'companies_asking':
      return companiesAsking === null ? null : `${counted(companiesAsking, 'company', 'companies')} asking`;
    case 'overlap_as_of':
      return overlapAsOf && `counted on ${dayInWords(overlapAsOf)}`;
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
