import { limitIn } from './filters.ts';
import { NoValue, type TermsProps } from './value-choice.tsx';

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
