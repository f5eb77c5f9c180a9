import { Checkbox, MultiSelect } from '@hubspot/ui-extensions';

import type { ScorecardHistory } from '../../../src/contract/history.ts';

import { Pair } from '../../common/layout.tsx';
import { kindsToChoose } from '../state/history-filter.ts';
import type { HistoryState } from '../state/history-state.ts';
import type { Session } from '../state/session.ts';

interface HistoryFiltersProps {
  history: ScorecardHistory;
  choice: HistoryState;
  session: Session;
}

/** Which entries are shown. One entry needs no choice. */
export function HistoryFilters({ history, choice, session }: HistoryFiltersProps) {
  const lanes = history.entries.filter(({ lane }) => lane !== null).length;
  if (history.entries.length < 2) return null;
  const { chosen, isLaneOnly } = choice;
  const kinds = kindsToChoose(history, choice);
  return (
    <Pair>
      <MultiSelect
        name="history_kinds"
        label="What was done"
        placeholder="Everything"
        options={kinds.map(({ key, label, count }) => ({ value: key, label: `${label} (${count})` }))}
        value={[...chosen]}
        onChange={(keys) =>
          session.chooseKinds(kinds.map(({ key }) => key).filter((key) => keys.includes(key)))
        }
      />
      <Checkbox name="history_lanes" checked={isLaneOnly} size="sm" onChange={session.chooseLaneOnly}>
        {`Lane changes only (${lanes})`}
      </Checkbox>
    </Pair>
  );
}
