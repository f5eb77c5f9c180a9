import { callServer } from '../server-calls.ts';
import { faultStateIn, type FaultState, type RandomFaults, PLANS } from './fault-state.ts';

const FAULTS = '/sandbox-api/faults';
const LIMITS = '/sandbox-api/limits';

/** A fault for the next matching calls. Empty values match every call. */
export interface NextFault {
  readonly fault: string;
  readonly method: string;
  /** Part of the path or its query. */
  readonly path: string;
  /** How many calls it affects. */
  readonly times: number;
}

export async function readFaults(ownerId: string): Promise<FaultState> {
  const [faults, limits] = await Promise.all([
    callServer(ownerId, 'GET', FAULTS),
    callServer(ownerId, 'GET', LIMITS),
  ]);
  return faultStateIn(faults, limits);
}

export async function addFault(ownerId: string, { fault, method, path, times }: NextFault): Promise<void> {
  const place = { ...(method === '' ? {} : { method }), ...(path === '' ? {} : { path }) };
  await callServer(ownerId, 'POST', FAULTS, { fault, target: { ...place, times } });
}

export async function setRandom(ownerId: string, plan: RandomFaults | undefined): Promise<void> {
  const path = `${FAULTS}/random`;
  await (plan === undefined ? callServer(ownerId, 'DELETE', path) : callServer(ownerId, 'PUT', path, plan));
}

/** @param planId empty switches limits off */
export async function setLimits(ownerId: string, planId: string): Promise<void> {
  const plan = PLANS.find(({ id }) => id === planId);
  await callServer(ownerId, 'PUT', LIMITS, plan === undefined ? { on: false } : { on: true, ...plan.rates });
}

/** Clears waiting faults, random faults, the clock and limits. */
export async function clearFaults(ownerId: string): Promise<void> {
  await callServer(ownerId, 'DELETE', FAULTS);
  await setLimits(ownerId, '');
}
