import { useEffect, useRef } from 'react';
import type { Company } from '../crm-objects.ts';
import type { Chosen } from './use-chosen.ts';

/** The id of the checkbox in the table's head. */
export const PAGE_BOX = 'choose-page';

interface ChoiceBoxProps {
  id?: string;
  label: string;
  isChosen: boolean;
  /** Some are, and some are not. */
  isMixed?: boolean;
  choose: (isChosen: boolean) => void;
}

/** A checkbox without a text beside it. */
export function ChoiceBox({ id, label, isChosen, isMixed = false, choose }: ChoiceBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <input
      ref={box}
      id={id}
      type="checkbox"
      aria-label={label}
      checked={isChosen}
      onChange={(event) => choose(event.target.checked)}
    />
  );
}

/** Chooses every company of the page, or none of them. */
export function PageBox({ shown, chosen }: { shown: readonly Company[]; chosen: Chosen }) {
  const ids = shown.map(({ id }) => id);
  const count = ids.filter(chosen.has).length;
  return (
    <ChoiceBox
      id={PAGE_BOX}
      label="Select all on this page"
      isChosen={count > 0 && count === ids.length}
      isMixed={count > 0 && count < ids.length}
      choose={(isChosen) => chosen.choose(ids, isChosen)}
    />
  );
}
