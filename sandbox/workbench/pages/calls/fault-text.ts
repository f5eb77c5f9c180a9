import { faultWords } from './fault-names.ts';
import { type FaultState, type Rates, planOf } from './fault-state.ts';

const number = new Intl.NumberFormat('en-GB');
const MINUTE = 60_000;

function limitText(rates: Rates, usedToday: number): string {
  const { burst, daily, search } = rates;
  const plan = planOf(rates)?.label;
  const numbers = `${burst} calls in ten seconds, ${number.format(daily)} a day, ${search} searches a second`;
  const as = plan === undefined ? 'Limits are on' : `Limits are on as for ${plan}`;
  return `${as}: ${numbers}. Used today: ${number.format(usedToday)}.`;
}

function randomText({ percent, seed, from }: NonNullable<FaultState['random']>): string {
  return `${percent} of 100 calls meet a fault at random (seed ${seed}): ${from.map(faultWords).join('; ')}.`;
}

/** One sentence for each kind of fault and for limits. */
export function faultSentences({
  waiting,
  random,
  clockSkewMs,
  rates,
  usedToday,
}: FaultState): readonly string[] {
  const minutes = number.format(Math.abs(clockSkewMs) / MINUTE);
  return [
    waiting === 0
      ? 'No fault waits for a call.'
      : waiting === 1
        ? 'One fault waits for a call that fits.'
        : `${waiting} faults wait for calls that fit.`,
    random === undefined ? 'Nothing fails at random.' : randomText(random),
    ...(clockSkewMs === 0
      ? []
      : [`The account’s clock is ${minutes} minutes ${clockSkewMs > 0 ? 'ahead' : 'behind'}.`]),
    rates === undefined ? 'Limits are off.' : limitText(rates, usedToday),
  ];
}

/** Whether nothing is set. */
export function isQuiet({ waiting, random, clockSkewMs, rates }: FaultState): boolean {
  return waiting === 0 && random === undefined && clockSkewMs === 0 && rates === undefined;
}
