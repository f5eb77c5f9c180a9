import { Command } from 'commander';

import type { HistoryEntry, HistoryKind, ScorecardHistory } from '../contract/history.ts';
import { dayInWords } from '../icp/day-in.ts';
import { NO_ENTRIES, NO_ENTRIES_OF_KIND, noSuchKind, undoOnCard } from '../messages/history.ts';
import { HISTORY_KINDS } from '../usecases/history/kinds-of.ts';
import { nameWithId } from '../usecases/names.ts';
import { runOperation } from '../usecases/answer-call.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';
import { badInput } from './typed.ts';

const KINDS = HISTORY_KINDS.map(({ key }) => key).join(', ');

/** `icp history`: who changed what on the scorecard of a company. */
export function historyCommand(run: Run): Command {
  return new Command('history')
    .description('Show who changed what on a scorecard, newest first, and why the lane changed.')
    .argument('<companyId>', 'the id of the company record')
    .option('--kind <kind>', `only entries of one kind: ${KINDS}`)
    .action(async (companyId: string, { json, kind }: JsonOption & { kind?: string }) => {
      const wanted = kind === undefined ? null : typedKind(kind);
      const history = await runOperation('read-history', () => connect(run), { companyId });
      const entries = history.entries.filter(({ kinds }) => wanted === null || kinds.includes(wanted));
      print(run, { ...history, entries }, json, historyLines);
    });
}

/** @throws Refused `invalid-input` */
function typedKind(text: string): HistoryKind {
  const found = HISTORY_KINDS.find(({ key }) => key === text.trim().toLowerCase());
  if (found === undefined) throw badInput('--kind', noSuchKind(KINDS));
  return found.key;
}

function historyLines({ companyName, companyId, entries, end, undo, kinds }: ScorecardHistory): string[] {
  const none = kinds.length === 0 ? NO_ENTRIES : NO_ENTRIES_OF_KIND;
  return [
    nameWithId(companyName, companyId),
    ...(entries.length === 0 ? [none] : entries.flatMap(entryLines)),
    ...(end === '' ? [] : [end]),
    ...(undo === null ? [] : [undoOnCard(undo.by ?? 'somebody', `${dayInWords(undo.on)}, ${undo.time}`)]),
  ];
}

function entryLines({ on, time, who, kinds, title, changes }: HistoryEntry): string[] {
  const labels = HISTORY_KINDS.filter(({ key }) => kinds.includes(key)).map(({ label }) => label);
  return [
    `${dayInWords(on)}, ${time}  ${who}  ${title}  (${labels.join(', ')})`,
    ...changes.map(({ label, text }) => `  ${label}: ${text}`),
  ];
}
