import { settings } from '../portal.ts';

function Terms() {
  return (
    <dl className="legend">
      {settings.legend.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What lane and clearance mean, folded. */
export function LaneLegend() {
  if (settings.legend.length === 0) return null;
  return (
    <details className="legend-fold">
      <summary>What the lanes mean</summary>
      <Terms />
    </details>
  );
}
