import { type Behaviour, documented, guessed } from '../behaviour.ts';

export const ACCOUNT_BEHAVIOURS: readonly Behaviour[] = [
  documented('shapes of account details and daily usage', 'specification 2026-09'),
  documented('shapes of the limits of properties, object types and pipelines', 'specification 2026-09'),
  documented('days of limits end at midnight of the account', 'usage guidelines'),
  guessed(
    'accountCeilings',
    'how many properties, object types and pipelines a plan allows',
    'product catalog, not verified',
  ),
  guessed('limitPercentage', 'whether 5 of 10 is 50 or 0.5', 'documented as a percentage only'),
];
