import { useMemo } from 'react';
import { today } from '../value-text.ts';
import type { Filter } from './filters.ts';
import type { ListState } from './list-state.ts';
import { countTerms } from './matching.ts';
import type { Listed } from './use-companies.ts';
import { ValueChoice, type Choice, type TermsProps } from './value-choice.tsx';

interface CountedChoiceProps extends TermsProps {
  filter: Filter;
  choices: readonly Choice[];
  listed: Listed;
  state: ListState;
}

/** Values to choose from, each with how many companies it would find. Counted only while the choice is open. */
export function CountedChoice({ filter, choices, listed, state, terms, ask }: CountedChoiceProps) {
  const day = today();
  const counts = useMemo(() => {
    const values = [...choices.map(({ value }) => value), ''];
    return countTerms(listed.companies, filter, values, state, day);
  }, [choices, listed, filter, state, day]);
  return <ValueChoice {...{ choices, counts, terms, ask }} />;
}
