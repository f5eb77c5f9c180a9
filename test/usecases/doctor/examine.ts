import { DEFAULT_TRANSPORT, openCrm } from '../../../src/crm/client/client.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { collectLimits } from '../../../src/crm/client/headers.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { type Diagnosis, diagnose } from '../../../src/usecases/doctor/doctor.ts';
import { APP_TOKEN, type Portal } from '../../portal.ts';

interface Examination {
  repair?: boolean;
  token?: string;
  context?: Partial<Context>;
  /** Stands between the doctor and the portal. */
  through?: (crm: Crm) => Crm;
}

/** Has the doctor look at a portal. */
export function examine(portal: Portal, examination: Examination = {}): Promise<Diagnosis> {
  const { repair = false, token = APP_TOKEN, context = {}, through = (crm) => crm } = examination;
  const now = context.now ?? portal.context.now;
  const { onHeaders, limits } = collectLimits(now);
  const settings = { ...DEFAULT_TRANSPORT, sleep: () => Promise.resolve(), onHeaders };
  const crm = openCrm({ baseUrl: portal.sandbox.baseUrl, accessToken: token }, settings);
  return diagnose({ ...portal.context, ...context, crm: through(crm) }, limits, { repair });
}

/** The codes of all faults. */
export function codesOf({ findings }: Diagnosis): string[] {
  return findings.filter(({ weight }) => weight === 'fault').map(({ code }) => code);
}

export function findingOf({ findings }: Diagnosis, code: string) {
  return findings.find((finding) => finding.code === code);
}
