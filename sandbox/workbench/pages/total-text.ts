export const TOTALS = ['ipp_total', 'ipp_total_low', 'ipp_total_high'] as const;

/** The total, or the range while ratings are unknown; empty where there is neither. */
export function totalText(value: (name: (typeof TOTALS)[number]) => string): string {
  const [total, low, high] = TOTALS.map(value);
  if (total) return total;
  return low && high ? `${low} to ${high}` : '';
}
