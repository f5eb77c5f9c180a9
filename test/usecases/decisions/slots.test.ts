import { decide } from '../../../src/usecases/decisions/decide.ts';
import { readSlots } from '../../../src/usecases/decisions/read-slots.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { type Portal, editOutside, withPortal } from '../../portal.ts';
import { jane, omar } from '../scorecard/scoring.ts';
import { clearedCompany, decideNow, requestOf } from './deciding.ts';

const QUARTER = '2027-Q1';

/** HubSpot's clock stands still but for what our app sleeps. */
function lagging(searchLagMs: number) {
  let at = Date.parse('2026-11-27T09:00:00Z');
  return {
    options: { types: ['technology'] as const, searchLagMs, now: () => new Date(at) },
    pass: (ms: number) => void (at += ms),
    under: ({ context }: Portal): Context => ({
      ...context,
      sleep: (ms) => {
        at += ms;
        return Promise.resolve();
      },
    }),
  };
}

test('the slots of a quarter count who was decided to go deep with in it, earliest first', () =>
  withPortal({ types: ['technology'] }, async (portal) => {
    const [first, second, light, later] = [
      await clearedCompany(portal),
      await clearedCompany(portal),
      await clearedCompany(portal),
      await clearedCompany(portal),
    ];
    const in5s = new Date(portal.context.now().getTime() + 5_000).toISOString();
    await decideNow(portal, second, { at: in5s });
    await decideNow(portal, first);
    await decideNow(portal, light, { decision: 'go-light' });
    await decideNow(portal, later, { quarter: '2027-Q2' });

    const slots = await readSlots(portal.context, { quarter: QUARTER });

    expect(slots).toMatchObject({ quarter: QUARTER, limit: 2, isOver: false, isSure: true });
    expect(slots.holders.map(({ companyId }) => companyId)).toEqual([first, second]);
    expect(slots.text).toBe('2 of 2 used: Brightdesk, Brightdesk');
  }));

test('where the slots are used a further one needs a reason, which names who holds them', () =>
  withPortal({ types: ['technology'] }, async (portal) => {
    const held = [await clearedCompany(portal), await clearedCompany(portal)];
    await editOutside(portal, held[0] ?? '', { name: 'Acme' });
    for (const companyId of held) await decideNow(portal, companyId);
    const third = await clearedCompany(portal);

    await expect(decideNow(portal, third)).rejects.toMatchObject({
      ...{ code: 'invalid-input', field: 'decision_reason' },
      message:
        'decision_reason: the slots of 2027-Q1 are used by Acme, Brightdesk. Say why you go over that, or choose Wait. Nothing was written.',
    });
    const { conflicts } = await decideNow(portal, third, { reason: 'They bring the engineers.' });
    expect(conflicts).toEqual([]);
    expect(await readSlots(portal.context, { quarter: QUARTER })).toMatchObject({
      ...{ isOver: true, text: '3 of 2 used: Acme, Brightdesk, Brightdesk' },
    });
  }));

test('a partner that holds a slot already may be decided on again', () =>
  withPortal({ types: ['technology'] }, async (portal) => {
    const held = [await clearedCompany(portal), await clearedCompany(portal)];
    for (const companyId of held) await decideNow(portal, companyId);
    const at = new Date(portal.context.now().getTime() + 1_000).toISOString();

    expect(await decideNow(portal, held[0] ?? '', { at })).toMatchObject({ conflicts: [] });
  }));

test('of two that take the last slot at once both are kept, and the second is told that it is over', async () => {
  const clock = lagging(3_000);
  await withPortal(clock.options, async (portal) => {
    const context = clock.under(portal);
    const [held, one, other] = [
      await clearedCompany(portal),
      await clearedCompany(portal),
      await clearedCompany(portal),
    ];
    await decide(context, requestOf(context, held));
    clock.pass(10_000);
    const requests = [requestOf(context, one, { by: jane }), requestOf(context, other, { by: omar })];

    const answers = await Promise.all(requests.map((request) => decide(context, request)));
    const [, second = { changes: { decided_at: { value: '' } } }] = requests;
    const slots = await readSlots(context, {
      quarter: QUARTER,
      decided: { companyId: other, at: String(second.changes.decided_at.value) },
    });

    expect(answers.map(({ decision }) => decision.decision)).toEqual(['go-deep', 'go-deep']);
    expect(slots).toMatchObject({ isOver: true, isSure: true, limit: 2 });
    expect(slots.holders).toHaveLength(3);
  });
});

test('a decision that the search does not show after 8 seconds leaves the count unsure', async () => {
  const clock = lagging(60_000);
  await withPortal(clock.options, async (portal) => {
    const context = clock.under(portal);
    const companyId = await clearedCompany(portal);
    const request = requestOf(context, companyId);
    await decide(context, request);
    const startedAt = context.now().getTime();

    const slots = await readSlots(context, {
      quarter: QUARTER,
      decided: { companyId, at: String(request.changes.decided_at.value) },
    });

    expect(slots).toMatchObject({ holders: [], isOver: false, isSure: false });
    expect(context.now().getTime() - startedAt).toBeLessThanOrEqual(8_000);
  });
});

test('a still later decision of the same partner shows that the search is past the one waited for', () =>
  withPortal({ types: ['technology'] }, async (portal) => {
    const companyId = await clearedCompany(portal);
    const at = new Date(portal.context.now().getTime() + 1_000).toISOString();
    await decideNow(portal, companyId, { at });
    const earlier = portal.context.now().toISOString();

    expect(
      await readSlots(portal.context, { quarter: QUARTER, decided: { companyId, at: earlier } }),
    ).toMatchObject({
      isSure: true,
    });
  }));
