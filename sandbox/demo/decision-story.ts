import type { Decision } from '../../src/icp/decision.ts';
import type { PartnerType } from '../../src/icp/partner-types.ts';
import { type Quarter, quarterOf, quartersFrom } from '../../src/icp/quarter.ts';
import type { PersonId } from './account.ts';
import type { Calendar } from './calendar.ts';
import { type Part, ROLE_CAST, TECHNOLOGY_CAST } from './cast.ts';
import type { KindName } from './partner-kinds.ts';
import type { DemoPartner } from './partners.ts';
import type { Step } from './step.ts';

/** Days ago of the last two meetings about partners, and of an edit in HubSpot after them. */
const MET = { last: 92, latest: 20 };
const EDITED = 9;

interface Told {
  partner: DemoPartner;
  decision: Decision;
  quarter: Quarter;
  by: PersonId;
  reason?: string;
  /** Days ago; a negative number lies ahead. */
  askAgain?: number;
}

/**
 * What people decided at two meetings. Both deep slots of this quarter are used, one of them against the checks, and one of
 * the next quarter. One partner waits though it is cleared, one is due to be asked again, and one decision was edited in
 * HubSpot. Other partners are Deep and Cleared and nobody has decided about them.
 *
 * @param calendar of its own, so that the rest of the demo is the same with it and without
 */
export function decisionSteps(
  calendar: Calendar,
  technology: readonly DemoPartner[],
  roles: readonly DemoPartner[],
): readonly Step[] {
  const [current, next] = quartersFrom(calendar.day(0), 2) as [Quarter, Quarter];
  const before = quarterBefore(calendar.day(0));
  const tool = (kind: KindName, nth = 0) => toolOf(technology, kind, nth);
  const role = (type: PartnerType, kind: Part['kind']) => roleOf(roles, type, kind);
  const edited = role('marketing', 'fast');
  const last: Told[] = [
    { partner: role('marketing', 'cleared'), decision: 'go-deep', quarter: before, by: '101' },
    { partner: role('fulfillment', 'cleared'), decision: 'go-deep', quarter: before, by: '103' },
    { partner: tool('rival'), decision: 'decline', quarter: before, by: '102', askAgain: -90 },
    {
      ...{ partner: role('referral', 'fast'), decision: 'wait', quarter: before, by: '104', askAgain: 4 },
      reason: 'They start a program of their own in summer. Look at its terms then.',
    },
  ];
  const latest: Told[] = [
    {
      ...{ partner: role('referral', 'cleared'), decision: 'go-deep', quarter: current, by: '101' },
      reason: 'They introduced three buyers in one quarter, and want a shared landing page.',
    },
    {
      ...{ partner: tool('pending', 1), decision: 'go-deep', quarter: current, by: '102' },
      reason: 'Four renewals hang on this integration. Two checks are open; I clear them before the start.',
    },
    {
      ...{ partner: role('oem', 'cleared'), decision: 'go-deep', quarter: next, by: '103' },
      reason: 'Their next device ships in that quarter.',
    },
    {
      ...{
        partner: role('reseller', 'cleared'),
        decision: 'wait',
        quarter: current,
        by: '101',
        askAgain: -40,
      },
      reason: 'Both slots are used. First in line for the next ones.',
    },
    {
      ...{ partner: tool('fast'), decision: 'go-light', quarter: current, by: '104' },
      reason: 'A listing in the directory, no build.',
    },
    {
      ...{ partner: role('managed-service-provider', 'fast'), decision: 'go-light', quarter: current },
      ...{ by: '105', reason: 'Our standard terms. They need nothing else from us.' },
    },
    {
      ...{ partner: role('oem', 'pass'), decision: 'decline', quarter: current, by: '103', askAgain: -180 },
      reason: 'No sandbox and nobody who owns it on their side.',
    },
    { partner: edited, decision: 'decline', quarter: current, by: '102', askAgain: -120 },
  ];
  return [
    ...last.map((told) => decided(calendar, MET.last, told)),
    ...latest.map((told) => decided(calendar, MET.latest, told)),
    {
      ...{ at: calendar.moment(EDITED), kind: 'edit', objectType: 'companies', key: edited.name, by: '105' },
      properties: { ipp_decision: 'go-light', ipp_ask_again_on: '' },
    },
  ];
}

function decided(
  calendar: Calendar,
  daysAgo: number,
  { partner, decision, quarter, by, reason = '', askAgain }: Told,
): Step {
  return {
    ...{ at: calendar.moment(daysAgo), kind: 'decide', key: partner.name, by },
    ...{ decision, quarter, reason, askAgainOn: askAgain === undefined ? '' : calendar.day(askAgain) },
  };
}

function quarterBefore(today: string): Quarter {
  const day = new Date(`${today.slice(0, 8)}01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - 3);
  return quarterOf(day.toISOString().slice(0, 10));
}

/** An invented technology partner; the named ones stand before them. */
function toolOf(technology: readonly DemoPartner[], kind: KindName, nth: number): DemoPartner {
  const places = TECHNOLOGY_CAST.flatMap(([other], index) => (other === kind ? [index] : []));
  const named = technology.length - TECHNOLOGY_CAST.length;
  return required(technology[named + (places[nth] ?? technology.length)], kind);
}

function roleOf(roles: readonly DemoPartner[], type: PartnerType, kind: Part['kind']): DemoPartner {
  const place = ROLE_CAST.findIndex((part) => part.type === type && part.kind === kind);
  return required(roles[place], `${type} ${kind}`);
}

function required(partner: DemoPartner | undefined, what: string): DemoPartner {
  if (partner === undefined) throw new Error(`the demo lacks a partner: ${what}`);
  return partner;
}
