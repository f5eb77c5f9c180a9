import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { type Portal, openPortal, withPortal } from '../../portal.ts';
import { type InstalledState, installedState } from './installed-state.ts';

const WHOLE = { extent: 'portal' } as const;
const CALLS_FROM_EMPTY = 32;
const CALLS_OF_REMOVAL = 34;

const BEFORE: Fault = { kind: 'reset', write: 'before' };
const AFTER: Fault = { kind: 'reset', write: 'after' };
const BROKEN: [string, Fault][] = [
  ['before it was carried out', BEFORE],
  ['after it was carried out', AFTER],
];

let whole: InstalledState;
let empty: InstalledState;
/** Which calls of an installation write, counted from 0. */
let writes: number[];
beforeAll(async () => {
  const portal = await openPortal({ installed: false });
  empty = await installedState(portal);
  const calls = await portal.callsDuring(() => install(portal.context, WHOLE));
  writes = numbers(calls.length).filter((nth) => !/^GET |\/search$|\/batch\/read$/.test(calls[nth] ?? ''));
  whole = await installedState(portal);
  await portal.close();
});

/** Lets `nth` calls through, cuts off all from there on, and leaves the portal healthy again. */
async function brokenFrom(portal: Portal, nth: number, fault: Fault, work: () => Promise<unknown>) {
  portal.sandbox.faults.add(fault, { skip: nth, times: 999 });
  await expect(work()).rejects.toMatchObject({
    code: expect.stringMatching(/^(unavailable|unknown-outcome)$/) as unknown,
  });
  portal.sandbox.faults.clear();
}

/** Breaks an installation off from its nth call on, and runs it again. */
const brokenOff = (nth: number, fault: Fault) =>
  withPortal({ installed: false }, async (portal) => {
    await brokenFrom(portal, nth, fault, () => install(portal.context, WHOLE));

    const { clashes, skipped } = await install(portal.context, WHOLE);

    expect({ clashes, skipped }).toEqual({ clashes: [], skipped: [] });
    expect(await installedState(portal)).toEqual(whole);
  });

test.each(numbers(CALLS_FROM_EMPTY))(
  'an installation whose connection broke for good before call %d was carried out is finished by the next run',
  (nth) => brokenOff(nth, BEFORE),
);

// of a call that reads, it is the same before and after
test('an installation whose connection broke for good after any of its writes is finished by the next run', async () => {
  for (const nth of writes) await brokenOff(nth, AFTER);
  expect(writes.length).toBeGreaterThan(10);
});

describe.each(BROKEN)('an installation whose connection broke at a call, %s,', (_, fault) => {
  test.each([
    '/deals/groups',
    '/deals/batch/create',
    '/pipelines/2026-09/deals',
    '/contacts/labels',
    '/lists/2026-09',
    '/2026-09/schemas',
  ])('but only for one answer of %s, comes to the same end by itself', (path) =>
    withPortal({ installed: false }, async (portal) => {
      portal.sandbox.faults.add(fault, { method: 'POST', path: new RegExp(`${path}[^/]*$`) });

      const { clashes, skipped } = await install(portal.context, WHOLE);

      expect({ clashes, skipped }).toEqual({ clashes: [], skipped: [] });
      expect(portal.sandbox.faults.waiting()).toBe(0);
      expect(await installedState(portal)).toEqual(whole);
    }),
  );
});

describe('a removal whose connection broke for good at a call', () => {
  test.each(numbers(CALLS_OF_REMOVAL))('is finished by the next one (call %d)', (nth) =>
    withPortal({ home: true, types: ['technology'] }, async (portal) => {
      const fault = { kind: 'reset', write: nth % 2 === 0 ? 'after' : 'before' } as const;
      await brokenFrom(portal, nth, fault, () =>
        uninstall(portal.context, { deleteValues: true, keepLog: () => Promise.resolve() }),
      );

      const { stayed } = await uninstall(portal.context, {
        deleteValues: true,
        keepLog: () => Promise.resolve(),
      });

      expect(stayed).toEqual([]);
      expect(await installedState(portal)).toEqual(empty);
    }),
  );
});

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
