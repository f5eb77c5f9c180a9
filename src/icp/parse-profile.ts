import * as z from 'zod';

import { checkTexts, factsOfChecks } from './anti-patterns.ts';
import { FACT_NAMES } from './facts.ts';
import { PARTNER_TYPES } from './partner-types.ts';
import type { Caps, LevelTexts, Profile } from './profile.ts';
import { profileFaults } from './profile-faults.ts';
import { RATINGS } from './ratings.ts';

/** The profile cannot be used. The message names every field at fault. */
export class InvalidProfile extends Error {
  override readonly name = 'InvalidProfile';
  /** Each with the path of its field, empty where the message names it. */
  readonly faults: readonly { path: string; message: string }[];

  constructor(message: string, faults: readonly { path: string; message: string }[]) {
    super(message);
    this.faults = faults;
  }
}

/**
 * Reads a profile from JSON. Anchors default to the rubric where its levels are short enough, the texts of known checks
 * to ours, the facts to those that its checks are known to look at, the reasons of weights and minimums to "Set by this
 * portal.". A lane's words must be given.
 *
 * @throws InvalidProfile
 */
export function parseProfile(input: unknown): Profile {
  schema ??= profileSchema();
  const result = schema.safeParse(input);
  if (!result.success)
    throw invalidProfile(result.error.issues.map(({ path, message }) => ({ path: pathText(path), message })));
  const { checks, dimensions, facts, minimumReasons, ...rest } = result.data;
  const profile: Profile = {
    ...rest,
    dimensions: dimensions.map(({ anchors, saasPrompts, ...dimension }) => ({
      ...dimension,
      anchors: anchors ?? dimension.rubric,
      ...(saasPrompts !== undefined && { saasPrompts }),
    })),
    checks: checks.map(({ caps, ...texts }) => ({
      ...checkTexts(texts.key),
      ...defined(texts),
      caps: capsOf(caps),
    })),
    facts: facts ?? factsOfChecks(checks),
    minimumReasons: {
      ...Object.fromEntries(Object.keys(rest.deepNeeds).map((key) => [key, SET_HERE])),
      ...minimumReasons,
    },
  };
  const faults = profileFaults(profile);
  if (faults.length > 0) throw invalidProfile(faults);
  return profile;
}

/** The reason for a weight or a minimum that is given without one. */
const SET_HERE = 'Set by this portal.';

const ANCHOR_LENGTH = 60;

/** Keys that a dimension cannot have, because the property `ipp_<key>` has another meaning, or every object has one. */
const RESERVED =
  /^(check_.*|.*_evidence|partner_type|other_types|artifacts|artifacts_checked_at|shared_customers|companies_asking|overlap_as_of|evidence_gaps|override_.*|lane|lane_.*|score_lane|clearance|total|total_.*|rated_total|rules|profile_version|scored_.*|previous_lane|review_due|reviewed_.*|recheck_due|next_step|to_confirm|constructor|prototype)$/;

/** Keys that a check cannot have: causes of the lane, and the ending of note properties. */
const RESERVED_CHECKS = /^(ratings|incomplete|minimum|override|.*-note|constructor|prototype)$/;

/** Built on first use, because building takes longer than parsing. */
let schema: ReturnType<typeof profileSchema> | undefined;

function profileSchema() {
  const text = z.string().trim().min(1, 'this text is empty');
  const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'a key is lower case letters, digits and _');
  const levels = (longest: number) => {
    const level = text.max(longest, `a level has at most ${longest} characters here`);
    return z.tuple([level, level, level, level, level], 'five texts, from rating 1 to rating 5');
  };
  const rating = z.literal([...RATINGS], 'a rating is a whole number from 1 to 5');
  const minimum = z.literal([2, 3, 4, 5], 'a minimum is a rating from 2 to 5');
  const dimension = z
    .strictObject({
      key: key.refine((name) => !RESERVED.test(name), 'this name is taken by another property'),
      label: text,
      question: text,
      weight: z.int('a weight is a whole number').min(1, 'a weight is at least 1').max(100),
      weightReason: text.default(SET_HERE),
      rubric: levels(160),
      anchors: levels(ANCHOR_LENGTH).optional(),
      evidenceRequired: z.boolean().default(false),
      evidencePrompts: z.array(text).default([]),
      saasPrompts: z.array(text).optional(),
    })
    .refine(({ anchors, rubric }) => anchors !== undefined || areShort(rubric), {
      path: ['anchors'],
      message: `needed here, since a level of the rubric is longer than ${ANCHOR_LENGTH} characters`,
    });
  const check = z.strictObject({
    key: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'a key is lower case letters, digits and -')
      .refine((name) => !RESERVED_CHECKS.test(name), 'this name is taken by another property or cause'),
    label: text.optional(),
    looksLike: text.optional(),
    whyItFails: text.optional(),
    asks: z.array(text).min(1).optional(),
    caps: z.strictObject({
      lane: z.enum(['fast', 'pass'], 'a lane cap is fast or pass').optional(),
      rating: z.strictObject({ dimension: z.string(), at: rating }).optional(),
    }),
  });
  const lane = z.strictObject({ label: text, next: text });
  return z.strictObject({
    type: z.enum(PARTNER_TYPES.map((type) => type.key)),
    version: z.int().min(0),
    title: text,
    origin: text.default('Written by this portal.'),
    asksSaas: z.boolean().default(false),
    dimensions: z.array(dimension),
    floors: z.strictObject({ deep: z.int(), fast: z.int() }),
    deepNeeds: z.record(z.string(), minimum).default({}),
    minimumReasons: z.record(z.string(), text).default({}),
    lanes: z.strictObject({ deep: lane, fast: lane, pass: lane }),
    checks: z.array(check),
    facts: z
      .array(z.enum(FACT_NAMES, `a fact is one of ${FACT_NAMES.join(', ')}`), 'facts are a list')
      .optional(),
  });
}

function areShort(levels: LevelTexts): boolean {
  return levels.every((level) => level.length <= ANCHOR_LENGTH);
}

function defined<T extends object>(texts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function capsOf({
  lane,
  rating,
}: {
  lane?: Caps['lane'] | undefined;
  rating?: Caps['rating'] | undefined;
}): Caps {
  return { ...(lane !== undefined && { lane }), ...(rating !== undefined && { rating }) };
}

/** `dimensions[0].label` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** @param faults each with the path of its field, empty where the message names it */
export function invalidProfile(faults: readonly { path: string; message: string }[]): InvalidProfile {
  const lines = faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return new InvalidProfile(`The profile cannot be used. ${lines.join('; ')}.`, faults);
}
