/** A deal of the partner pipeline, with what it shows of its primary company. */
export interface PartnerDeal {
  id: string;
  name: string;
  stage: string;
  /** Null where the deal has no primary company: then it shows no lane. */
  companyId: string | null;
  lane: string | null;
  total: string | null;
  clearance: string | null;
}

export interface PartnerDeals {
  deals: readonly PartnerDeal[];
  /** Deals that showed something else than their company and were repaired. */
  repaired: number;
  /** Names of the deals without a primary company. */
  withoutCompany: readonly string[];
}
