import type { ReactNode } from 'react';
import { classNames } from '../../components/class-names.ts';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { usePopup } from '../../components/popup.ts';

interface FilterPopupProps {
  label: string;
  /** The active filter; empty for none. */
  summary: string;
  icon?: ReactNode;
  children: ReactNode;
}

/** A button with a small form below it. Choices apply at once. */
export function FilterPopup({ label, summary, icon = <ChevronDown />, children }: FilterPopupProps) {
  const popup = usePopup();
  return (
    <div className="ui-popup-frame" ref={popup.frame} onKeyDown={popup.onKeyDown}>
      <button
        type="button"
        ref={popup.button}
        className={classNames(
          'ui-button is-secondary is-sm page-filter-button',
          summary !== '' && 'is-active',
        )}
        aria-expanded={popup.open}
        onClick={() => popup.setOpen(!popup.open)}
      >
        <span>{summary === '' ? label : `${label}: ${summary}`}</span>
        {icon}
      </button>
      {popup.open && (
        <div className="ui-popup page-filter-popup" role="group" aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}
