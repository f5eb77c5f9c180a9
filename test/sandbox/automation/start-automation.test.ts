import fc from 'fast-check';
import { SHIPPED_RULES } from '../../../sandbox/automation/shipped-rules.ts';
import type { Rule } from '../../../sandbox/workbench/pages/automation/automation.ts';
import { OWNER, withAutomation } from './open-automation.ts';

/** A decision as the app writes it: all in one write, each with a new time. @param day of September 2026 */
const decided = (ipp_decision: string, day: number) => ({
  ipp_decision,
  ipp_decided_at: new Date(Date.UTC(2026, 8, day)).toISOString(),
});

const DEEP: Rule = {
  id: 'deep',
  name: 'Deep',
  isOn: true,
  reEnrol: true,
  when: { objectType: 'companies', property: 'ipp_lane', becomes: 'deep' },
  then: { createTask: { subject: 'Run the open checks' } },
};

test('the shipped rules make a task for the owner at each turn of a partner', () =>
  withAutomation(undefined, async ({ company, set, subjects, automation, call }) => {
    const id = await company({ name: 'Larch', ipp_lane: 'fast', hubspot_owner_id: OWNER.id });

    await set(id, { ipp_lane: 'deep' });
    await set(id, { ipp_clearance: 'cleared' });
    await set(id, decided('go-deep', 1));
    await set(id, { ipp_lane: 'fast' });

    expect(await subjects()).toEqual([
      ...['Run the open checks', 'Ask for a decision', 'Plan the start', 'Tell the owner'],
    ]);
    expect(automation.log()).toHaveLength(4);
    expect(automation.log()[0]).toEqual({
      id: 4,
      at: '2026-09-01T12:00:00.004Z',
      record: { objectType: 'companies', id, name: 'Larch' },
      property: 'ipp_lane',
      from: 'deep',
      to: 'fast',
      source: { type: 'CRM_UI', label: '', userId: 9001 },
      rule: { id: 'lane-leaves-deep', name: 'No longer Deep' },
      outcome: 'done',
      sentence: 'Created the task “Tell the owner” for the owner.',
    });
    const query = 'associations=tasks';
    const { associations } = await call('GET', `/crm/objects/2026-09/companies/${id}?${query}`);
    expect(associations).toMatchObject({ tasks: { results: [{}, {}, {}, {}] } });
  }));

test('nothing fires without a transition', () =>
  withAutomation(SHIPPED_RULES, async ({ company, set, subjects, automation }) => {
    const id = await company({ name: 'Larch', ipp_lane: 'fast' });

    await set(id, { ipp_lane: 'fast', city: 'Graz' });
    await set(id, { ipp_lane: 'pass' });
    await set(id, { ipp_lane: '' });

    expect(automation.log()).toEqual([]);
    expect(await subjects()).toEqual([]);
  }));

test('a record enrols once, and again only with re-enrolment', () =>
  withAutomation([{ ...DEEP, reEnrol: false }], async ({ company, set, subjects, automation }) => {
    const id = await company({ name: 'Larch', ipp_lane: 'deep' });
    await set(id, { ipp_lane: 'fast' });
    await set(id, { ipp_lane: 'deep' });
    expect(await subjects()).toEqual(['Run the open checks']);
    expect(automation.log()[0]).toMatchObject({
      outcome: 'skipped',
      sentence: 'Enrolled before, and re-enrolment is off.',
    });

    automation.saveRule(DEEP);
    await set(id, { ipp_lane: 'fast' });
    await set(id, { ipp_lane: 'deep' });

    expect(await subjects()).toEqual(['Run the open checks', 'Run the open checks']);
  }));

test('a rule that is off does nothing and says so, one that is deleted says nothing', () =>
  withAutomation([{ ...DEEP, isOn: false }], async ({ company, subjects, automation }) => {
    await company({ name: 'Larch', ipp_lane: 'deep' });
    automation.deleteRule(DEEP.id);
    await company({ name: 'Alder', ipp_lane: 'deep' });

    expect(automation.log()).toMatchObject([{ outcome: 'skipped', sentence: 'The rule is off.' }]);
    expect(await subjects()).toEqual([]);
  }));

test('an action that the CRM refuses is logged as failed, and the next one runs', () => {
  const then = { setProperty: { property: 'no_such_property', value: 'x' } };
  return withAutomation(
    [{ ...DEEP, id: 'broken', then }, DEEP],
    async ({ company, subjects, automation }) => {
      await company({ name: 'Larch', ipp_lane: 'deep' });

      const [second, first] = automation.log();
      expect(first).toMatchObject({ outcome: 'failed' });
      expect(first?.sentence).toBe('Property "no_such_property" does not exist');
      expect(second).toMatchObject({ outcome: 'done' });
      expect(await subjects()).toEqual(['Run the open checks']);
    },
  );
});

test('two rules that feed each other come to an end, and the log says why', () => {
  const turn = (id: string, becomes: string, value: string): Rule => ({
    ...DEEP,
    id,
    when: { objectType: 'companies', property: 'ipp_lane', becomes },
    then: { setProperty: { property: 'ipp_lane', value } },
  });
  const rules = [turn('up', 'fast', 'deep'), turn('down', 'deep', 'fast')];
  return withAutomation(rules, async ({ company, automation }) => {
    await company({ name: 'Larch', ipp_lane: 'fast' });

    expect(automation.log()).toHaveLength(12);
    expect(automation.log()[0]).toMatchObject({
      outcome: 'skipped',
      sentence: 'Stopped a loop: reacted to automation 5 times within a minute.',
    });
  });
});

test('over 200 random writes of the lane, firings are as many as transitions', () => {
  const writes = fc.sample(fc.constantFrom('deep', 'fast', 'pass', ''), { numRuns: 200, seed: 7 });
  return withAutomation([DEEP], async ({ company, call, automation }) => {
    const id = await company({ name: 'Larch' });
    let [lane, transitions] = ['', 0];

    for (const ipp_lane of writes) {
      await call('PATCH', `/crm/objects/2026-09/companies/${id}`, { properties: { ipp_lane } });
      if (ipp_lane === 'deep' && lane !== 'deep') transitions += 1;
      lane = ipp_lane;
    }
    await automation.settled();

    expect(transitions).toBeGreaterThan(20);
    expect(automation.log().map(({ outcome }) => outcome)).toEqual(Array(transitions).fill('done'));
  });
});
