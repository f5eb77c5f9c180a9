/** A deal of the partner pipeline, with what it shows of its primary company. */
export interface PartnerDeal {
  id: string;
  name: string;
  stage: string;
  /** Null when the deal has no primary company. It then shows no lane. */
  companyId: string | null;
  lane: string | null;
  total: string | null;
  clearance: string | null;
}

export interface PartnerDeals {
  deals: readonly PartnerDeal[];
  /** How many deals differed from their company and were repaired. */
  repaired: number;
  /** Names of the deals without a primary company. */
  withoutCompany: readonly string[];
}
