import { at, isDone, listAt, shown, summaryOf, textAt } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeCompany, makeDeal, makeLabel } from '../make.ts';
import { DEALS, LABELS, LABELS_BACK, NOBODY } from '../paths.ts';
import { guess, type Probe, row } from '../probe.ts';

const PRIMARY = 5;
const PRIMARY_COMPANY = guess(
  'firstCompanyBecomesPrimary',
  [true, 'the first company of a deal becomes its primary one'],
  [false, 'it becomes the primary one only when told so'],
);
const TO_ID = guess(
  'datedToObjectId',
  ['number', 'toObjectId is a number on dated paths'],
  ['text', 'it is text'],
);
const TWICE_READ = row(
  'a read answers a primary company twice: deal_to_company and deal_to_company_unlabeled',
);
const PRIMARY_LABEL = guess(
  'primaryLabel',
  ['short', 'the primary association is labelled "Primary"'],
  ['long', 'it is labelled "Deal with Primary Company"'],
);
const PUT_LABELS = guess(
  'putLabels',
  ['adds', 'a PUT of labels leaves the labels that are there'],
  ['replaces', 'it takes the place of them'],
);
const IN_USE = guess(
  'labelInUseDelete',
  ['unlinks', 'deleting a label in use takes it off its associations'],
  ['refused', 'a label in use cannot be deleted'],
);
const BOTH_SIDES = row('a PUT of a label without inverseLabel puts it on both sides');
const UNKNOWN = guess(
  'unknownAssociationTarget',
  [404, 'associating with an unknown record answers 404'],
  [400, 'it answers 400'],
);

const near = (deal: string) => `${DEALS}/${deal}/associations/companies`;
const byDefault = (deal: string, company: string) =>
  `${DEALS}/${deal}/associations/default/companies/${company}`;
const typeIdsOf = (association: unknown) =>
  listAt(association, 'associationTypes').map((type) => Number(textAt(type, 'typeId')));

async function associationOf(live: Live, deal: string): Promise<unknown> {
  return at(await live.need('GET', near(deal)), 'results', 0);
}

const putTypes = (live: Live, deal: string, company: string, category: string, typeId: number) =>
  live.need('PUT', `${near(deal)}/${company}`, [
    { associationCategory: category, associationTypeId: typeId },
  ]);

async function dealAndCompany(live: Live, word: string): Promise<readonly [deal: string, company: string]> {
  return [await makeDeal(live, word), await makeCompany(live, word)];
}

export const LINK_PROBES: readonly Probe[] = [
  {
    name: 'primary-company',
    decides: [PRIMARY_COMPANY, TO_ID, TWICE_READ],
    run: async (live, observe) => {
      const [deal, company] = await dealAndCompany(live, 'primary');
      await live.need('PUT', byDefault(deal, company));
      const association = await associationOf(live, deal);
      const ids = typeIdsOf(association);
      const isLinked = ids.length > 0;
      observe.guess(PRIMARY_COMPANY, isLinked ? ids.includes(PRIMARY) : undefined, `types ${shown(ids)}`);
      const toId: unknown = at(association, 'toObjectId');
      const setting = typeof toId === 'number' ? 'number' : typeof toId === 'string' ? 'text' : undefined;
      observe.guess(TO_ID, setting, `it is a ${typeof toId}`);

      await putTypes(live, deal, company, 'HUBSPOT_DEFINED', PRIMARY);
      const body = await live.need('GET', `${DEALS}/${deal}?associations=companies`);
      const types = listAt(body, 'associations', 'companies', 'results').map((each) => textAt(each, 'type'));
      const isTwice = types.toSorted().join() === 'deal_to_company,deal_to_company_unlabeled';
      observe.fact(TWICE_READ, isTwice, `types ${shown(types)}`);
    },
  },
  {
    name: 'primary-label',
    decides: [PRIMARY_LABEL],
    run: async (live, observe) => {
      const types = listAt(await live.need('GET', LABELS), 'results');
      const label = textAt(
        types.find((type) => textAt(type, 'typeId') === String(PRIMARY)),
        'label',
      );
      const isLong = label === 'Deal with Primary Company';
      const setting = label === 'Primary' ? 'short' : isLong ? 'long' : undefined;
      observe.guess(PRIMARY_LABEL, setting, `the label is ${shown(label)}`);
    },
  },
  {
    name: 'labels',
    decides: [PUT_LABELS, IN_USE],
    run: async (live, observe) => {
      const [deal, company] = await dealAndCompany(live, 'labelled');
      const [first, second] = [await makeLabel(live, 'one'), await makeLabel(live, 'two')];
      for (const label of [first, second]) await putTypes(live, deal, company, 'USER_DEFINED', label);
      const ids = typeIdsOf(await associationOf(live, deal));
      const isSecondThere = ids.includes(second);
      const setting = ids.includes(first) ? 'adds' : 'replaces';
      const seen = `${ids.length} types, the first label ${ids.includes(first) ? 'stayed' : 'went'}`;
      observe.guess(PUT_LABELS, isSecondThere ? setting : undefined, seen);

      const deleted = await live.call('DELETE', `${LABELS}/${second}`);
      const isRefused = deleted.status === 400 || deleted.status === 409;
      const inUse = isRefused ? 'refused' : isDone(deleted) ? 'unlinks' : undefined;
      observe.guess(IN_USE, inUse, summaryOf(deleted), deleted);
    },
  },
  {
    name: 'label-of-both-sides',
    decides: [BOTH_SIDES],
    run: async (live, observe) => {
      const body = { name: live.key('paired'), label: live.name('paired'), inverseLabel: live.name('back') };
      await live.need('POST', LABELS, body);
      const ids = async (path: string, label: string) =>
        listAt(await live.need('GET', path), 'results')
          .filter((type) => textAt(type, 'label') === label)
          .map((type) => Number(textAt(type, 'typeId')));
      const [associationTypeId = 0] = await ids(LABELS, live.name('paired'));
      live.ledger.add('label', `${LABELS}/${associationTypeId}`);
      await live.need('PUT', LABELS, { associationTypeId, label: live.name('renamed') });
      const back = await ids(LABELS_BACK, live.name('renamed'));
      observe.fact(
        BOTH_SIDES,
        back.length === 1,
        `the other side ${back.length === 1 ? 'too' : 'kept its own'}`,
      );
    },
  },
  {
    name: 'unknown-target',
    decides: [UNKNOWN],
    run: async (live, observe) => {
      const deal = await makeDeal(live, 'unknown target');
      const answer = await live.call('PUT', byDefault(deal, NOBODY));
      const { status } = answer;
      observe.guess(
        UNKNOWN,
        status === 404 || status === 400 ? status : undefined,
        summaryOf(answer),
        answer,
      );
    },
  },
];
