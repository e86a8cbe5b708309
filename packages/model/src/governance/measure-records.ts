/** One reading of the readiness of a technology at home and abroad, as a gap record told it at some time. */
export type ReadinessGap = {
  readonly technology: string;
  /** The year of the figure at home. */
  readonly year: number;
  readonly domestic: number;
  readonly frontier: number;
};

export type YearFigure = { readonly year: number; readonly value: number };

/** Whether a gap is one of readiness: levels of TRL, whatever else the unit says. [GP2] @example isReadiness("TRL 1-9") // true */
export const isReadiness = (unit: string): boolean => /^trl\b/i.test(unit.trim());

/**
 * MAT-03: the mean over the technologies of how far readiness at home is behind that abroad, never below zero, for each year in which one of
 * them was read. A technology that was not read again keeps its last reading. [GP2]
 * @example meanGaps([{ technology: "a", year: 2024, domestic: 5, frontier: 8 }]) // [{ year: 2024, value: 3 }]
 */
export function meanGaps(readings: readonly ReadinessGap[]): readonly YearFigure[] {
  const years = [...new Set(readings.map(({ year }) => year))].sort((a, b) => a - b);
  const last = new Map<string, ReadinessGap>();
  return years.map((year) => {
    // Of two readings of one year the later one of the list stands.
    for (const reading of readings) if (reading.year === year) last.set(reading.technology, reading);
    const gaps = [...last.values()].map(({ domestic, frontier }) => Math.max(0, frontier - domestic));
    return { year, value: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length };
  });
}

/** A granted patent of the register: its family, or its number where none is named, and the country of who holds it. */
export type GrantedPatent = {
  readonly number: string;
  readonly family: string | null;
  readonly country: string;
  readonly grantedOn: string;
};

export type FamilyYear = {
  readonly year: number;
  /** Families first granted in the year whose holder is at home. */
  readonly granted: number;
  /** Per cent of all families granted by the end of the year that are held at home. */
  readonly share: number;
};

/**
 * MAT-04: families of granted patents by the year of their first grant. A family counts once, whatever its members; it is held at home
 * where any of its members is. Years between the first and the last grant without one are told too. [PT9]
 * @param until the last year that is over
 * @example countFamilies([{ number: "CN1", family: null, country: "CN", grantedOn: "2024-05-01" }], 2025)[0]?.granted // 1
 */
export function countFamilies(patents: readonly GrantedPatent[], until: number): readonly FamilyYear[] {
  const families = new Map<string, { year: number; isHome: boolean }>();
  for (const { number, family, country, grantedOn } of patents) {
    const key = family?.trim() || number;
    const known = families.get(key);
    const year = Math.min(known?.year ?? Number.POSITIVE_INFINITY, Number(grantedOn.slice(0, 4)));
    families.set(key, { year, isHome: country === "CN" || known?.isHome === true });
  }
  const all = [...families.values()].filter(({ year }) => year <= until);
  const first = Math.min(...all.map(({ year }) => year));
  if (all.length === 0) return [];
  return Array.from({ length: until - first + 1 }, (_, at) => {
    const year = first + at;
    const there = all.filter((family) => family.year <= year);
    const home = there.filter(({ isHome }) => isHome);
    return {
      year,
      granted: home.filter((family) => family.year === year).length,
      share: (100 * home.length) / there.length,
    };
  });
}
