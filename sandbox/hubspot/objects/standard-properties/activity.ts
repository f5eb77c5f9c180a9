import type { PropertySeed } from '../../properties/property-definition.ts';
import { seedsOf } from '../../properties/seed-property.ts';

const task = seedsOf('task');
const note = seedsOf('note');

const TASK_STATUSES = [
  ['NOT_STARTED', 'Not started'],
  ['IN_PROGRESS', 'In progress'],
  ['WAITING', 'Waiting'],
  ['DEFERRED', 'Deferred'],
  ['COMPLETED', 'Completed'],
] as const;

const TASK_PRIORITIES = [
  ['NONE', 'None'],
  ['LOW', 'Low'],
  ['MEDIUM', 'Medium'],
  ['HIGH', 'High'],
] as const;

const TASK_TYPES = [
  ['TODO', 'To-do'],
  ['CALL', 'Call'],
  ['EMAIL', 'Email'],
] as const;

/** `hs_timestamp` is the due date of a task. */
export const TASK_SEED: readonly PropertySeed[] = [
  task.plain('hs_timestamp', 'Due date', 'datetime'),
  task.plain('hs_task_subject', 'Task Title'),
  { ...task.long('hs_task_body', 'Task Notes'), fieldType: 'html' },
  task.choice('hs_task_status', 'Task Status', TASK_STATUSES),
  task.choice('hs_task_priority', 'Priority', TASK_PRIORITIES),
  task.choice('hs_task_type', 'Task Type', TASK_TYPES),
  task.plain('hs_task_reminders', 'Reminders'),
  task.owner('Assigned to'),
];

/** `hs_timestamp` is when a note was taken. */
export const NOTE_SEED: readonly PropertySeed[] = [
  note.plain('hs_timestamp', 'Activity date', 'datetime'),
  { ...note.long('hs_note_body', 'Note body'), fieldType: 'html' },
  note.plain('hs_attachment_ids', 'Attached file IDs'),
  note.owner('Activity assigned to'),
];
