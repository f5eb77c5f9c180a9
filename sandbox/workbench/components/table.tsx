import type {
  AlignmentProps,
  SortedTableHeaderProps,
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TableProps,
  WidthProps,
} from '@hubspot/ui-extensions';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { classNames } from './class-names.ts';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { Pagination } from './pagination.tsx';

/** A frame that scrolls is focusable; one that does not adds no Tab stop. */
function useOverflow() {
  const frame = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const attributes = overflows
    ? { tabIndex: 0, role: 'region', 'aria-label': 'Table that scrolls sideways' }
    : {};
  return { frame, attributes };
}

export function Table(props: TableProps) {
  const { bordered = true, flush, density = 'default', children } = props;
  const { frame, attributes } = useOverflow();
  return (
    <div className={classNames('ui-table-frame', flush && 'is-flush')}>
      <div className="ui-table-scroll" ref={frame} {...attributes}>
        <table className={classNames('ui-table', `is-${density}`, bordered && 'is-bordered')}>
          {children}
        </table>
      </div>
      {props.paginated && <Pagination {...props} />}
    </div>
  );
}

const WIDTH = { min: '1%', max: '100%', auto: 'auto' };

function styleOf({ align, width }: AlignmentProps & WidthProps): CSSProperties {
  return {
    textAlign: align,
    width: typeof width === 'string' ? WIDTH[width] : width,
    whiteSpace: width === 'min' ? 'nowrap' : undefined,
  };
}

function isSorted(props: TableHeaderProps): props is SortedTableHeaderProps {
  return props.sortDirection !== undefined && props.sortDirection !== 'never';
}

const ARROWS = { ascending: ChevronUp, descending: ChevronDown, none: Ellipsis };

export function TableHeader(props: TableHeaderProps) {
  const { children } = props;
  const style = styleOf(props);
  if (!isSorted(props))
    return (
      <th scope="col" style={style}>
        {children}
      </th>
    );
  const { sortDirection } = props;
  const Arrow = ARROWS[sortDirection];
  const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" style={style} aria-sort={sortDirection}>
      <button
        type="button"
        className="ui-sort"
        disabled={props.disabled}
        onClick={() => props.onSortChange(next)}
      >
        {children}
        <Arrow />
      </button>
    </th>
  );
}

export function TableCell({ children, colSpan, ...rest }: TableCellProps) {
  return (
    <td colSpan={colSpan} style={styleOf(rest)}>
      {children}
    </td>
  );
}

export function TableHead({ children }: TableElementProps) {
  return <thead>{children}</thead>;
}

export function TableBody({ children }: TableElementProps) {
  return <tbody>{children}</tbody>;
}

export function TableFooter({ children }: TableElementProps) {
  return <tfoot>{children}</tfoot>;
}

export function TableRow({ children }: TableElementProps) {
  return <tr>{children}</tr>;
}
