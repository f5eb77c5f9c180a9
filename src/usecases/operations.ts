import * as z from 'zod';

import type { Operations } from '../contract/operations.ts';
import { type Quarter, isQuarter } from '../icp/quarter.ts';
import { NO_QUARTER } from '../messages/decisions.ts';
import { clearScorecard } from './scorecard/clear.ts';
import type { Context } from './context.ts';
import { decide } from './decisions/decide.ts';
import { readSlots } from './decisions/read-slots.ts';
import { meetingText } from './meeting/meeting-text.ts';
import { discardDraft } from './drafts/discard-draft.ts';
import { DISCARD, Drafts, FIND, KEEP, User } from './drafts/draft-inputs.ts';
import { findDrafts } from './drafts/find-drafts.ts';
import { countFact, gatherFacts } from './facts/gather-facts.ts';
import { readFactSources } from './facts/read-fact-sources.ts';
import { setContactRole } from './facts/set-contact-role.ts';
import { testFactSources } from './facts/test-fact-sources.ts';
import { readHistory } from './history/read-history.ts';
import { undoSave } from './history/undo-save.ts';
import { CONTACT_ROLES } from '../icp/crm-facts.ts';
import { keepDraft } from './drafts/keep-draft.ts';
import { loadScorecard } from './scorecard/load.ts';
import { CompanyId, Person, Type } from './inputs.ts';
import { pauseJob, readJobs, resumeJob, startRejudging } from './jobs/rejudging-jobs.ts';
import * as policyInput from './policy/inputs.ts';
import { loadPolicy } from './policy/load-policy.ts';
import { discardProfileDraft, saveProfileDraft } from './policy/profile-drafts.ts';
import { publishProfile, rollBackProfile } from './policy/publish.ts';
import { discardSettingsDraft, publishSettings, saveSettingsDraft } from './policy/settings.ts';
import { showProfileOf } from './policy/show-profile.ts';
import { readPortfolio } from './policy/read-portfolio.ts';
import { readPeople } from './policy/read-people.ts';
import { rejudgeScorecard } from './policy/rejudge.ts';
import { saveScorecard } from './scorecard/save.ts';
import { applyTriage } from './triage/apply-triage.ts';
import * as triageInput from './triage/inputs.ts';
import { previewTriage } from './triage/preview-triage.ts';
import { triageChoices } from './triage/triage-choices.ts';

const Change = z.strictObject({ seen: z.unknown(), value: z.unknown() }, 'give {seen, value}');
const Version = z.string('name the version of a profile').max(100);
const NO_FIELD = '__proto__';
/** Zod drops a key of this name silently. */
const Changes = z
  .unknown()
  .refine(
    (changes) => typeof changes !== 'object' || changes === null || !Object.hasOwn(changes, NO_FIELD),
    `${NO_FIELD} is no field`,
  )
  .pipe(z.record(z.string().max(100), Change, 'give {field: {seen, value}}'));
const DecisionChanges = z.strictObject(
  {
    decision: Change,
    decision_quarter: Change,
    decision_reason: Change,
    ask_again_on: Change,
    decided_at: Change,
  },
  'give each field of the decision as {seen, value}',
);
const QuarterName = z.custom<Quarter>(isQuarter, NO_QUARTER);
const Reviewed = z.literal(true, 'give true for the yearly review, or leave it out').optional();
const ROLES = CONTACT_ROLES.map(({ key }) => key);
const INPUT = 'give an object with companyId';

/**
 * What a repeat of a call does. `once`: it must not be carried out again, since it would add something, or answer otherwise:
 * a save tells what it has written over. Left out: it reads, or leaves the same values and says the same.
 */
type Acts = 'once';

/** How one operation is answered: by which schema its input is read, and which use case runs. */
export interface Operation<Input, Answer> {
  acts?: Acts;
  schema: z.ZodType<Input>;
  run: (context: Context, input: Input) => Answer | Promise<Answer>;
}

type Run<Name extends keyof Operations> = (
  context: Context,
  input: Operations[Name]['input'],
) => Operations[Name]['answer'] | Promise<Operations[Name]['answer']>;

