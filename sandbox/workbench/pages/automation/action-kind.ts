import { type Action, NO_ACTION } from './automation.ts';

export const ACTION_KINDS = [
  { value: 'task', label: 'Create a task for the owner' },
  { value: 'set', label: 'Set a property' },
  { value: 'call', label: 'Call a custom action of an app' },
] as const;

export function actionKindOf(then: Action): string {
  if ('createTask' in then) return 'task';
  return 'setProperty' in then ? 'set' : 'call';
}

export function emptyAction(kind: string): Action {
  if (kind === 'call') return { callAction: NO_ACTION };
  return kind === 'set' ? { setProperty: { property: '', value: '' } } : { createTask: { subject: '' } };
}
