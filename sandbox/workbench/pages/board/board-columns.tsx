import { useLayoutEffect, useRef } from 'react';
import { classNames } from '../../components/class-names.ts';
import type { Board, Stage } from './board-crm.ts';
import { amountText, type Column } from './board-state.ts';
import { DealCard } from './deal-card.tsx';
import type { Carrying } from './use-carry.ts';

interface BoardColumnsProps {
  columns: readonly Column[];
  stages: readonly Stage[];
  properties: Board['properties'];
  partnerType: Board['partnerType'];
  carrying: Carrying;
}

function countText({ deals, sum }: Column): string {
  const count = deals.length === 0 ? 'No deals' : `${deals.length} ${deals.length === 1 ? 'deal' : 'deals'}`;
  return sum === undefined ? count : `${count} · ${amountText(sum)}`;
}

function StageColumn({ column, ...board }: Omit<BoardColumnsProps, 'columns'> & { column: Column }) {
  const { carry, hover, drop } = board.carrying;
  const { id, label } = column.stage;
  const isTarget = carry !== undefined && carry.over === id && id !== '';
  return (
    <section
      id={`stage-${id}`}
      className={classNames('board-column', isTarget && 'is-target')}
      aria-labelledby={`stage-${id}-label`}
      onDragOver={(event) => {
        if (!carry || id === '') return;
        event.preventDefault();
        hover(id);
      }}
      onDrop={(event) => {
        event.preventDefault();
        drop();
      }}
    >
      <div className="board-head">
        <h2 id={`stage-${id}-label`}>{label}</h2>
        <p>{countText(column)}</p>
      </div>
      {column.deals.length > 0 && (
        <ul>
          {column.deals.map((deal) => (
            <DealCard key={deal.id} deal={deal} {...board} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Restores the focus of a card that was drawn anew in another column. */
function useKeptFocus(columns: readonly Column[]) {
  const focused = useRef('');
  useLayoutEffect(() => {
    if (document.activeElement !== document.body || focused.current === '') return;
    document.getElementById(focused.current)?.focus({ preventScroll: true });
  }, [columns]);
  return (id: string) => {
    focused.current = id;
  };
}

export function BoardColumns({ columns, ...board }: BoardColumnsProps) {
  const noteFocus = useKeptFocus(columns);
  return (
    <div
      className="board"
      role="region"
      aria-label="Deals by stage"
      tabIndex={0}
      onFocus={(event) => noteFocus(event.target.id)}
      // a drag must not move the focus to the dragged card
      onDragStart={() => noteFocus('')}
      onBlur={(event) => event.relatedTarget !== null && noteFocus('')}
    >
      {columns.map((column) => (
        <StageColumn key={column.stage.id} column={column} {...board} />
      ))}
    </div>
  );
}
