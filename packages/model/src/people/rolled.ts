import type {
  Contribution,
  Dimension,
  EarlierRelease,
  Release,
  ReleaseInput,
} from "@lilink/engine/disclosure";
import { type DemandFiling, type DemandSum, type PostedDemand, sumEmployed, sumWanted } from "./roll-up.ts";
import { fieldOfSkill } from "./skill.ts";

/** `all` stands for every skill or every province. */
export const allCode = "all";
export const demandComponents = ["wanted", "employed"] as const;
export type DemandComponent = (typeof demandComponents)[number];

/** A sum as its readers see it: equal bounds where it is published; `high` is null where nothing bounds it. */
export type RolledCell = {
  readonly component: DemandComponent;
  readonly year: number;
  /** A skill, a field of skills, or all. */
  readonly skill: string;
  readonly province: string;
  readonly low: number;
  readonly high: number | null;
  readonly withheld: boolean;
};

/** What one table was made from; it stays in the worker. */
export type RolledSource = {
  readonly component: DemandComponent;
  readonly year: number;
  readonly contributions: readonly Contribution[];
};

export type RollUp = {
  readonly asOf: string;
  readonly cells: readonly RolledCell[];
  readonly sources: readonly RolledSource[];
};

/** A table that is to be protected. */
export type RolledTable = RolledSource & { readonly input: Omit<ReleaseInput, "parameters"> };

/**
 * The tables of a roll-up as of a day: people wanted in the year before, this and the next, and those employed. Roll-ups that are out are known
 * to readers, whatever day they are as of, so that no difference of two tells what one of them keeps. [SK4]
 */
export function toRolledTables(
  filings: readonly DemandFiling[],
  posted: readonly PostedDemand[],
  asOf: string,
  known: readonly RollUp[],
): readonly RolledTable[] {
  const year = Number(asOf.slice(0, 4));
  const tables: readonly (readonly [DemandComponent, number, readonly DemandSum[]])[] = [
    ...[year - 1, year, year + 1].map(
      (one) => ["wanted", one, sumWanted(filings, posted, one, asOf)] as const,
    ),
    ["employed", year, sumEmployed(filings, asOf)],
  ];
  return tables
    .filter(([, , sums]) => sums.length > 0)
    .map(([component, at, sums]) => {
      const contributions = sums.map(toContribution);
      const earlier = known.flatMap((one) => toEarlier(one, component, at));
      const dimensions = dimensionsOf([...contributions, ...earlier.flatMap((one) => one.contributions)]);
      return { component, year: at, contributions, input: { dimensions, contributions, earlier } };
    });
}

/** What readers see of a protected table; where nobody said anything, nothing. */
export function toRolledCells(
  { component, year, contributions }: RolledTable,
  { cells }: Release,
): readonly RolledCell[] {
  const stated = new Set(contributions.flatMap(cellsOf));
  return cells.flatMap((cell): readonly RolledCell[] => {
    const [skill = allCode, province = allCode] = cell.at;
    const place = { component, year, skill, province };
    if (cell.status === "published") {
      const value = Number(cell.value);
      return stated.has(`${skill} ${province}`)
        ? [{ ...place, low: value, high: value, withheld: false }]
        : [];
    }
    const high = cell.high === undefined ? null : Number(cell.high);
    return [{ ...place, low: Number(cell.low ?? 0), high, withheld: true }];
  });
}

const toContribution = ({ group, skill, province, value, known }: DemandSum): Contribution => ({
  group,
  at: [skill, province],
  value: String(Math.round(value * 100) / 100),
  ...(known ? { known } : {}),
});

/** Every cell that a contribution counts in, by skill and province. */
function cellsOf({ at: [skill = allCode, province = allCode] }: Contribution): readonly string[] {
  return [skill, fieldOfSkill(skill), allCode].flatMap((one) => [`${one} ${province}`, `${one} ${allCode}`]);
}

/** Those employed are a stock that the turn of a year leaves as it is: the tables of neighbouring years are one. */
const isSameTable = (component: DemandComponent, one: number, other: number) =>
  component === "employed" ? Math.abs(one - other) <= 1 : one === other;

function toEarlier(rollUp: RollUp, component: DemandComponent, year: number): readonly EarlierRelease[] {
  const source = rollUp.sources.find(
    (one) => one.component === component && isSameTable(component, one.year, year),
  );
  if (!source) return [];
  const published = rollUp.cells
    .filter((cell) => cell.component === component && cell.year === source.year && !cell.withheld)
    .map(({ skill, province, low }) => ({ at: [skill, province], value: String(low) }));
  return [{ contributions: source.contributions, published }];
}

/** Only skills and provinces that somebody named: what nobody asked for is no cell. */
function dimensionsOf(contributions: readonly Contribution[]): readonly Dimension[] {
  const codes = (at: number) => [...new Set(contributions.map((one) => one.at[at] ?? ""))].sort();
  const fields = new Map<string, string[]>();
  for (const skill of codes(0)) {
    const field = fieldOfSkill(skill);
    fields.set(field, [...(fields.get(field) ?? []), skill]);
  }
  return [
    { id: "skill", tree: { [allCode]: [...fields.keys()], ...Object.fromEntries(fields) } },
    { id: "province", tree: { [allCode]: codes(1) } },
  ];
}
