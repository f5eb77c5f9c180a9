import { type SQL, sql } from 'drizzle-orm';

/** Milliseconds since 1970 by the clock of the database, on which all processes agree. */
export const DATABASE_CLOCK = (): SQL<number> => sql`(extract(epoch from now()) * 1000)::float8`;

/** The clock of the database, or one that a test moves. */
export type DatabaseClock = () => SQL<number>;
