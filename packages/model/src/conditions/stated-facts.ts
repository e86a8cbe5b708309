import type { Fact, Facts } from "@lilink/engine/dated-rules";

type Values = Readonly<Record<string, unknown>>;
/** Which field of a register is which fact of the conditions, by how it is counted there. */
export type FactMap = {
  /** Percentages, which are shares in the conditions. */
  readonly shares: Readonly<Record<string, string>>;
  /** Amounts; those without a unit are compared as bare numbers. */
  readonly amounts: Readonly<Record<string, { readonly fact: string; readonly unit?: string }>>;
  /** Counts and flags. */
  readonly plain: Readonly<Record<string, string>>;
};

const statedOf = (field: unknown): string | null =>
  typeof field === "object" && field !== null && "value" in field && typeof field.value === "string"
    ? field.value
    : null;

/** The facts that a record states; what it leaves empty is unknown. [CN3] [TR71] */
export function factsBy({ shares, amounts, plain }: FactMap, values: Values): Facts {
  const facts: Record<string, Fact> = {};
  for (const [field, fact] of Object.entries(shares)) {
    const value = statedOf(values[field]);
    if (value !== null) facts[fact] = String(Number((Number(value) / 100).toPrecision(12)));
  }
  for (const [field, { fact, unit }] of Object.entries(amounts)) {
    const value = statedOf(values[field]);
    if (value !== null) facts[fact] = unit === undefined ? value : { value, unit };
  }
  for (const [field, fact] of Object.entries(plain)) {
    const value = values[field];
    if (typeof value === "number" || typeof value === "boolean") facts[fact] = value;
  }
  return facts;
}

/** The field that states a fact, whose source is the evidence of it; null where none does. */
export function fieldBy({ shares, amounts, plain }: FactMap, fact: string): string | null {
  const pairs = [
    ...Object.entries(shares),
    ...Object.entries(amounts).map(([field, one]) => [field, one.fact] as const),
    ...Object.entries(plain),
  ];
  return pairs.find(([, of]) => of === fact)?.[0] ?? null;
}
