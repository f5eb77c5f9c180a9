import * as z from 'zod';

import { LINK_BATCH, readLinks } from './association-links.ts';
import { batches, sendBatches } from './client/batches.ts';
import { bisectBatch } from './client/bisect-batch.ts';
import { ErrorBody } from './client/error-body.ts';
import { CrmError } from './client/errors.ts';
import { nextPage } from './client/paging.ts';
import { refusalInBatch } from './client/refusals.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';
import { readCompanies } from './many-companies.ts';

/** A task that somebody is to do for a company. */
export interface NewTask {
  companyId: string;
  /** What it is known by again, beside the company. */
  subject: string;
  /** Plain text. Its line breaks stay. */
  body: string;
  /** ISO 8601. */
  dueAt: string;
  /** Of HubSpot's owner; null for a task of nobody. */
  ownerId: string | null;
}

/** What became of tasks. Each is in exactly one of these. */
export interface MadeTasks {
  made: NewTask[];
  refused: { task: NewTask; error: CrmError }[];
  /** The response was lost: a later look at the company shows whether it is there. */
  unknown: NewTask[];
}

const TASKS = `/crm/objects/${API_VERSION}/tasks`;

/** The most tasks that HubSpot reads or makes in one call. */
const BATCH = 100;

/** More pages than the tasks of any company fill. */
const PAGES = 20;

/** A task is looked for among so many of the newest of its company. */
export const NEWEST = 100;

/** The association of a task with a company. Source: HubSpot, association type ids. */
const TO_COMPANY = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 192 };

/**
 * The ids of the newest tasks of companies, by company. They come from associations: HubSpot's search lags behind writes,
 * and would miss the tasks of a run right before. A company whose associations HubSpot failed to read is absent.
 *
 * @throws CrmError
 */
export async function newestTasksOf(crm: Crm, companyIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(companyIds.map((id) => [id, []]));
  let asked: readonly { id: string; after?: string }[] = companyIds.map((id) => ({ id }));
  for (let page = 0; page < PAGES && asked.length > 0; page += 1) {
    const more: { id: string; after: string }[] = [];
    for (const inputs of batches(asked, LINK_BATCH)) {
      const { results, errors } = await readLinks(crm, 'companies/tasks', inputs);
      for (const { subCategory, context } of errors ?? [])
        if (subCategory !== NO_TASKS) for (const id of context?.fromObjectId ?? []) found.delete(id);
      for (const { from, to, paging } of results) {
        found.get(from.id)?.push(...to.map(({ toObjectId }) => toObjectId));
        const after = nextPage(paging);
        if (after !== undefined) more.push({ id: from.id, after });
      }
    }
    asked = more;
  }
  // ids ascend with time
  return new Map([...found].map(([id, tasks]) => [id, newestFirst(tasks).slice(0, NEWEST)]));
}

const NO_TASKS = 'crm.associations.NO_ASSOCIATIONS_FOUND';

function newestFirst(ids: readonly string[]): string[] {
  return [...ids].sort((one, other) => other.length - one.length || (one < other ? 1 : -1));
}

const Task = z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullish()) });

/** How many calls `subjectsOf` takes for so many tasks. */
export function callsForSubjects(tasks: number): number {
  return Math.ceil(tasks / BATCH);
}

/** The subjects of tasks, by id, whatever their status. Those that are gone are absent. @throws CrmError */
export function subjectsOf(crm: Crm, taskIds: readonly string[]): Promise<Map<string, string>> {
  return textsOf(crm, taskIds, 'hs_task_subject');
}

/** The bodies of tasks, HTML, as `subjectsOf`. @throws CrmError */
export function bodiesOf(crm: Crm, taskIds: readonly string[]): Promise<Map<string, string>> {
  return textsOf(crm, taskIds, 'hs_task_body');
}

async function textsOf(crm: Crm, taskIds: readonly string[], property: string): Promise<Map<string, string>> {
  const { answered } = await sendBatches(
    crm,
    taskIds.map((id) => ({ id })),
    BATCH,
    {
      path: `${TASKS}/batch/read`,
      rest: { properties: [property] },
      repeat: 'reads',
      output: Task,
      idsOf: ({ id }) => [id],
    },
  );
  return new Map([...answered].map(([id, { properties }]) => [id, properties[property] ?? '']));
}

/** The owners of companies, by company. One without an owner is absent. @throws CrmError */
export async function ownersOf(crm: Crm, companyIds: readonly string[]): Promise<Map<string, string>> {
  const { found } = await readCompanies(crm, companyIds, ['hubspot_owner_id']);
  const owners = new Map<string, string>();
  for (const [id, { properties }] of found) {
    const owner = properties['hubspot_owner_id'] ?? '';
    if (owner !== '') owners.set(id, owner);
  }
  return owners;
}

const Made = z.object({
  results: z.array(z.object({ objectWriteTraceId: z.string().nullish() })),
  errors: z.array(ErrorBody).nullish(),
});

/**
 * Makes tasks. HubSpot refuses a whole batch for one bad task, so a refused batch is sent again in halves.
 *
 * @throws CrmError when the failure is not about single tasks
 */
export async function makeTasks(crm: Crm, tasks: readonly NewTask[]): Promise<MadeTasks> {
  const all: MadeTasks = { made: [], refused: [], unknown: [] };
  for (const some of batches(tasks, BATCH)) {
    const open = new Set(some);
    const refuse = (task: NewTask, error: CrmError) => {
      if (open.delete(task)) all.refused.push({ task, error });
    };
    const send = async (inputs: readonly NewTask[]) => {
      const body = { inputs: inputs.map((task, index) => inputOf(task, String(index))) };
      const request = { method: 'POST', path: `${TASKS}/batch/create`, body } as const;
      const { results, errors } = await read(crm, request, Made, 'list of new tasks');
      const named = (trace: string | null | undefined) => inputs[Number(trace ?? Number.NaN)];
      for (const error of errors ?? [])
        for (const trace of error.context?.['objectWriteTraceId'] ?? []) {
          const task = named(trace);
          if (task !== undefined) refuse(task, refusalInBatch(error, true));
        }
      for (const { objectWriteTraceId } of results) {
        const task = named(objectWriteTraceId);
        if (task !== undefined && open.delete(task)) all.made.push(task);
      }
    };
    try {
      for (const { input, error } of await bisectBatch(some, send)) refuse(input, error);
    } catch (error) {
      if (!(error instanceof CrmError && error.code === 'unknown-outcome')) throw error;
    }
    all.unknown.push(...open);
  }
  return all;
}

function inputOf({ companyId, subject, body, dueAt, ownerId }: NewTask, objectWriteTraceId: string) {
  return {
    objectWriteTraceId,
    properties: {
      hs_timestamp: dueAt,
      hs_task_subject: subject,
      hs_task_body: htmlOf(body),
      hs_task_status: 'NOT_STARTED',
      hs_task_type: 'TODO',
      ...(ownerId !== null && { hubspot_owner_id: ownerId }),
    },
    associations: [{ to: { id: companyId }, types: [TO_COMPANY] }],
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** HubSpot keeps bodies as HTML, and people write what they like. */
function htmlOf(text: string): string {
  return text.replaceAll(/[<>&]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll(/\r\n|[\r\n]/g, '<br>');
}
