import { bigint, timestamp } from 'drizzle-orm/pg-core';

/** An id of HubSpot's: portals, apps and users have them. */
export const hubspotId = (name: string) => bigint(name, { mode: 'number' });

export const time = (name: string) => timestamp(name, { withTimezone: true });
