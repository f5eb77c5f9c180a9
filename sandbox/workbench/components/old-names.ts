import type { AllDistances } from '@hubspot/ui-extensions';

/** Props that HubSpot has deprecated. Cards still send them and HubSpot still honours them, so this page does too. */
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
