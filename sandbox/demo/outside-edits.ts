import type { Calendar } from './calendar.ts';
import type { DemoPartner } from './partners.ts';
import type { Author, Step } from './step.ts';

/**
 * Edits from outside our app after the last save. Three leave a verdict that does not follow from the scorecard: a lane
 * set by hand, a total typed over, a rating imported. Four bring a review forward, which is no drift: three are overdue.
 */
export function outsideEdits(calendar: Calendar, partners: readonly DemoPartner[]): readonly Step[] {
  const invented = partners.slice(8);
  const fast = invented.filter(({ stage }) => stage === 'scored');
  const declined = invented.filter(({ stage }) => stage === 'declined');
  const edit = (
    partner: DemoPartner | undefined,
    by: Author,
    daysAgo: number,
    properties: Record<string, string>,
  ): Step[] =>
    partner === undefined
      ? []
      : [
          {
            at: calendar.moment(daysAgo),
            kind: 'edit',
            objectType: 'companies',
            key: partner.name,
            properties,
            by,
          },
        ];
  const reach = fast[2]?.filled['distribution_reach'];
  return [
    ...edit(fast[1], '105', 3, { ipp_lane: 'deep' }),
    ...edit(declined[1], '104', 4, { ipp_total: '395' }),
    ...edit(fast[2], 'import', 5, { ipp_distribution_reach: reach === 1 ? '3' : '1' }),
    ...edit(fast[0], '101', 6, { ipp_review_due: calendar.day(4) }),
    ...edit(invented[0], '102', 6, { ipp_review_due: calendar.day(12) }),
    ...edit(invented[3], '104', 6, { ipp_review_due: calendar.day(1) }),
    ...edit(invented[2], '103', 7, { ipp_review_due: calendar.day(-16) }),
  ];
}
