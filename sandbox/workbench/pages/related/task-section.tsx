import type { AddAlertAction } from '@hubspot/ui-extensions';
import { StatusTag } from '../../components/tags.tsx';
import { useSignedIn } from '../session.tsx';
import { dayText, valueText } from '../portal.ts';
import { RelatedItem, RelatedSection, type SectionOfCompany } from './related-section.tsx';
import { useTasks, type Task, type Tasks } from './use-tasks.ts';

interface ItemProps extends Pick<Tasks, 'definitions'> {
  task: Task;
  change: (task: Task, status: string) => void;
}

function TaskItem({ task, definitions, change }: ItemProps) {
  const { id, subject, status, due, ownerId } = task;
  const isDone = status === 'COMPLETED';
  const textOf = (name: string, value: string) => {
    const property = definitions.get(name);
    return property ? valueText(property, value) : value;
  };
  const facts = [
    ['Status', status && <TaskStatus {...{ isDone }}>{textOf('hs_task_status', status)}</TaskStatus>],
    ['Due', due && dayText(due)],
    ['Owner', ownerId && textOf('hubspot_owner_id', ownerId)],
  ] as const;
  return (
    <RelatedItem title={subject} {...{ facts }}>
      <button
        type="button"
        id={`related-task-${id}`}
        className="ui-button is-secondary is-xs"
        onClick={() => change(task, isDone ? 'NOT_STARTED' : 'COMPLETED')}
      >
        <span>
          {isDone ? 'Reopen' : 'Mark done'}
          <span className="ui-hidden">{`: ${subject}`}</span>
        </span>
      </button>
    </RelatedItem>
  );
}

function TaskStatus({ isDone, children }: { isDone: boolean; children: string }) {
  return <StatusTag variant={isDone ? 'success' : 'default'}>{children}</StatusTag>;
}

export function TaskSection({
  companyId,
  values,
  addAlert,
}: SectionOfCompany & { addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { remote, reload, change, statusOf } = useTasks(ownerId, companyId, addAlert);
  return (
    <RelatedSection
      title="Tasks"
      noun="tasks"
      {...{ remote, reload, values }}
      itemsOf={({ tasks, definitions }) =>
        tasks.map((task) => (
          <TaskItem key={task.id} task={{ ...task, status: statusOf(task) }} {...{ definitions, change }} />
        ))
      }
    />
  );
}
