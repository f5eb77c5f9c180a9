import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback, useRef, useState } from 'react';
import type { Property } from '../crm-objects.ts';
import { useRemote } from '../remote-state.ts';
import { definitionsOf, readRelated, setTaskStatus, type RelatedRecord } from './related-crm.ts';

const PROPERTIES = ['hs_task_subject', 'hs_task_status', 'hs_timestamp', 'hubspot_owner_id'];

/** Empty texts where the task has no value. */
export interface Task {
  id: string;
  subject: string;
  status: string;
  due: string;
  ownerId: string;
}

export interface Tasks {
  /** Newest first. */
  tasks: Task[];
  definitions: ReadonlyMap<string, Property>;
}

async function loadTasks(ownerId: string, companyId: string): Promise<Tasks> {
  const [records, definitions] = await Promise.all([
    readRelated(ownerId, companyId, 'tasks', PROPERTIES),
    definitionsOf(ownerId, 'tasks'),
  ]);
  // Ids only grow, so they order tasks of the same time.
  const newestFirst = (a: RelatedRecord, b: RelatedRecord) =>
    Date.parse(b.createdAt) - Date.parse(a.createdAt) || Number(b.id) - Number(a.id);
  return { tasks: records.sort(newestFirst).map(taskOf), definitions };
}

function taskOf({ id, properties }: RelatedRecord): Task {
  return {
    id,
    subject: properties['hs_task_subject'] || `Task ${id}`,
    status: properties['hs_task_status'] ?? '',
    due: properties['hs_timestamp'] ?? '',
    ownerId: properties['hubspot_owner_id'] ?? '',
  };
}

/** `change` shows the task's new status at once, and the one before when the CRM refuses. */
export function useTasks(ownerId: string, companyId: string, addAlert: AddAlertAction) {
  const load = useCallback(() => loadTasks(ownerId, companyId), [ownerId, companyId]);
  const { remote, reload } = useRemote(load);
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const stored = useRef(new Map<string, string>());
  // Changes of one task are sent in order, or an earlier one could arrive last.
  const queue = useRef(new Map<string, Promise<void>>());

  const change = ({ id, subject, status: before }: Task, status: string) => {
    const send = async () => {
      try {
        await setTaskStatus(ownerId, id, status);
        stored.current.set(id, status);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const title = `${subject} was not ${status === 'COMPLETED' ? 'marked done' : 'reopened'}`;
        addAlert({ type: 'danger', title, message });
        setShown((all) => (all.get(id) === status ? withStatus(all, id, stored.current.get(id)) : all));
      }
    };
    if (!stored.current.has(id)) stored.current.set(id, before);
    setShown((all) => withStatus(all, id, status));
    queue.current.set(id, (queue.current.get(id) ?? Promise.resolve()).then(send));
  };
  const statusOf = (task: Task) => shown.get(task.id) ?? task.status;
  return { remote, reload, change, statusOf };
}

function withStatus(all: ReadonlyMap<string, string>, id: string, status = ''): ReadonlyMap<string, string> {
  return new Map(all).set(id, status);
}
