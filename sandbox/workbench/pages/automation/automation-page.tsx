import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback, useEffect } from 'react';
import { Alert, ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { replaceQuery, useAddress } from '../address.tsx';
import { useRemote } from '../remote-state.ts';
import { useSignedIn } from '../session.tsx';
import {
  deleteRule,
  listCustomActions,
  listDefinitions,
  listRules,
  readLog,
  saveRule,
} from './automation-calls.ts';
import type { Rule } from './automation.ts';
import { LogTable } from './log-table.tsx';
import { RuleList } from './rule-list.tsx';
import type { RuleActions } from './rule-row.tsx';

const REFRESH_MS = 3000;

/** Rules, the definitions that name their values, and the custom actions that they may call. */
function useRules(ownerId: string) {
  const load = useCallback(async () => {
    const [rules, definitions, customActions] = await Promise.all([
      listRules(ownerId),
      listDefinitions(ownerId),
      listCustomActions(ownerId),
    ]);
    return { rules, definitions, customActions };
  }, [ownerId]);
  return useRemote(load);
}

/** The log, read every few seconds while the page is visible. */
function useLog(ownerId: string) {
  const load = useCallback(() => readLog(ownerId), [ownerId]);
  const { remote, reload } = useRemote(load);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return remote;
}

function useActions(ownerId: string, reload: () => Promise<void>, addAlert: AddAlertAction): RuleActions {
  const attempt = async (act: () => Promise<void>, title: string) => {
    try {
      await act();
      await reload();
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      addAlert({ type: 'danger', title, message });
      return false;
    }
  };
  return {
    save: (rule: Rule) => attempt(() => saveRule(ownerId, rule), `${rule.name} was not saved`),
    remove: async (rule: Rule) => {
      await attempt(() => deleteRule(ownerId, rule.id), `${rule.name} was not deleted`);
    },
  };
}

/** The rules and their log. */
export function AutomationPage({ addAlert }: { addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { searchParams } = useAddress();
  const { remote, reload } = useRules(ownerId);
  const log = useLog(ownerId);
  const actions = useActions(ownerId, reload, addAlert);
  return (
    <main className="page-main automation">
      <div className="page-title">
        <h1>Automation</h1>
      </div>
      {remote.state === 'loading' && <LoadingSpinner label="Loading rules" showLabel layout="centered" />}
      {remote.state === 'error' && (
        <ErrorState title="The rules could not be read">
          <p>{remote.message}</p>
          <button type="button" className="ui-button is-secondary is-sm" onClick={() => void reload()}>
            Try again
          </button>
        </ErrorState>
      )}
      {remote.state === 'success' && <RuleList {...remote.value} {...actions} />}
      {log.state === 'error' && (
        <Alert variant="warning" title="The log cannot be read just now">
          {log.message}
        </Alert>
      )}
      {remote.state === 'success' && log.state === 'success' && (
        <LogTable
          log={log.value}
          {...remote.value}
          shown={searchParams.get('rule') ?? ''}
          show={(ruleId) => replaceQuery('rule', ruleId)}
        />
      )}
    </main>
  );
}
