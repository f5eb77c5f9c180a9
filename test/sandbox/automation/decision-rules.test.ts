import type { Rule } from '../../../sandbox/workbench/pages/automation/automation.ts';
import { type OpenAutomation, withAutomation } from './open-automation.ts';

/** @param day of September 2026 */
const decided = (ipp_decision: string, day: number) => ({
  ipp_decision,
  ipp_decided_at: new Date(Date.UTC(2026, 8, day)).toISOString(),
});

const starts = async ({ subjects }: OpenAutomation) =>
  (await subjects()).filter((subject) => subject === 'Plan the start').length;

test('going deep starts work once, and clearance that falls and returns starts nothing', () =>
  withAutomation(undefined, async (open) => {
    const id = await open.company({ name: 'Larch', ipp_lane: 'deep', ipp_clearance: 'cleared' });
    await open.set(id, decided('go-deep', 1));
    expect(await starts(open)).toBe(1);

    await open.set(id, { ipp_clearance: 'pending' });
    await open.set(id, { ipp_clearance: 'cleared' });
    await open.set(id, { ipp_lane: 'fast', ipp_clearance: '' });
    await open.set(id, { ipp_lane: 'deep', ipp_clearance: 'cleared' });

    expect(await starts(open)).toBe(1);
  }));

test('the same decision with a new time starts work again, with the same time it does not', () =>
  withAutomation(undefined, async (open) => {
    const id = await open.company({ name: 'Larch' });
    await open.set(id, decided('go-deep', 1));
    await open.set(id, decided('go-deep', 1));
    expect(await starts(open)).toBe(1);

    await open.set(id, decided('go-deep', 2));

    expect(await starts(open)).toBe(2);
  }));

test.each(['wait', 'go-light', 'decline'])('the decision %s starts no work, and leaves no log', (choice) =>
  withAutomation(undefined, async (open) => {
    const id = await open.company({ name: 'Larch' });

    await open.set(id, decided(choice, 1));

    expect(await open.subjects()).toEqual([]);
    expect(open.automation.log()).toEqual([]);
  }),
);

test('neither lane nor clearance starts work without a decision', () =>
  withAutomation(undefined, async (open) => {
    await open.company({ name: 'Larch', ipp_lane: 'deep', ipp_clearance: 'cleared' });

    expect(await open.subjects()).toEqual(['Run the open checks', 'Ask for a decision']);
  }));

test('a decision that is taken back starts nothing', () =>
  withAutomation(undefined, async (open) => {
    const id = await open.company({ name: 'Larch', ...decided('wait', 1) });

    await open.set(id, { ipp_decision: '', ipp_decided_at: '' });
    await open.set(id, { ipp_decision: 'go-deep' });

    expect(await open.subjects()).toEqual([]);
  }));

test('the condition is read as it was at the moment of the change', () =>
  withAutomation(undefined, async (open) => {
    const id = await open.company({ name: 'Larch' });

    // nothing is awaited between the two writes but their answers
    const path = `/crm/objects/2026-09/companies/${id}`;
    await open.call('PATCH', path, { properties: decided('go-deep', 1) });
    await open.call('PATCH', path, { properties: { ipp_decision: 'wait' } });
    await open.automation.settled();

    expect(await starts(open)).toBe(1);
  }));

test('a record whose condition does not hold stays free to enrol later', () => {
  const rule: Rule = {
    ...{ id: 'once', name: 'Once', isOn: true, reEnrol: false },
    when: { objectType: 'companies', property: 'ipp_decided_at', changes: true },
    only: { property: 'ipp_decision', is: 'go-deep' },
    then: { createTask: { subject: 'Plan the start' } },
  };
  return withAutomation([rule], async (open) => {
    const id = await open.company({ name: 'Larch', ...decided('wait', 1) });

    await open.set(id, decided('go-deep', 2));
    await open.set(id, decided('go-deep', 3));

    expect(await starts(open)).toBe(1);
    expect(open.automation.log()[0]).toMatchObject({
      outcome: 'skipped',
      sentence: 'Enrolled before, and re-enrolment is off.',
    });
  });
});
