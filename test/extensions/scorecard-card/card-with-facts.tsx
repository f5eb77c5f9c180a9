import { Button, Flex, LoadingButton } from '@hubspot/ui-extensions';

import type { GatheredFacts, PartnerContacts } from '../../../src/contract/facts.ts';
import { RENEWALS_NOT_COUNTED } from '../../../src/messages/facts.ts';
import { textIn } from '../text-in.ts';
import { workflowTool } from '../../worked-example.ts';
import { type Company, type Values, createCompany } from './company-in-portal.ts';
import { renderCard } from './open-card.tsx';
import type { Answer } from './serve-function.ts';

export const TEXT = '37 customers use both (property Tools in use, 22 November 2026)';
export const SENTENCE =
  '37 customers use both products, counted in HubSpot by the property Tools in use on 22 November 2026.';

export const FACTS: GatheredFacts = {
  ...{ companyId: '1', companyName: 'Larkspur Flow', at: '2026-11-22T09:00:00Z', on: '2026-11-22' },
  sharedCustomers: {
    state: 'counted',
    fact: {
      ...{ count: 37, isAtLeast: false, text: TEXT, evidence: SENTENCE, notes: [] },
      companies: named(37, (index) => `Customer ${index}`),
    },
  },
  companiesAsking: {
    state: 'counted',
    fact: {
      ...{ count: 4, isAtLeast: false, open: 2, lost: 1, stalled: 1, amount: 310_000, currency: 'EUR' },
      ...{ withoutCompany: 1, otherCurrency: 0, notes: [RENEWALS_NOT_COUNTED] },
      ...{ newestAt: '2026-11-01T00:00:00Z', newestOn: '2026-11-01' },
      text: '4 companies asked: 2 open, 1 lost, 1 stalled, 310,000 EUR',
      evidence: '4 companies asked: 2 open, 1 lost, 1 stalled, 310,000 EUR.',
      deals: [
        {
          ...{ id: '71', name: 'Renewal of Acme', url: 'https://crm.example/deal/71', state: 'open' },
          ...{ amount: 120_000, company: { id: '81', name: 'Acme', url: null } },
        },
        { id: '72', name: 'Two sites', url: null, state: 'lost', amount: null, company: null },
      ],
    },
  },
  contacts: { state: 'counted', fact: contacts([['91', 'Dana Whitt', ['champion']]]) },
};

function named(count: number, nameOf: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `${index + 1}`, name: nameOf(index + 1), url: `https://crm.example/company/${index + 1}` },
  }));
}

export function contacts(
  people: readonly (readonly [string, string, PartnerContacts['people'][number]['roles']])[],
): PartnerContacts {
  return {
    ...{ count: people.length, isAtLeast: false, sponsors: 0, noRoles: null, notes: [] },
    people: people.map(([id, name, roles]) => ({
      ...{ id, name, roles, url: `https://crm.example/contact/${id}`, title: 'Head of partners' },
      lastActivityOn: '2026-11-20',
    })),
    text: 'Champion: Dana Whitt; executive sponsor: none; partner owner: none',
    evidence: 'Champion: Dana Whitt; executive sponsor: none; partner owner: none. Read from HubSpot.',
  };
}

export const gives = (facts: Partial<GatheredFacts>) => () => ({ answer: { ...FACTS, ...facts } });
export const fails = () => ({ error: { code: 'unavailable', message: 'HubSpot did not answer.' } });

/** The card of a scored company whose facts are answered like this. */
/** A company of a portal whose settings name a source for both counts. */
export async function createCompanyWithSources(values: Values = workflowTool): Promise<Company> {
  const company = await createCompany(values);
  const answer: Answer = async (call) => {
    const given = (await company.answer(call)) as { answer?: object };
    if (given.answer === undefined || !('countedFacts' in given.answer)) return given;
    return { answer: { ...given.answer, countedFacts: ['shared-customers', 'companies-asking'] } };
  };
  return { ...company, answer };
}

export async function openWith(gather: Answer, values: Values = workflowTool) {
  const card = renderCard(await createCompanyWithSources(values));
  card.fn.gather(gather);
  await card.ready();
  await card.fn.settled();
  return card;
}

export type Card = Awaited<ReturnType<typeof openWith>>;
/** What a search in the drawn card finds, and what a panel is. */
export type Found = ReturnType<Card['findByTestId']>;

/** The lines of facts of a question or check. */
export function linesOf(card: Card, place: string) {
  card.row(place);
  return card
    .findByTestId(Flex, place)
    .findAll(Flex)
    .filter(({ props }) => (props.testId ?? '').startsWith('fact-'));
}

export function buttonsIn(node: Found) {
  return node.findAll(Button).map((each) => textIn(each));
}

export function press(node: Found, text: string) {
  const found = [...node.findAll(Button), ...node.findAll(LoadingButton)].find(
    (each) => textIn(each) === text,
  );
  if (found === undefined) throw new Error(`there is no button "${text}"`);
  found.trigger('onClick');
}

/** One of these lines, from 0. */
export function lineOf(card: Card, place: string, nth = 0) {
  const line = linesOf(card, place)[nth];
  if (line === undefined) throw new Error(`${place} has no line ${nth} of facts`);
  return line;
}
