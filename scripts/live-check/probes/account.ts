import { at, listAt, summaryOf, textAt } from '../answer.ts';
import { Skipped } from '../outcome.ts';
import { ACCOUNT, COMPANIES, LIMITS } from '../paths.ts';
import { guess, type Probe, row } from '../probe.ts';

const HEADERS = row('the headers about the ten seconds and the day, neither with searches');
const SECONDLY = row('the headers of a search: X-HubSpot-RateLimit-Secondly and -Secondly-Remaining');
const BURST = row(
  'calls of a private app within 10 s: 100 on Free and Starter, 190 above, 250 with the add-on',
);
const USAGE = row('shapes of account details and daily usage');
const PERCENTAGE = guess(
  'limitPercentage',
  ['percent', 'the limits API says 50 where 5 of 10 are used'],
  ['share', 'it says 0.5'],
);
const CEILINGS = guess(
  'accountCeilings',
  ['catalog', 'a developer test account may define 20 custom objects'],
  ['half', 'it may define half as many'],
);
const SHAPE = row('the limit of custom objects as {limit, usage, percentage}');
const BURSTS: readonly (string | null)[] = ['100', '190', '250'];
const HEADER = 'X-HubSpot-RateLimit-';

export const ACCOUNT_PROBES: readonly Probe[] = [
  {
    name: 'limit-headers',
    decides: [HEADERS, SECONDLY, BURST],
    run: async (live, observe) => {
      const read = await live.call('GET', `${COMPANIES}?limit=1`);
      const search = await live.call('POST', `${COMPANIES}/search`, { limit: 1 });
      const names = ['Daily', 'Daily-Remaining', 'Interval-Milliseconds', 'Max', 'Remaining'];
      const countIn = (answer: typeof read) =>
        names.filter((name) => answer.header(HEADER + name) !== null).length;
      const seen = `${countIn(read)} of 5 with a read, ${countIn(search)} with a search`;
      observe.fact(HEADERS, countIn(read) === 5 && countIn(search) === 0, seen);
      const left = search.header(`${HEADER}Secondly-Remaining`);
      observe.fact(SECONDLY, left !== null, `searches left in the second: ${left ?? 'not said'}`);
      const max = read.header(`${HEADER}Max`);
      observe.fact(BURST, BURSTS.includes(max), `the limit is ${max ?? 'not said'}`);
    },
  },
  {
    name: 'account-limits',
    decides: [USAGE, PERCENTAGE, SHAPE, CEILINGS],
    run: async (live, observe) => {
      const daily = await live.call('GET', `${ACCOUNT}/api-usage/daily/private-apps`);
      const [usage] = listAt(daily.body, 'results');
      const isShaped = typeof at(usage, 'usageLimit') === 'number';
      observe.fact(
        USAGE,
        isShaped,
        `daily usage: ${summaryOf(daily)}${isShaped ? ', with its limit' : ''}`,
        daily,
      );

      const pipelines = await live.need('GET', `${LIMITS}/pipelines`);
      const used = listAt(pipelines, 'hubspotDefinedObjectTypes')
        .map((type) => ['usage', 'limit', 'percentage'].map((name) => Number(textAt(type, name))))
        .find(([count = 0, limit = 0]) => count > 0 && limit > 0);
      if (used === undefined) throw new Skipped('no pipeline is counted in this account');
      const [count = 0, limit = 1, percentage = 0] = used;
      const isNear = (value: number) => Math.abs(percentage - value) <= value * 0.1;
      const share = count / limit;
      const setting = isNear(share * 100) ? 'percent' : isNear(share) ? 'share' : undefined;
      observe.guess(PERCENTAGE, setting, `${count} of ${limit} is ${percentage}`);

      const types = await live.need('GET', `${LIMITS}/custom-object-types`);
      const isFlat = typeof at(types, 'limit') === 'number' && typeof at(types, 'usage') === 'number';
      observe.fact(SHAPE, isFlat, isFlat ? 'it is' : 'it has other fields');
      const most = Number(textAt(types, 'limit'));
      if (most === 0) throw new Skipped('the plan has no custom objects: this needs Enterprise');
      const ceiling = ({ 20: 'catalog', 10: 'half' } as const)[most];
      observe.guess(CEILINGS, ceiling, `the limit of custom objects is ${most}`);
    },
  },
];
