import type { Crm, CrmRequest } from '../../../src/crm/client/request.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { type NightlyRequest, runNightly } from '../../../src/usecases/nightly/nightly.ts';
import type { NightlyReport } from '../../../src/usecases/nightly/report.ts';
import type { Portal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';

/** The guide's candidate of 430 points as another program brings it in: rated, and judged by nobody. */
export const ratedOutside: Record<string, string> = {
  ipp_partner_type: 'technology',
  ...Object.fromEntries(
    Object.entries(workflowTool).map(([key, rating]): [string, string] => [`ipp_${key}`, `${rating}`]),
  ),
};

interface Night extends Partial<NightlyRequest> {
  context?: Partial<Context>;
  /** Happens right after each write of companies. */
  afterWrite?: (request: CrmRequest) => Promise<unknown>;
}

/** A nightly run, on HubSpot's clock. */
export function nightly(
  { context, app }: Portal,
  { context: other = {}, afterWrite = () => Promise.resolve(), ...request }: Night = {},
): Promise<NightlyReport> {
  let calls = 0;
  const crm: Crm = {
    send: async (asked) => {
      calls += 1;
      const answer = await app.send(asked);
      if (asked.path.endsWith('/companies/batch/update')) await afterWrite(asked);
      return answer;
    },
  };
  const limits = () => ({ aheadMs: 0, calls: null, daily: null, dailyLeft: null });
  return runNightly(
    { ...context, ...other, crm },
    { calls: () => calls, limits },
    { mostCalls: 2_000, ...request },
  );
}

/** The calls that write, of `callsDuring`. */
export function writesAmong(calls: readonly string[]): string[] {
  return calls.filter((call) => !/^GET |\/search$|\/batch\/read$/.test(call));
}

export function findingOf({ findings }: NightlyReport, code: string) {
  return findings.find((finding) => finding.code === code);
}

/** Where a company stands, the lane before, and why it changed. */
export async function trailOf(portal: Portal, companyId: string): Promise<(string | undefined)[]> {
  const stored = await portal.stored(companyId);
  return [stored['ipp_lane'], stored['ipp_previous_lane'], stored['ipp_lane_change_cause']];
}
