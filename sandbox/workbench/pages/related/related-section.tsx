import { useId, type ReactNode } from 'react';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { Table, TableBody, TableHead, TableHeader, TableRow } from '../../components/table.tsx';
import type { Remote } from '../remote-state.ts';

interface SectionProps<T> {
  title: string;
  /** What the section holds, in the middle of a sentence. */
  noun: string;
  remote: Remote<T>;
  reload: () => Promise<void>;
  columns: readonly string[];
  /** Rows of the table; none when nothing is associated. */
  rowsOf: (value: T) => ReactNode[];
}

/** One kind of record: its table, or why there is none. */
export function RelatedSection<T>({ title, noun, remote, reload, columns, rowsOf }: SectionProps<T>) {
  const headingId = useId();
  const rows = remote.state === 'success' ? rowsOf(remote.value) : [];
  return (
    <section className="page-related" aria-labelledby={headingId}>
      <h2 id={headingId}>
        {title} {remote.state === 'success' && <span className="page-quiet">{rows.length}</span>}
      </h2>
      {remote.state === 'loading' && <LoadingSpinner label={`Loading ${noun}`} showLabel />}
      {remote.state === 'error' && (
        <ErrorState title={`The ${noun} could not be read`}>
          <p>{remote.message}</p>
          <button type="button" className="ui-button is-secondary is-sm" onClick={() => void reload()}>
            Try again
          </button>
        </ErrorState>
      )}
      {remote.state === 'success' && rows.length === 0 && <p className="page-quiet">No {noun} yet</p>}
      {rows.length > 0 && (
        <div className="page-list">
          <Table bordered flush>
            <TableHead>
              <TableRow>
                {columns.map((column) => (
                  <TableHeader key={column}>{column}</TableHeader>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>{rows}</TableBody>
          </Table>
        </div>
      )}
    </section>
  );
}

/** A cell. Narrow screens show the label beside the value and hide empty cells. */
export function Cell({ label, children }: { label: string; children: ReactNode }) {
  return <td data-label={label}>{children === '' ? <span className="page-quiet">–</span> : children}</td>;
}
