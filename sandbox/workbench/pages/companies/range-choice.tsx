import { useState } from 'react';
import { rangeIn } from './filters.ts';
import { NoValue, type TermsProps } from './value-choice.tsx';

/** From and to as they are typed; what is no number yet asks for nothing. */
export function RangeChoice({ terms, ask }: TermsProps) {
  const asked = rangeIn(terms.find((term) => term !== '') ?? '');
  const [from, setFrom] = useState(String(asked?.from ?? ''));
  const [to, setTo] = useState(String(asked?.to ?? ''));
  const askRange = (nextFrom: string, nextTo: string) => {
    setFrom(nextFrom);
    setTo(nextTo);
    const term = `${nextFrom}..${nextTo}`;
    const others = terms.filter((each) => each === '');
    ask(rangeIn(term) ? [term, ...others] : others);
  };
  return (
    <>
      <div className="page-range">
        <label>
          <span className="ui-label">From</span>
          <input
            className="ui-input"
            type="number"
            value={from}
            onChange={(event) => askRange(event.target.value, to)}
          />
        </label>
        <label>
          <span className="ui-label">To</span>
          <input
            className="ui-input"
            type="number"
            value={to}
            onChange={(event) => askRange(from, event.target.value)}
          />
        </label>
      </div>
      <NoValue {...{ terms, ask }} />
    </>
  );
}