/** What a door may be asked for: the contract's operations, each with the schema of its input. */
export const OPERATIONS = {
  'load-scorecard': operation(
    z.strictObject({ companyId: CompanyId, user: User.optional() }, INPUT),
    loadScorecard,
  ),
  'save-scorecard': operation(
    z.strictObject(
      { companyId: CompanyId, changes: Changes, by: Person, reviewed: Reviewed, drafts: Drafts.optional() },
      INPUT,
    ),
    saveScorecard,
    'once',
  ),
  'rejudge-scorecard': operation(
    z.strictObject({ companyId: CompanyId, by: Person, to: Version }, INPUT),
    (context, request) => rejudgeScorecard(context, request),
    'once',
  ),
  'read-portfolio': operation(
    z.strictObject({ type: Type, after: CompanyId.optional() }, 'give an object with type'),
    readPortfolio,
  ),
  'clear-scorecard': operation(
    z.strictObject({ companyId: CompanyId, by: Person, drafts: Drafts.optional() }, INPUT),
    clearScorecard,
    'once',
  ),
  decide: operation(
    z.strictObject(
      { companyId: CompanyId, changes: DecisionChanges, basis: z.string().max(500), by: Person },
      INPUT,
    ),
    (context, request) => decide(context, request),
    'once',
  ),
  'read-slots': operation(
    z.strictObject(
      { companyId: CompanyId, quarter: QuarterName, decided: z.iso.datetime().optional() },
      INPUT,
    ),
    (context, { companyId, quarter, decided }) =>
      readSlots(context, {
        quarter,
        ...(decided !== undefined && { decided: { companyId, at: decided } }),
      }),
  ),
  'meeting-page': operation(z.strictObject({ companyId: CompanyId }, INPUT), meetingText),
  'gather-facts': operation(z.strictObject({ companyId: CompanyId }, INPUT), gatherFacts),
  'count-fact': operation(
    z.strictObject({ companyId: CompanyId, fact: z.enum(['shared-customers', 'companies-asking']) }, INPUT),
    countFact,
  ),
  'set-contact-role': operation(
    z.strictObject(
      { companyId: CompanyId, contactId: CompanyId, role: z.enum(ROLES), isSet: z.boolean() },
      INPUT,
    ),
    setContactRole,
    'once',
  ),
  'read-history': operation(z.strictObject({ companyId: CompanyId }, INPUT), readHistory),
  'undo-save': operation(
    z.strictObject(
      { companyId: CompanyId, save: z.string().max(300), by: Person, drafts: Drafts.optional() },
      INPUT,
    ),
    undoSave,
    'once',
  ),
  'read-fact-sources': operation(policyInput.LoadPolicy, readFactSources),
  'test-fact-sources': operation(policyInput.TestFactSources, testFactSources),
  'keep-draft': operation(z.strictObject({ companyId: CompanyId, by: Person, ...KEEP }, INPUT), keepDraft),
  'discard-draft': operation(z.strictObject({ companyId: CompanyId, ...DISCARD }, INPUT), discardDraft),
  'find-drafts': operation(z.strictObject({ companyId: CompanyId, ...FIND }, INPUT), findDrafts),
  'show-profile': operation(policyInput.ShowProfile, showProfileOf),
  'load-policy': operation(policyInput.LoadPolicy, loadPolicy),
  'save-profile-draft': operation(policyInput.SaveProfileDraft, saveProfileDraft, 'once'),
  'discard-profile-draft': operation(policyInput.DiscardProfileDraft, discardProfileDraft),
  'publish-profile': operation(policyInput.PublishProfile, publishProfile, 'once'),
  'roll-back-profile': operation(policyInput.RollBackProfile, rollBackProfile, 'once'),
  'save-settings-draft': operation(policyInput.SaveSettingsDraft, saveSettingsDraft, 'once'),
  'discard-settings-draft': operation(policyInput.DiscardSettingsDraft, discardSettingsDraft),
  'publish-settings': operation(policyInput.PublishSettings, publishSettings, 'once'),
  'read-people': operation(policyInput.LoadPolicy, readPeople),
  'start-rejudging': operation(policyInput.OfJob, startRejudging),
  'read-jobs': operation(policyInput.LoadPolicy, readJobs),
  'pause-job': operation(policyInput.OfJob, pauseJob),
  'resume-job': operation(policyInput.OfJob, resumeJob),
  'triage-choices': operation(triageInput.Choices, triageChoices),
  'preview-triage': operation(triageInput.Preview, previewTriage),
  'apply-triage': operation(triageInput.Apply, applyTriage, 'once'),
} satisfies { [Name in keyof Operations]: { run: Run<Name> } };

/** Whether there is an operation of this name. */
export function isOperation(name: unknown): name is keyof Operations {
  return Object.keys(OPERATIONS).some((known) => known === name);
}

/** Whether a repeat of a call with the same request id is answered as before, and not carried out. */
export function actsOnce(name: keyof Operations): boolean {
  return OPERATIONS[name].acts === 'once';
}

function operation<Input, Answer>(
  schema: z.ZodType<Input>,
  run: Operation<Input, Answer>['run'],
  acts?: Acts,
): Operation<Input, Answer> {
  return { schema, run, ...(acts && { acts }) };
}
