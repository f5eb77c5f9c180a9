/** A deal of the partner pipeline, with what it shows of its primary company. */
export interface PartnerDeal {
  id: string;
  name: string;
  stage: string;
  /** Null when the deal has no primary company. It then shows no lane. */
  companyId: string | null;
  partnerType: string | null;
  lane: string | null;
  total: string | null;
  /** The lowest and highest total that are still possible. */
  totalLow: string | null;
  totalHigh: string | null;
  clearance: string | null;
  /** What was decided about the company, and for which quarter, as stored. */
  decision: string | null;
  quarter: string | null;
}

/** A deal that does not show the verdict of its primary company. */
export interface DealBehind {
  id: string;
  name: string;
  /** HubSpot's own, or ours. */
  reason: string;
}

export interface PartnerDeals {
  deals: readonly PartnerDeal[];
  /** How many deals differed from their company and were repaired. */
  repaired: number;
  /** Names of the deals without a primary company. */
  withoutCompany: readonly string[];
  /** Deals that could not be repaired, or whose company HubSpot said nothing about. They stay as they are. */
  behind: readonly DealBehind[];
  /** How many deals HubSpot's search counted and did not give. */
  missing: number;
}
