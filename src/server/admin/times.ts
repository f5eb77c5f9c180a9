/** `27 Nov 2026, 13:05 UTC` */
export function timeInWords(at: Date): string {
  const day = at.toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  return `${day}, ${at.toISOString().slice(11, 16)} UTC`;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago, in its largest unit: `3 hours ago`. @param at milliseconds since 1970 */
export function agoInWords(at: number, now: number): string {
  return `${spanInWords(now - at)} ago`;
}

/** `3 hours` */
export function spanInWords(spanMs: number): string {
  for (const [unit, ms] of UNITS) {
    const count = Math.floor(spanMs / ms);
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}
