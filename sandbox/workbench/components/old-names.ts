import type { AllDistances } from '@hubspot/ui-extensions';

/** Deprecated props that HubSpot still accepts. */
interface OldNames {
  readonly?: boolean;
  variant?: 'default' | 'small';
  distance?: AllDistances;
  valueMax?: number;
  options?: { label: string; onClick?: () => void }[];
  onInput?: (value: number) => void;
}

export function oldNames(props: object): OldNames {
  return props;
}
