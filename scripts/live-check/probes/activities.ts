import { at, codesIn, isDone, shown, summaryOf } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeCompany, makeDeal, makeRecord } from '../make.ts';
import { COMPANIES, DEALS, NOTES, TASKS } from '../paths.ts';
import { guess, type Probe, row } from '../probe.ts';

const OPEN_TASK = guess(
  'openTaskIsActivity',
  [false, 'a task counts as activity once it is completed'],
  [true, 'it counts as soon as it is there'],
);
const NEWEST = row(
  'notes_last_updated is when the newest note or task of a company, contact or deal was logged; read-only',
);
const NOTE_TIME = row('a note counts from its hs_timestamp, one in the future is no last activity');
const HOME = row("amount_in_home_currency is the amount in the account's currency; read-only");
const CURRENCY = row("deal_currency_code is one of the account's currencies, else 400 INVALID_OPTION");
const CREATED = row('createdate of a deal can be written, that of companies and contacts cannot');

const TASK_TO_COMPANY = 192;
const NOTE_TO_COMPANY = 190;
const LONG_AGO = '2026-01-05T10:00:00Z';
const FAR_OFF = '2099-01-05T10:00:00Z';
const WAIT_SECONDS = 10;

const lastActivity = async (live: Live, company: string) =>
  at(
    await live.need('GET', `${COMPANIES}/${company}?properties=notes_last_updated`),
    'properties',
    'notes_last_updated',
  );

const isSet = async (live: Live, company: string) => {
  const value = await lastActivity(live, company);
  return value !== null && value !== undefined && value !== '';
};

function logOn(live: Live, path: string, properties: object, company: string): Promise<string> {
  const associationTypeId = path === NOTES ? NOTE_TO_COMPANY : TASK_TO_COMPANY;
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }];
  return makeRecord(live, path, properties, [{ to: { id: company }, types }]);
}

export const ACTIVITY_PROBES: readonly Probe[] = [
  {
    name: 'last-activity',
    decides: [OPEN_TASK, NEWEST, NOTE_TIME],
    run: async (live, observe) => {
      const company = await makeCompany(live, 'activity');
      const subject = { hs_task_subject: live.name('task'), hs_task_status: 'NOT_STARTED' };
      const task = await logOn(live, TASKS, { ...subject, hs_timestamp: LONG_AGO }, company);
      const isOpenSeen = (await live.until(() => isSet(live, company), WAIT_SECONDS)) !== undefined;
      observe.guess(OPEN_TASK, isOpenSeen, `${isOpenSeen ? '' : 'no '}last activity with an open task`);

      await live.need('PATCH', `${TASKS}/${task}`, { properties: { hs_task_status: 'COMPLETED' } });
      const isDoneSeen = (await live.until(() => isSet(live, company), WAIT_SECONDS)) !== undefined;
      const refused = await live.call('PATCH', `${COMPANIES}/${company}`, {
        properties: { notes_last_updated: LONG_AGO },
      });
      const isReadOnly = codesIn(refused.body).includes('READ_ONLY_VALUE');
      const seen = `${isDoneSeen ? '' : 'no '}last activity after the task was done; a write: ${summaryOf(refused)}`;
      observe.fact(NEWEST, isDoneSeen && isReadOnly, seen, refused);

      const noted = await makeCompany(live, 'noted');
      const note = { hs_note_body: live.name('note') };
      for (const hs_timestamp of [LONG_AGO, FAR_OFF])
        await logOn(live, NOTES, { ...note, hs_timestamp }, noted);
      await live.until(() => isSet(live, noted), WAIT_SECONDS);
      const value = await lastActivity(live, noted);
      observe.fact(NOTE_TIME, Date.parse(String(value)) === Date.parse(LONG_AGO), `it is ${shown(value)}`);
    },
  },
  {
    name: 'deal-amount',
    decides: [HOME, CURRENCY, CREATED],
    run: async (live, observe) => {
      const deal = await makeDeal(live, 'amount', { amount: '1200' });
      const write = (properties: object) => live.call('PATCH', `${DEALS}/${deal}`, { properties });
      const read = async (name: string) =>
        at(await live.need('GET', `${DEALS}/${deal}?properties=${name}`), 'properties', name);
      const home = await read('amount_in_home_currency');
      const refused = await write({ amount_in_home_currency: '1' });
      const isReadOnly = codesIn(refused.body).includes('READ_ONLY_VALUE');
      const seen = `1200 is ${shown(home)}; a write: ${summaryOf(refused)}`;
      observe.fact(HOME, Number(home) === 1_200 && isReadOnly, seen, refused);

      const unknown = await write({ deal_currency_code: 'XTS' });
      observe.fact(CURRENCY, codesIn(unknown.body).includes('INVALID_OPTION'), summaryOf(unknown), unknown);

      const written = await write({ createdate: LONG_AGO });
      const company = await makeCompany(live, 'created');
      const other = await live.call('PATCH', `${COMPANIES}/${company}`, {
        properties: { createdate: LONG_AGO },
      });
      const created = await read('createdate');
      const isWritten = isDone(written) && Date.parse(String(created)) === Date.parse(LONG_AGO);
      const both = `deal: ${summaryOf(written)}, reads ${shown(created)}; company: ${summaryOf(other)}`;
      observe.fact(CREATED, isWritten && !isDone(other), both, other);
    },
  },
];
