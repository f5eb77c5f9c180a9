/** The people of the demo portal. The first one is signed in at the start. */
export const PEOPLE = [
  { id: '101', userId: 1101, email: 'jane.okafor@example.com', firstName: 'Jane', lastName: 'Okafor' },
  { id: '102', userId: 1102, email: 'mateo.ruiz@example.com', firstName: 'Mateo', lastName: 'Ruiz' },
  { id: '103', userId: 1103, email: 'priya.nair@example.com', firstName: 'Priya', lastName: 'Nair' },
  { id: '104', userId: 1104, email: 'lena.brandt@example.com', firstName: 'Lena', lastName: 'Brandt' },
  { id: '105', userId: 1105, email: 'tomasz.wolny@example.com', firstName: 'Tomasz', lastName: 'Wolny' },
] as const;

export type PersonId = (typeof PEOPLE)[number]['id'];
