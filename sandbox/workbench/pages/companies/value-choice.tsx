export interface Choice {
  value: string;
  label: string;
}

export interface TermsProps {
  terms: readonly string[];
  ask: (terms: readonly string[]) => void;
}

function toggled(terms: readonly string[], term: string): string[] {
  return terms.includes(term) ? terms.filter((each) => each !== term) : [...terms, term];
}

function Count({ count }: { count: number | undefined }) {
  return count === undefined ? null : <span className="page-choice-count">{`(${count})`}</span>;
}

/** Matches companies without a value. Every filter has it. */
export function NoValue({ terms, ask, count }: TermsProps & { count?: number | undefined }) {
  return (
    <label className="ui-check page-no-value">
      <input type="checkbox" checked={terms.includes('')} onChange={() => ask(toggled(terms, ''))} />
      <span>Has no value</span>
      <Count count={count} />
    </label>
  );
}

interface ValueChoiceProps extends TermsProps {
  choices: readonly Choice[];
  /** How many records each value would find; empty stands for no value. */
  counts?: Readonly<Record<string, number>>;
}

export function ValueChoice({ choices, counts = {}, terms, ask }: ValueChoiceProps) {
  return (
    <>
      {choices.map(({ value, label }) => (
        <label key={value} className="ui-check">
          <input
            type="checkbox"
            checked={terms.includes(value)}
            onChange={() => ask(toggled(terms, value))}
          />
          <span>{label}</span>
          <Count count={counts[value]} />
        </label>
      ))}
      <NoValue {...{ terms, ask }} count={counts['']} />
    </>
  );
}
