import { useState } from 'react';
import { rangeIn, limitIn } from './filters.ts';
import { NoValue, type TermsProps } from './value-choice.tsx';

/** From and to. Text that is no number yet does not filter. */
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

export function DayChoice({ terms, ask }: TermsProps) {
  const limit = terms.map(limitIn).find((day) => day !== undefined) ?? '';
  const isDue = terms.includes('due');
  const askDays = (due: boolean, before: string) => {
    const others = terms.filter((term) => term === '');
    ask([...(due ? ['due'] : []), ...(before ? [`..${before}`] : []), ...others]);
  };
  return (
    <>
      <label className="ui-check">
        <input type="checkbox" checked={isDue} onChange={() => askDays(!isDue, limit)} />
        <span>Due today or earlier</span>
      </label>
      <label className="page-before">
        <span className="ui-label">Before a day</span>
        <input
          className="ui-input"
          type="date"
          value={limit}
          onChange={(event) => askDays(isDue, event.target.value)}
        />
      </label>
      <NoValue {...{ terms, ask }} />
    </>
  );
}
