import type { BackgroundWork, Jobs } from '../../contract/jobs.ts';
import type { SignedPerson } from '../../contract/signed-person.ts';
import { type PartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { currentProfile, versionKey } from '../../icp/profile.ts';
import { NO_JOBS_HERE } from '../../messages/rejudge.ts';
import { profileUnpublished } from '../../messages/scorecard.ts';
import type { Context } from '../context.ts';
import { requireMayPublish } from '../policy/publish-entry.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { Refused } from '../refused.ts';

interface OfType {
  type: PartnerType;
}

/**
 * Begins to judge every scorecard of a type by its current profile, in the background. One that is under way goes on.
 *
 * @throws Refused `not-allowed` for whoever may not publish, and where no server works; `unknown-profile-version`; CrmError
 */
export async function startRejudging(outside: Context, { type }: OfType): Promise<BackgroundWork> {
  const { context, jobs, person } = await openJobs(outside);
  const to = currentProfile(context, type);
  if (to === null) throw new Refused('unknown-profile-version', profileUnpublished(partnerTypeLabel(type)));
  await jobs.start({ type, to: versionKey(to), person });
  return jobs.read();
}

/** What the server does for the portal in the background. @throws Refused `not-allowed`, CrmError */
export async function readJobs(outside: Context): Promise<BackgroundWork> {
  const { jobs } = await openJobs(outside);
  return jobs.read();
}

/** Stops a re-judging behind the page that is under way. */
export async function pauseJob(outside: Context, { type }: OfType): Promise<BackgroundWork> {
  const { jobs } = await openJobs(outside);
  await jobs.pause(type);
  return jobs.read();
}

/** Lets a re-judging that was paused, or that failed, go on from where it ended. */
export async function resumeJob(outside: Context, { type }: OfType): Promise<BackgroundWork> {
  const { jobs } = await openJobs(outside);
  await jobs.resume(type);
  return jobs.read();
}

/** @throws Refused `not-allowed`, CrmError */
async function openJobs(outside: Context): Promise<{ context: Context; jobs: Jobs; person: SignedPerson }> {
  const { jobs, person, installation, policy, home, crm } = outside;
  if (jobs === null || person === null) throw new Refused('not-allowed', NO_JOBS_HERE);
  await installation.read(outside);
  const context = underPolicy(outside, (await policy.read(home)).policy);
  requireMayPublish({ context, names: await installation.names(crm) }, '');
  return { context, jobs, person };
}
