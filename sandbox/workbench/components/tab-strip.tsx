import { useEffect, useRef, type KeyboardEvent } from 'react';

export interface StripTab<Id extends string | number> {
  id: Id;
  title: string | undefined;
  disabled?: boolean;
  tooltip?: string | undefined;
}

interface TabStripProps<Id extends string | number> {
  /** Stem of the element ids: `<base>-<id>-tab` here, `<base>-<id>-panel` at the panel. */
  base: string;
  label?: string;
  tabs: StripTab<Id>[];
  current: Id | undefined;
  pick: (id: Id) => void;
}

/** The row of tabs: one stop for the Tab key, arrows, Home and End between them. */
export function TabStrip<Id extends string | number>({
  base,
  label,
  tabs,
  current,
  pick,
}: TabStripProps<Id>) {
  const strip = useRef<HTMLDivElement>(null);
  // Scrolls the current tab into view, sideways only.
  useEffect(() => {
    const row = strip.current;
    const tab = row?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!row || !tab) return;
    const [left, right] = [
      tab.offsetLeft - row.offsetLeft,
      tab.offsetLeft - row.offsetLeft + tab.offsetWidth,
    ];
    if (left < row.scrollLeft) row.scrollLeft = left;
    else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth;
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    const open = tabs.filter(({ disabled }) => !disabled);
    const at = open.findIndex(({ id }) => id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: open.length - 1 }[event.key];
    const next = to === undefined ? undefined : open[(to + open.length) % open.length];
    if (!next) return;
    event.preventDefault();
    pick(next.id);
    strip.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(String(next.id))}"]`)?.focus();
  };
  return (
    <div className="ui-tab-strip" role="tablist" aria-label={label} ref={strip} onKeyDown={onKeyDown}>
      {tabs.map(({ id, title, disabled, tooltip }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${base}-${id}-tab`}
          data-tab={id}
          aria-controls={`${base}-${id}-panel`}
          aria-selected={id === current}
          tabIndex={id === current ? 0 : -1}
          disabled={disabled}
          title={tooltip}
          onClick={() => pick(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
