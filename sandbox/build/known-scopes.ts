const READ_WRITE = ['read', 'write'] as const;
const READ = ['read'] as const;

/** The areas of `crm.<kind>.<area>.<access>`. */
const CRM_AREAS = {
  objects: {
    appointments: READ_WRITE,
    carts: READ_WRITE,
    companies: READ_WRITE,
    contacts: READ_WRITE,
    courses: READ_WRITE,
    custom: READ_WRITE,
    deals: READ_WRITE,
    feedback_submissions: READ,
    goals: READ_WRITE,
    invoices: READ_WRITE,
    leads: READ_WRITE,
    line_items: READ_WRITE,
    listings: READ_WRITE,
    marketing_events: READ_WRITE,
    orders: READ_WRITE,
    owners: READ,
    products: READ_WRITE,
    quotes: READ_WRITE,
    services: READ_WRITE,
    subscriptions: READ_WRITE,
    users: READ_WRITE,
  },
  schemas: {
    appointments: READ_WRITE,
    companies: READ_WRITE,
    contacts: READ_WRITE,
    courses: READ_WRITE,
    custom: READ_WRITE,
    deals: READ_WRITE,
    invoices: READ,
    line_items: READ,
    listings: READ_WRITE,
    orders: READ_WRITE,
    quotes: READ,
    services: READ_WRITE,
    subscriptions: READ,
  },
} as const;

/**
 * The scopes of HubSpot's CRM, and those of workflows, tickets, files and timelines. A misspelt scope would only show
 * when somebody uploads the project, so the build refuses what is not in here.
 *
 * Source: HubSpot, "Scopes"; `oauth` stands first in HubSpot's own templates of apps.
 */
export const KNOWN_SCOPES: ReadonlySet<string> = new Set([
  ...Object.entries(CRM_AREAS).flatMap(([kind, areas]) =>
    Object.entries(areas).flatMap(([area, accesses]) =>
      accesses.map((access) => `crm.${kind}.${area}.${access}`),
    ),
  ),
  ...['oauth', 'crm.lists.read', 'crm.lists.write', 'crm.import', 'crm.export', 'crm.pipelines.orders.read'],
  ...['automation', 'tickets', 'files', 'timeline', 'settings.users.read', 'settings.users.teams.read'],
]);
