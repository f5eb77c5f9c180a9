/** What is said of the portal's own policy: profiles, settings and where they are kept. */

export const HOME_GONE =
  'The custom object in which Partner ICP keeps its profiles (partner_icp_home) cannot be found. An admin has to restore it in HubSpot, or run icp doctor.';
