/** The people of the demo portal. */
export const PEOPLE = [
  { id: '101', userId: 1101, email: 'jane.okafor@example.com', firstName: 'Jane', lastName: 'Okafor' },
  { id: '102', userId: 1102, email: 'mateo.ruiz@example.com', firstName: 'Mateo', lastName: 'Ruiz' },
  { id: '103', userId: 1103, email: 'priya.nair@example.com', firstName: 'Priya', lastName: 'Nair' },
] as const;
