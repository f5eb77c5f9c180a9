import { useEffect, useId, useRef, type ReactNode } from 'react';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import type { PropertyValues } from '../../host/protocol.ts';
import type { Remote } from '../remote-state.ts';

export interface SectionOfCompany {
  companyId: string;
  /** The company's values; a new object after each read shows that something may have been written. */
  values: PropertyValues;
}

interface SectionProps<T> {
  title: string;
  /** What the section holds, in the middle of a sentence. */
  noun: string;
  remote: Remote<T>;
  reload: () => Promise<void>;
  values: PropertyValues;
  /** Items of the list; none when nothing is associated. */
  itemsOf: (value: T) => ReactNode[];
}

/** When associations are read again after a write, in milliseconds: automation acts a moment later. */
const LOOK_AGAIN = [0, 1_000, 3_000];

function useReloadAfterWrites(values: PropertyValues, reload: () => Promise<void>): void {
  const known = useRef(values);
  useEffect(() => {
    if (known.current === values) return;
    known.current = values;
    const timers = LOOK_AGAIN.map((ms) => setTimeout(() => void reload(), ms));
    return () => timers.forEach(clearTimeout);
  }, [values, reload]);
}

/** One kind of associated record, as HubSpot's right column shows it. */
export function RelatedSection<T>({ title, noun, remote, reload, values, itemsOf }: SectionProps<T>) {
  const headingId = useId();
  useReloadAfterWrites(values, reload);
  const items = remote.state === 'success' ? itemsOf(remote.value) : [];
  return (
    <section className="page-card page-related" aria-labelledby={headingId}>
      <h2 className="page-card-title" id={headingId}>
        {title} {remote.state === 'success' && <span className="page-quiet">{items.length}</span>}
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
      {remote.state === 'success' && items.length === 0 && <p className="page-quiet">No {noun} yet</p>}
      {items.length > 0 && <ul>{items}</ul>}
    </section>
  );
}

interface ItemProps {
  title: ReactNode;
  /** Labels with values; those without a value are left out. */
  facts: readonly (readonly [label: string, value: ReactNode])[];
  children?: ReactNode;
}

/** One associated record. */
export function RelatedItem({ title, facts, children }: ItemProps) {
  return (
    <li className="related-item">
      <div className="related-name">{title}</div>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {children}
    </li>
  );
}
