const bothOf = (area: string) => [`${area}.read`, `${area}.write`];

/** With these no probe is skipped, given the plan. */
export const SCOPES: readonly string[] = [
  ...['companies', 'deals', 'custom'].flatMap((type) => bothOf(`crm.objects.${type}`)),
  ...['companies', 'deals', 'custom'].flatMap((type) => bothOf(`crm.schemas.${type}`)),
  ...bothOf('crm.lists'),
  'crm.objects.owners.read',
];
