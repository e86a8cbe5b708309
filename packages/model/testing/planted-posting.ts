import fc from "fast-check";
import { attributes } from "../src/chain/index.ts";
import {
  budgetClasses,
  comparators,
  cooperationForms,
  type DisclosureLevel,
  disclosureLevels,
  ipStatuses,
  type LevelChoice,
  levelledFields,
  maturitySteps,
  type PostingContent,
  type PostingFigure,
  type PostingKind,
  type PostingVolume,
  postingKinds,
} from "../src/posting/index.ts";

/** A word that stands in exactly one field of one posting: where it turns up, that field was told. */
export type PlantedToken = { readonly field: string; readonly token: string };
export type PlantedPosting = {
  readonly kind: PostingKind;
  readonly content: PostingContent;
  readonly levels: LevelChoice;
  readonly tokens: readonly PlantedToken[];
};

const concepts = ["li2co3-batt", "lioh-batt", "ncm811", "ncm622", "lfp", "artificial-graphite"];
const textFields = [
  "summary",
  "description",
  "price",
  "customers",
  "comparison",
  "evidence",
  "internalNote",
] as const;

const levelChoice: fc.Arbitrary<LevelChoice> = fc
  .uniqueArray(fc.constantFrom(...levelledFields, "figures.moq", "figures.purity", "figures.capacity_ta"), {
    maxLength: 12,
  })
  .chain((fields) =>
    fc
      .tuple(...fields.map(() => fc.constantFrom<DisclosureLevel>(...disclosureLevels)))
      .map((levels) => Object.fromEntries(fields.map((field, i) => [field, levels[i] ?? "own"]))),
  );

/**
 * A random posting whose every filled free field, figure and volume carries a token of its own.
 * @example fc.assert(fc.property(plantedPosting(), ({ content, tokens }) => …))
 */
export function plantedPosting(): fc.Arbitrary<PlantedPosting> {
  return fc
    .record({
      kind: fc.constantFrom(...postingKinds),
      salt: fc.integer({ min: 100_000, max: 999_999 }),
      concept: fc.constantFrom(...concepts),
      filled: fc.subarray([...textFields]),
      attributes: fc.subarray(
        attributes.map((attribute) => attribute.id),
        { maxLength: 6 },
      ),
      op: fc.constantFrom(...comparators),
      hard: fc.boolean(),
      hasVolume: fc.boolean(),
      region: fc.option(fc.constantFrom("36", "63", "51"), { nil: undefined }),
      trl: fc.integer({ min: 1, max: 9 }),
      maturity: fc.option(fc.constantFrom(...maturitySteps), { nil: undefined }),
      ipStatus: fc.option(fc.constantFrom(...ipStatuses), { nil: undefined }),
      cooperation: fc.subarray([...cooperationForms], { minLength: 1 }),
      budget: fc.option(fc.constantFrom(...budgetClasses), { nil: undefined }),
      levels: levelChoice,
    })
    .map(toPlanted);
}

type Drawn = {
  readonly kind: PostingKind;
  readonly salt: number;
  readonly concept: string;
  readonly filled: readonly (typeof textFields)[number][];
  readonly attributes: readonly string[];
  readonly op: PostingFigure["op"];
  readonly hard: boolean;
  readonly hasVolume: boolean;
  readonly levels: LevelChoice;
} & Pick<PostingContent, "region" | "trl" | "maturity" | "ipStatus" | "cooperation" | "budget">;

/** The amount alone, or once more as that of a month. */
function toVolume(amount: string, isScheduled: boolean): PostingVolume {
  if (!isScheduled) return { amount, unit: "t/a" };
  return {
    amount,
    unit: "t",
    from: "2027-01-01",
    to: "2027-01-31",
    schedule: [{ period: "2027-01", amount }],
  };
}

function toPlanted(drawn: Drawn): PlantedPosting {
  const tokens: PlantedToken[] = [];
  let count = 0;
  const plant = (field: string): string => {
    count += 1;
    const token = `${drawn.salt}${String(count).padStart(2, "0")}`;
    tokens.push({ field, token });
    return token;
  };
  const texts = new Map<string, string>();
  for (const field of new Set([...drawn.filled, "summary" as const, "description" as const]))
    texts.set(field, `words of ${field} zq${plant(field)}`);
  const left = drawn.filled.includes("internalNote") ? { leftInText: [`left zq${plant("leftInText")}`] } : {};
  const figures = drawn.attributes.map((attribute) => ({
    attribute,
    op: drawn.op,
    value: plant(`figures.${attribute}`),
    ...(drawn.op === "range" ? { high: "99999999999" } : {}),
    unit: attributes.find(({ id }) => id === attribute)?.unit ?? "1",
    hard: drawn.hard,
  }));
  const needsVolume = drawn.hasVolume || (drawn.kind === "need" && figures.length === 0);
  const content: PostingContent = {
    concept: drawn.concept,
    language: "en",
    title: `Title zq${plant("title")}`,
    ...(Object.fromEntries(texts) as { summary: string }),
    ...left,
    figures,
    ...(needsVolume ? { volume: toVolume(plant("volume"), drawn.salt % 2 === 0) } : {}),
    region: drawn.region,
    trl: drawn.trl,
    maturity: drawn.maturity,
    ipStatus: drawn.ipStatus,
    cooperation: drawn.cooperation,
    budget: drawn.budget,
  };
  return { kind: drawn.kind, content, levels: drawn.levels, tokens };
}
