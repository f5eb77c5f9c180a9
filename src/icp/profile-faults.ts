import { MAX_TOTAL, MIN_TOTAL, type Profile } from './profile.ts';
import { RATINGS } from './ratings.ts';

/**
 * The faults that make a profile unusable, each with the path of the field. parse-profile.ts checks texts, numbers and
 * lists before.
 */
export function profileFaults(profile: Profile): { path: string; message: string }[] {
  return [
    ...dimensionFaults(profile),
    ...floorFaults(profile),
    ...minimumFaults(profile),
    ...checkFaults(profile),
    ...factFaults(profile),
  ];
}

type Fault = { path: string; message: string };

function dimensionFaults({ dimensions }: Profile): Fault[] {
  const faults: Fault[] = [];
  if (dimensions.length < 3 || dimensions.length > 8)
    faults.push({
      path: 'dimensions',
      message: `a profile has 3 to 8 dimensions, this one has ${dimensions.length}`,
    });
  const sum = dimensions.reduce((points, { weight }) => points + weight, 0);
  if (sum !== 100)
    faults.push({ path: 'dimensions', message: `the weights must sum to 100, these sum to ${sum}` });
  for (const [index, { key, rubric }] of dimensions.entries()) {
    if (dimensions.findIndex((other) => other.key === key) !== index)
      faults.push({ path: `dimensions[${index}].key`, message: `${key} stands twice` });
    if (new Set(rubric).size !== RATINGS.length)
      faults.push({ path: `dimensions[${index}].rubric`, message: 'two levels read the same' });
  }
  return faults;
}

function floorFaults({ floors }: Profile): Fault[] {
  const faults: Fault[] = [];
  for (const lane of ['deep', 'fast'] as const)
    if (floors[lane] < MIN_TOTAL || floors[lane] > MAX_TOTAL)
      faults.push({
        path: `floors.${lane}`,
        message: `a floor lies within ${MIN_TOTAL} to ${MAX_TOTAL} points`,
      });
  if (floors.deep <= floors.fast)
    faults.push({ path: 'floors.deep', message: 'the floor of deep must be above the floor of fast' });
  return faults;
}

function minimumFaults({ deepNeeds, minimumReasons, dimensions }: Profile): Fault[] {
  const keys = new Set(dimensions.map(({ key }) => key));
  const unknown = Object.keys(deepNeeds)
    .filter((key) => !keys.has(key))
    .map((key) => ({ path: `deepNeeds.${key}`, message: `there is no dimension ${key}` }));
  const unneeded = Object.keys(minimumReasons)
    .filter((key) => !Object.hasOwn(deepNeeds, key))
    .map((key) => ({ path: `minimumReasons.${key}`, message: `deep needs no minimum of ${key}` }));
  return [...unknown, ...unneeded];
}

function checkFaults({ checks, dimensions }: Profile): Fault[] {
  const faults: Fault[] = [];
  for (const [index, { key, caps }] of checks.entries()) {
    if (checks.findIndex((other) => other.key === key) !== index)
      faults.push({ path: `checks[${index}].key`, message: `${key} stands twice` });
    if (caps.lane === undefined && caps.rating === undefined)
      faults.push({ path: `checks[${index}].caps`, message: 'a flag must cap the lane or a rating' });
    const capped = caps.rating?.dimension;
    if (capped !== undefined && !dimensions.some((dimension) => dimension.key === capped))
      faults.push({
        path: `checks[${index}].caps.rating.dimension`,
        message: `there is no dimension ${capped}`,
      });
  }
  return faults;
}

function factFaults({ facts }: Profile): Fault[] {
  return facts.flatMap((fact, index) =>
    facts.indexOf(fact) === index ? [] : [{ path: `facts[${index}]`, message: `${fact} stands twice` }],
  );
}
