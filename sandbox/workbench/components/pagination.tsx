import type { TablePaginatedProps } from '@hubspot/ui-extensions';
import { useState } from 'react';

/** At most `size` page numbers around the current one. */
function pagesAround(page: number, count: number, size: number): number[] {
  const first = Math.max(1, Math.min(page - Math.floor(size / 2), count - size + 1));
  return Array.from({ length: Math.min(size, count) }, (_, index) => first + index);
}

interface PaginationProps extends Omit<TablePaginatedProps, 'children'> {
  /** Another where two paged lists may be on the page at once: landmarks need names of their own. */
  label?: string;
}

export function Pagination({ label = 'Pages of the table', ...props }: PaginationProps) {
  const { pageCount, showButtonLabels = true, showFirstLastButtons, maxVisiblePageButtons = 5 } = props;
  const [turned, setTurned] = useState(1);
  const page = props.page ?? turned;
  const turn = (where: string, sign: string, to: number, disabled: boolean) => (
    <button type="button" aria-label={`${where} page`} disabled={disabled} onClick={() => go(to)}>
      {showButtonLabels ? where : sign}
    </button>
  );
  const go = (to: number) => {
    setTurned(to);
    props.onPageChange(to);
  };
  return (
    <nav className="ui-pagination" aria-label={label}>
      {showFirstLastButtons && turn('First', '«', 1, page <= 1)}
      {turn('Previous', '‹', page - 1, page <= 1)}
      {pagesAround(page, pageCount, maxVisiblePageButtons).map((each) => (
        <button
          key={each}
          type="button"
          aria-label={`Page ${each}`}
          aria-current={each === page ? 'page' : undefined}
          onClick={() => go(each)}
        >
          {each}
        </button>
      ))}
      {turn('Next', '›', page + 1, page >= pageCount)}
      {showFirstLastButtons && turn('Last', '»', pageCount, page >= pageCount)}
    </nav>
  );
}
