import type { AddAlertAction } from '@hubspot/ui-extensions';
import { StatusTag } from '../../components/tags.tsx';
import { useSignedIn } from '../session.tsx';
import { dayText, valueText } from '../portal.ts';
import { Cell, RelatedSection } from './related-section.tsx';
import { useTasks, type Task, type Tasks } from './use-tasks.ts';

const COLUMNS = ['Subject', 'Status', 'Due', 'Owner', 'Action'];

interface RowProps extends Pick<Tasks, 'definitions'> {
  task: Task;
  change: (task: Task, status: string) => void;
}

function TaskRow({ task, definitions, change }: RowProps) {
  const { id, subject, status, due, ownerId } = task;
  const isDone = status === 'COMPLETED';
  const textOf = (name: string, value: string) => {
    const property = definitions.get(name);
    return property ? valueText(property, value) : value;
  };
  return (
    <tr>
      <th scope="row">{subject}</th>
      <Cell label="Status">
        {status && (
          <StatusTag variant={isDone ? 'success' : 'default'}>{textOf('hs_task_status', status)}</StatusTag>
        )}
      </Cell>
      <Cell label="Due">{due && dayText(due)}</Cell>
      <Cell label="Owner">{ownerId && textOf('hubspot_owner_id', ownerId)}</Cell>
      <Cell label="Action">
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
      </Cell>
    </tr>
  );
}

export function TaskSection({ companyId, addAlert }: { companyId: string; addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { remote, reload, change, statusOf } = useTasks(ownerId, companyId, addAlert);
  return (
    <RelatedSection
      title="Tasks"
      noun="tasks"
      columns={COLUMNS}
      {...{ remote, reload }}
      rowsOf={({ tasks, definitions }) =>
        tasks.map((task) => (
          <TaskRow key={task.id} task={{ ...task, status: statusOf(task) }} {...{ definitions, change }} />
        ))
      }
    />
  );
}
