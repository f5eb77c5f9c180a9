import type { PlacedCard } from '../../host/settings.ts';
import { PAGE_BOX } from './choice-box.tsx';
import type { Chosen } from './use-chosen.ts';

interface BulkBarProps {
  actions: readonly PlacedCard[];
  chosen: Chosen;
  /** Ids of all companies of the list, on all its pages. */
  found: readonly string[];
  open: (action: PlacedCard) => void;
}

/** What can be done with the chosen companies. */
export function BulkBar({ actions, chosen, found, open }: BulkBarProps) {
  const { ids } = chosen;
  const clear = () => {
    chosen.clear();
    // the bar goes, and with it the button that has the focus
    document.getElementById(PAGE_BOX)?.focus();
  };
  return (
    <div className="page-bulk" role="group" aria-label="Selected companies">
      <p role="status">{ids.length === 1 ? '1 company selected' : `${ids.length} companies selected`}</p>
      {actions.map((action) => (
        <button
          key={action.id}
          type="button"
          className="ui-button is-primary is-sm"
          aria-haspopup="dialog"
          onClick={() => open(action)}
        >
          {action.title}
        </button>
      ))}
      {ids.length < found.length && (
        <button
          type="button"
          className="ui-button is-transparent is-sm"
          onClick={() => chosen.choose(found, true)}
        >
          {`Select all ${found.length}`}
        </button>
      )}
      <button type="button" className="ui-button is-transparent is-sm" onClick={clear}>
        Clear selection
      </button>
    </div>
  );
}
