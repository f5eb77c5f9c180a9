import { formattedSearch } from '../../../sandbox/workbench/pages/card/formatted-search.ts';

const OWNERS = [{ id: '11', userId: 501, email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe' }];

const FOUND = {
  results: ['11', '99', null, ''].map((owner, index) => ({
    objectId: index + 1,
    properties: { name: '11', hubspot_owner_id: owner },
  })),
  total: 4,
  hasMore: false,
};

const ownersBy = (options: Parameters<typeof formattedSearch>[1]) =>
  formattedSearch(FOUND, options, OWNERS).results.map(({ properties }) => properties['hubspot_owner_id']);

test('an owner that is to be formatted is a name, one that nobody has stays an id', () => {
  expect(ownersBy({ propertiesToFormat: ['hubspot_owner_id'] })).toEqual(['Jane Doe', '99', null, '']);
  expect(ownersBy({ propertiesToFormat: 'all' })).toEqual(['Jane Doe', '99', null, '']);
});

test('what nobody asked to format stays as it is stored', () => {
  expect(formattedSearch(FOUND, {}, OWNERS)).toEqual(FOUND);
  expect(formattedSearch(FOUND, { propertiesToFormat: ['name'] }, OWNERS)).toEqual(FOUND);
});
