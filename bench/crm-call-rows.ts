import { install } from '../src/usecases/install/install.ts';
import { loadScorecard } from '../src/usecases/scorecard/load.ts';
import { uninstall } from '../src/usecases/install/uninstall.ts';
import { saveScorecard } from '../src/usecases/scorecard/save.ts';
import { workflowTool } from '../test/worked-example.ts';
import { type BuiltApp, createCompany } from './bench-app.ts';
import { type Row, atMostRow } from './row.ts';

/** Scores a new company as the guide's first candidate: 430 points. @returns its id */
export async function scoreCompany(app: BuiltApp, name: string): Promise<string> {
  const companyId = await createCompany(app, name);
  await saveScorecard(app.context, { companyId, changes: changesTo(workflowTool), by: 'bench@example.com' });
  return companyId;
}

/** Counted in the journal of the sandbox, which has every call that arrived. */
export async function crmCallRows(app: BuiltApp): Promise<Row[]> {
  const { context, crm } = app;
  const companyId = await createCompany(app, 'Counted calls');
  const changes = changesTo(workflowTool);
  const save = () => saveScorecard(context, { companyId, changes, by: 'bench@example.com' });
  const callsOf = async (work: () => Promise<unknown>) => {
    crm.journal.clear();
    await work();
    return crm.journal.entries().length;
  };
  const installAll = () => install(context, { extent: 'portal' });
  // Starts from an empty portal, so what the bench installed is removed first.
  await uninstall(context, { deleteValues: true });
  const fromEmpty = await callsOf(installAll);
  const again = await callsOf(installAll);
  // the names of owners are read once in five minutes
  await loadScorecard(context, { companyId });
  return [
    atMostRow('install from empty', fromEmpty, 'CRM calls', 24),
    atMostRow('install, nothing to do', again, 'CRM calls', 12),
    atMostRow('save', await callsOf(save), 'CRM calls', 3),
    atMostRow('save, nothing changed', await callsOf(save), 'CRM calls', 1),
    atMostRow('load', await callsOf(() => loadScorecard(context, { companyId })), 'CRM calls', 1),
  ];
}

function changesTo(ratings: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(ratings).map(([field, value]) => [field, { seen: null, value }]));
}
