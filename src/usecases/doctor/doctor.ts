import { type Account, type Room, probeWriting, readAccount, readPropertyRoom } from '../../crm/account.ts';
import type { PortalLimits } from '../../crm/client/headers.ts';
import { type InstallationRecord, readRecordOfInstallation } from '../../crm/installation-record.ts';
import { inBulk } from '../../crm/client/client.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import { currentKeys } from '../../icp/profile.ts';
import type { Context } from '../context.ts';
import { checkDeals } from './check-deals.ts';
import { checkProperties } from './check-properties.ts';
import { checkPolicy } from './check-policy.ts';
import { checkLists, checkPortal } from './check-portal.ts';
import { checkSources } from './check-sources.ts';
import { checkVerdicts } from './check-verdicts.ts';
import { type Finding, addFindings, fault, ifAllowed, noteRefusal } from './finding.ts';
import type { OnProgress } from '../csv/export.ts';
import { LEFT_AFTER_RESTORING, NOT_INSTALLED } from '../../messages/doctor.ts';

/** What the doctor found out about a portal. */
export interface Diagnosis {
  /** No fault is left. */
  healthy: boolean;
  account: Account | null;
  limits: PortalLimits;
  /** Custom properties that companies have and may have. */
  propertyRoom: Room | null;
  /** What the portal keeps of its installation. */
  record: InstallationRecord | null;
  types: PartnerType[];
  /** How many records were looked at. */
  companies: number;
  deals: number;
  findings: Finding[];
}

interface Options {
  /** Repairs properties, options, verdicts and deals. What people entered is never written. */
  repair?: boolean;
  onProgress?: OnProgress;
}

/**
 * Examines whether the app works in a portal, and with `repair` repairs what it can. Reads in bulk and keeps only
 * counts and the first names, however many companies there are.
 *
 * @param limits the portal's limits as the responses to this context name them
 * @throws CrmError when the portal cannot be reached or takes no more calls
 */
export async function diagnose(
  outside: Context,
  limits: () => PortalLimits,
  { repair = false, onProgress = () => undefined }: Options = {},
): Promise<Diagnosis> {
  const context = { ...outside, crm: inBulk(outside.crm), home: outside.home.inBulk() };
  const diagnosis: Diagnosis = {
    ...{ healthy: false, account: null, limits: limits(), propertyRoom: null, record: null },
    ...{ types: [], companies: 0, deals: 0, findings: [] },
  };
  const hubspotNow = () => context.now().getTime() + (limits().aheadMs ?? 0);
  await ifAllowed(diagnosis.findings, () => look(context, diagnosis, repair, { onProgress, hubspotNow }));
  diagnosis.limits = limits();
  diagnosis.findings.push(...checkPortal(diagnosis.limits, diagnosis.record));
  diagnosis.healthy = diagnosis.findings.every(
    ({ weight, count, repaired }) => weight === 'note' || repaired >= count,
  );
  return diagnosis;
}

async function look(
  context: Context,
  diagnosis: Diagnosis,
  wantsRepair: boolean,
  told: { onProgress: OnProgress; hubspotNow: () => number },
): Promise<void> {
  const { crm } = context;
  const { findings } = diagnosis;
  diagnosis.account = await readAccount(crm);
  const refusals = await probeWriting(crm);
  for (const refusal of refusals) noteRefusal(findings, refusal);
  const repair = wantsRepair && refusals.length === 0;
  diagnosis.propertyRoom = (await readPropertyRoom(crm))?.companies ?? null;
  const { account } = diagnosis;
  const before = await ifAllowed(findings, () => readRecordOfInstallation(crm));
  const { types, present, hadMissing, canMirror, ...properties } = await checkProperties(context, {
    ...{ repair, account, record: before },
  });
  diagnosis.types = types;
  diagnosis.record = context.installation.current().record;
  addFindings(findings, properties.findings);
  if (types.length === 0) {
    findings.push(fault('not-installed', NOT_INSTALLED));
    return;
  }
  const heldBack = hadMissing ? LEFT_AFTER_RESTORING : null;
  const policy = await ifAllowed(findings, () => checkPolicy(context, repair));
  addFindings(findings, policy?.findings ?? []);
  const judging = policy?.context ?? null;
  if (judging !== null) addFindings(findings, (await ifAllowed(findings, () => checkSources(judging))) ?? []);
  const verdicts =
    judging === null
      ? null
      : await ifAllowed(findings, () => checkVerdicts(judging, { present, repair, heldBack, ...told }));
  diagnosis.companies = verdicts?.companies ?? 0;
  addFindings(findings, verdicts?.findings ?? []);
  const deals = canMirror ? await ifAllowed(findings, () => checkDeals(judging ?? context, repair)) : null;
  diagnosis.deals = deals?.deals ?? 0;
  addFindings(findings, deals?.findings ?? []);
  const { record } = diagnosis;
  if (record !== null && Object.keys(record.lists).length > 0)
    findings.push(
      ...(await checkLists(crm, record, judging === null ? null : currentKeys(judging.current), repair)),
    );
}
