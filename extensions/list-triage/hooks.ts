import { useCrmSearch } from '@hubspot/ui-extensions';
import { useEffect, useRef } from 'react';

import type { FoundCompany } from './state/partner-row.ts';
import type { PartAnswer } from './state/parts.ts';

/**
 * Searches for companies by id, with the permissions of the person, and tells the answer once.
 *
 * @param ids as many as one search may name
 */
export function useCompanies(ids: readonly string[], tell: (answer: PartAnswer) => void): void {
  // HubSpot's builder finds property names by reading the code, so each one is written out.
  const { results, error, isLoading, pagination } = useCrmSearch(
    {
      objectType: '0-2',
      properties: [
        'name',
        'hubspot_owner_id',
        'ipp_partner_type',
        'ipp_lane',
        'ipp_clearance',
        'ipp_total',
        'ipp_total_low',
        'ipp_total_high',
        'ipp_next_step',
        'ipp_decision',
        'ipp_decision_quarter',
        'ipp_profile_version',
        'ipp_customer_overlap',
        'ipp_product_complementarity',
        'ipp_distribution_reach',
        'ipp_technical_readiness',
        'ipp_commercial_alignment',
        'ipp_strategic_fit',
        'ipp_people',
        'ipp_role_criteria',
        'ipp_compatibility',
        'ipp_collaboration_support',
        'ipp_company_alignment',
        'ipp_market_access',
      ],
      filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'IN', values: [...ids] }] }],
      pageLength: 100,
    },
    { propertiesToFormat: ['hubspot_owner_id'] },
  );
  const found = useRef(new Map<number, FoundCompany>());
  const lastResults = useRef<unknown>(null);
  const isTold = useRef(false);

  useEffect(() => {
    // After nextPage() the hook gives the old page once more, before it says that it loads.
    if (isLoading || isTold.current || (error === null && lastResults.current === results)) return;
    lastResults.current = results;
    for (const { objectId, properties } of results)
      found.current.set(objectId, { companyId: String(objectId), stored: properties });
    if (error === null && pagination.hasNextPage) {
      pagination.nextPage();
      return;
    }
    isTold.current = true;
    tell(
      error === null
        ? { ok: true, companies: [...found.current.values()] }
        : { ok: false, message: error.message },
    );
  }, [results, error, isLoading, pagination, tell]);
}

/** Characters of a search request without its ids, rounded up. */
export const REQUEST_OVERHEAD = 850;
