import fc from 'fast-check';

/** Something that happens in a portal. Numbers choose among what is there at the moment. */
export type Act =
  | { kind: 'edit'; company: number; by: Hand; properties: Readonly<Record<string, string>> }
  | { kind: 'save'; company: number; dimension: number; value: number | null }
  | { kind: 'clear'; company: number; by: 'app' | 'person' }
  | { kind: 'merge'; company: number; other: number }
  | { kind: 'archive' | 'restore' | 'new-deal'; company: number }
  | { kind: 'primary'; deal: number; company: number }
  | { kind: 'edit-deal'; deal: number; lane: string }
  | { kind: 'remove-deal'; deal: number }
  | { kind: 'deliver'; seed: number; percent: number; order: 'kept' | 'any'; times: number }
  | { kind: 'lose'; seed: number; percent: number }
  | { kind: 'turn' }
  /** Another app that sets the lane again after each repair. */
  | { kind: 'contest'; company: number; times: number }
  /** Two processes at once; of one of them the right to the turn may end in between. */
  | { kind: 'two-turns'; seed: number; runsOut: boolean }
  /** A turn while a person saves, or somebody edits. */
  | { kind: 'turn-during'; seed: number; act: SmallAct };

/** What may happen while a turn runs. */
export type SmallAct = Extract<Act, { kind: 'edit' | 'save' }>;

/** Who edits past the app: in HubSpot's pages, by a file, or another app. */
export type Hand = 'person' | 'import' | 'other-app';

const which = fc.nat(11);
const seed = fc.nat(0xffff);
const lane = fc.constantFrom('deep', 'fast', 'pass', 'undecided', '');
const rating = fc.constantFrom('', '1', '2', '3', '4', '5', '5', '9');
const state = fc.constantFrom('', 'open', 'clear', 'flagged');

/** Questions of several types: of those that a company's type does not ask, nothing follows. */
const RATED = ['customer_overlap', 'strategic_fit', 'distribution_reach', 'technical_readiness', 'people'];

const values: fc.Arbitrary<Record<string, string>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...RATED), rating).map(([name, text]) => ({ [name]: text })),
  },
  { weight: 3, arbitrary: lane.map((text) => ({ lane: text })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('check_vanity_logo', 'check_dead_api'), state)
      .map(([name, text]) => ({ [name]: text })),
  },
  fc.constantFrom('', '0', '499').map((text) => ({ total: text, total_low: text })),
  fc.constantFrom(
    { clearance: 'cleared' },
    { clearance: '' },
    { lane_reason: 'Because.' },
    { evidence_gaps: '' },
  ),
  fc.constantFrom('technology', 'referral', 'reseller', '').map((text) => ({ partner_type: text })),
  fc.constantFrom({ strategic_fit_evidence: 'Seen' }, { strategic_fit_evidence: '' }),
  fc.record({
    override_lane: fc.constantFrom('deep', 'pass', ''),
    override_until: fc.constantFrom('2099-01-31', ''),
  }),
);

const edit: fc.Arbitrary<Extract<Act, { kind: 'edit' }>> = fc.record({
  kind: fc.constant('edit' as const),
  company: which,
  by: fc.constantFrom<Hand>('person', 'import', 'other-app'),
  properties: values.map((fields) =>
    Object.fromEntries(Object.entries(fields).map(([field, text]) => [`ipp_${field}`, text])),
  ),
});

const save: fc.Arbitrary<Extract<Act, { kind: 'save' }>> = fc.record({
  kind: fc.constant('save' as const),
  company: which,
  dimension: fc.nat(5),
  value: fc.constantFrom(null, 1, 2, 3, 4, 5),
});

const small: fc.Arbitrary<SmallAct> = fc.oneof(edit, save);

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: edit },
  { weight: 4, arbitrary: save },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clear'),
      company: which,
      by: fc.constantFrom('app', 'person'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge'), company: which, other: which }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('archive', 'restore', 'new-deal'), company: which }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('primary'), deal: which, company: which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit-deal'), deal: which, lane }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove-deal'), deal: which }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('deliver'),
      seed,
      percent: fc.constantFrom(30, 70, 100, 100),
      order: fc.constantFrom('kept', 'any'),
      times: fc.constantFrom(1, 1, 2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose'), seed, percent: fc.constantFrom(30, 100) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('turn') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('contest'),
      company: which,
      times: fc.constantFrom(1, 2, 4, 5),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('two-turns'), seed, runsOut: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('turn-during'), seed, act: small }) },
);

/** Acts one after the other, each with the minutes that pass before it. */
export type Sequence = readonly { minutes: number; act: Act }[];

export const anySequence: fc.Arbitrary<Sequence> = fc.array(
  fc.record({ minutes: fc.constantFrom(1, 5, 25), act }),
  { minLength: 6, maxLength: 26 },
);
