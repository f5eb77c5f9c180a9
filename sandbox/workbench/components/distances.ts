import type { AllDistances, AllSizes } from '@hubspot/ui-extensions';

/** HubSpot's named distances in pixels. HubSpot does not publish them; these are estimates. */
const PIXELS: Record<AllDistances, number> = {
  flush: 0,
  xs: 4,
  'extra-small': 4,
  sm: 8,
  small: 8,
  md: 16,
  medium: 16,
  lg: 24,
  large: 24,
  xl: 32,
  'extra-large': 32,
};

export function pixelsOf(distance: AllDistances | undefined, fallback: AllDistances = 'flush'): number {
  return PIXELS[distance ?? fallback];
}

const SHORT: Record<AllSizes, 'xs' | 'sm' | 'md' | 'lg' | 'xl'> = {
  xs: 'xs',
  'extra-small': 'xs',
  sm: 'sm',
  small: 'sm',
  md: 'md',
  medium: 'md',
  lg: 'lg',
  large: 'lg',
  xl: 'xl',
  'extra-large': 'xl',
};

/** One spelling per size, for class names: `small` and `sm` are the same. */
export function sizeOf(size: AllSizes | undefined, fallback: AllSizes): 'xs' | 'sm' | 'md' | 'lg' | 'xl' {
  return SHORT[size ?? fallback];
}
