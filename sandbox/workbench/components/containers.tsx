import type { AccordionProps, TileProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { sizeOf } from './distances.ts';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';

export function Tile({ children, compact, flush }: TileProps) {
  return (
    <section className={classNames('ui-tile', compact && 'is-compact', flush && 'is-flush')}>
      {children}
    </section>
  );
}

export function Accordion(props: AccordionProps) {
  const id = useId();
  const [unfolded, setUnfolded] = useState(props.defaultOpen ?? false);
  const open = props.open ?? unfolded;
  const toggle = () => {
    setUnfolded(!open);
    props.onClick?.();
  };
  return (
    <div className={classNames('ui-accordion', `is-${sizeOf(props.size, 'sm')}`)}>
      <button
        type="button"
        className="ui-accordion-title"
        aria-expanded={open}
        aria-controls={id}
        disabled={props.disabled}
        onClick={toggle}
      >
        {open ? <ChevronDown /> : <ChevronRight />}
        {props.title}
      </button>
      <div id={id} className="ui-accordion-body" hidden={!open}>
        {props.children}
      </div>
    </div>
  );
}
