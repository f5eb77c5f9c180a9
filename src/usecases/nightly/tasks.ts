import { isForbidden } from '../../crm/client/errors.ts';
import { textOf } from '../../crm/company-record.ts';
import {
  type NewTask,
  callsForSubjects,
  makeTasks,
  newestTasksOf,
  ownersOf,
  subjectsOf,
} from '../../crm/tasks.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { decisionLabel, isDecision } from '../../icp/decision.ts';
import { isDay } from '../../icp/field-values.ts';
import { recheckDue } from '../../icp/recheck.ts';
import { isOverdue } from '../../icp/review.ts';
import {
  TASK_UNKNOWN,
  askAgainBody,
  askAgainSubject,
  recheckBody,
  recheckSubject,
  reviewBody,
  reviewSubject,
} from '../../messages/nightly.ts';
import { today } from '../context.ts';
import type { Plan } from '../scorecard/plan-save.ts';
import { rechecksOf } from '../scorecard/recheck-trail.ts';
import { companyNameOf, nameWithId } from '../names.ts';
import { timeOn } from '../time-on.ts';
import type { NightlyRun } from './nightly-run.ts';
import { tally } from './report.ts';

/** Beside reading subjects: associations, owners, the tasks themselves. */
const CALLS_FOR_TASKS = 4;

/**
 * Makes a task for each company whose yearly review is overdue, for each whose evidence is to be looked at again, and for
 * each that is to be asked again: one per company and day, also where somebody has completed it. The owner of the company
 * gets it. A partner is asked again from the day itself on; a review and old evidence are overdue on the day after theirs.
 *
 * What HubSpot does not allow is noted, and stops nothing else.
 */
export async function makeDueTasks(run: NightlyRun, plans: readonly Plan[]): Promise<void> {
  const { counts, context } = run;
  if (!run.makesTasks || counts.tasksRefused !== null) return;
  const wanted = plans.flatMap((plan) => tasksFor(plan, run));
  if (wanted.length === 0) return;
  try {
    const missing = await withoutThoseThere(run, wanted);
    if (missing.length === 0) return;
    const owners = await ownersOf(
      context.crm,
      missing.map(({ companyId }) => companyId),
    );
    const owned = missing.map((task) => ({ ...task, ownerId: owners.get(task.companyId) ?? null }));
    const first = await makeTasks(context.crm, owned);
    // HubSpot may refuse an owner who has left: then it is a task of nobody
    const ownerless = first.refused.flatMap(({ task }) =>
      task.ownerId === null ? [] : [{ ...task, ownerId: null }],
    );
    const second = await makeTasks(context.crm, ownerless);
    counts.tasks += first.made.length + second.made.length;
    const refused = [...first.refused.filter(({ task }) => task.ownerId === null), ...second.refused];
    const names = new Map(plans.map(({ judgement: { record } }) => [record.id, companyNameOf(record)]));
    const note = ({ companyId }: NewTask, reason: string) =>
      tally(counts, 'task-refused', `${nameWithId(names.get(companyId) ?? '', companyId)}: ${reason}`);
    for (const { task, error } of refused) note(task, error.message);
    for (const task of [...first.unknown, ...second.unknown]) note(task, TASK_UNKNOWN);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    counts.tasksRefused = error.message;
  }
}

function tasksFor({ patch, judgement }: Plan, { context }: NightlyRun): NewTask[] {
  const { record, state } = judgement;
  if (state !== 'judged') return [];
  const { texts } = record;
  const day = today(context);
  const taskFor = (due: string, subject: string, body: string): NewTask => ({
    ...{ companyId: record.id, subject, body, ownerId: null },
    dueAt: timeOn(due, record.zone),
  });
  const tasks: NewTask[] = [];
  const review = patch['review_due'] ?? texts['review_due'] ?? '';
  if (review !== '' && isOverdue(review, day)) {
    const words = dayInWords(review);
    tasks.push(taskFor(review, reviewSubject(words), reviewBody(words)));
  }
  const aging = rechecksOf(judgement, {}, context) ?? [];
  const recheck = recheckDue(aging);
  if (recheck !== null && isOverdue(recheck, day)) {
    const old = aging.filter(({ due }) => isOverdue(due, day));
    const body = recheckBody(old.map(({ what, sentence }) => `${what}: ${sentence}`).join(' '));
    tasks.push(taskFor(recheck, recheckSubject(dayInWords(recheck)), body));
  }
  const askOn = textOf(texts, 'ask_again_on') ?? '';
  if (isDay(askOn) && askOn <= day) {
    const [name, words] = [companyNameOf(record), dayInWords(askOn)];
    const [decision, reason] = [textOf(texts, 'decision') ?? '', textOf(texts, 'decision_reason') ?? ''];
    const was = isDecision(decision) ? decisionLabel(decision) : null;
    tasks.push(taskFor(askOn, askAgainSubject(name, words), askAgainBody(name, words, was, reason)));
  }
  return tasks;
}

/** The tasks that the companies do not have yet. Those for which there are no calls left are counted, and left out. */
async function withoutThoseThere(run: NightlyRun, wanted: readonly NewTask[]): Promise<NewTask[]> {
  const { context, counts } = run;
  const companies = [...new Set(wanted.map(({ companyId }) => companyId))];
  const isTaken = (calls: number) => !run.mayCall(calls + CALLS_FOR_TASKS);
  const tasks = isTaken(1) ? new Map<string, string[]>() : await newestTasksOf(context.crm, companies);
  const ids = [...tasks.values()].flat();
  if (isTaken(1) || isTaken(callsForSubjects(ids.length))) {
    counts.tasksLeft += wanted.length;
    return [];
  }
  const subjects = await subjectsOf(context.crm, ids);
  return wanted.filter(
    ({ companyId, subject }) => tasks.get(companyId)?.every((id) => subjects.get(id) !== subject) ?? false,
  );
}
