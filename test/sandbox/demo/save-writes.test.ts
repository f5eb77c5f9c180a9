import { openWriteSaver } from '../../../sandbox/demo/save-writes.ts';
import { NAMED_FAULTS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type OpenSandbox, withSandbox } from '../hubspot/open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const create = ({ call }: OpenSandbox) => call('POST', COMPANIES, { properties: { name: 'Larch' } });

/** A saver of a sandbox whose saves are counted, and fail while `isFailing`. */
function watch({ crm }: OpenSandbox) {
  const state = { saves: 0, isFailing: false, said: [] as string[] };
  const save = () => {
    state.saves += 1;
    return state.isFailing ? Promise.reject(new Error('disk full')) : Promise.resolve();
  };
  const saver = openWriteSaver(crm.journal, save, (message) => state.said.push(message));
  const rounds = async (count: number) => {
    for (let round = 0; round < count; round += 1) await saver.round();
  };
  return { state, rounds };
}

test('a write is saved once, reads are not', () =>
  withSandbox(async (sandbox) => {
    const { state, rounds } = watch(sandbox);
    await create(sandbox);
    await rounds(3);

    await sandbox.call('GET', COMPANIES);
    await sandbox.call('POST', `${COMPANIES}/search`, {});
    await rounds(3);

    expect(state.saves).toBe(1);
  }));

test.each(['resetAfter', 'resetBefore', 'serverErrorAfter'] as const)(
  'a write that ends with %s is saved once or twice, not every second',
  (fault) =>
    withSandbox(async (sandbox) => {
      const { state, rounds } = watch(sandbox);
      sandbox.crm.faults.add(NAMED_FAULTS[fault], { method: 'POST' });
      await create(sandbox).catch(() => undefined);
      await rounds(1);
      await sandbox.call('GET', '/crm/owners/2026-09');

      await rounds(20);

      expect([1, 2]).toContain(state.saves);
    }),
);

test('a write that hangs is saved when it is seen and when it ends, not in between', async () => {
  let onHang: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => (onHang = resolve));
  await withSandbox(
    async (sandbox) => {
      const { state, rounds } = watch(sandbox);
      sandbox.crm.faults.add(NAMED_FAULTS.hangAfter, { method: 'POST' });
      const giveUp = new AbortController();
      const call = fetch(sandbox.crm.baseUrl + COMPANIES, {
        method: 'POST',
        body: '{"properties":{"name":"Larch"}}',
        headers: { authorization: 'Bearer pat-app', 'content-type': 'application/json' },
        signal: giveUp.signal,
      });
      await hanging;

      await rounds(10);
      const whileOpen = state.saves;
      giveUp.abort();
      await expect(call).rejects.toThrow();
      while (sandbox.crm.journal.entries()[0]?.ms === undefined) await new Promise(setImmediate);
      await rounds(10);

      expect([whileOpen, state.saves]).toEqual([1, 2]);
    },
    {},
    undefined,
    { onHang: () => onHang() },
  );
});

test('writes are saved though the journal was cleared before anybody looked', () =>
  withSandbox(async (sandbox) => {
    const { state, rounds } = watch(sandbox);
    await create(sandbox);
    sandbox.crm.journal.clear();

    await rounds(2);

    expect(state.saves).toBe(1);
  }));

test('a save that fails is tried again less and less often, and said once', () =>
  withSandbox(async (sandbox) => {
    const { state, rounds } = watch(sandbox);
    state.isFailing = true;
    await create(sandbox);

    await rounds(60);
    expect(state.saves).toBe(5);
    expect(state.said).toEqual([expect.stringContaining('was not saved')]);

    state.isFailing = false;
    await rounds(60);
    await rounds(60);
    expect(state.saves).toBe(6);
    expect(state.said).toHaveLength(2);
  }));
