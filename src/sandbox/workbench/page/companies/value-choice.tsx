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

/** The choice of companies that lack the value, in every filter. */
export function NoValue({ terms, ask }: TermsProps) {
  return (
    <label className="ui-check page-no-value">
      <input type="checkbox" checked={terms.includes('')} onChange={() => ask(toggled(terms, ''))} />
      <span>Has no value</span>
    </label>
  );
}

export function ValueChoice({ choices, terms, ask }: TermsProps & { choices: readonly Choice[] }) {
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
        </label>
      ))}
      <NoValue {...{ terms, ask }} />
    </>
  );
}
