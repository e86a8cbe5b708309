/** What a firm said that it wants: people for one skill in one province and quarter, and how many it has. Days are ISO days. */
export type DemandFiling = {
  /** The record: what it says in a later version takes the place of what it said. */
  readonly filing: string;
  readonly firm: string;
  /** The enterprise group, or the firm where it has none: one contributor. */
  readonly group: string;
  readonly skill: string;
  readonly province: string;
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly wanted: number;
  readonly employed: number | null;
  readonly statedOn: string;
};

/** A live need that says how many people a year, for skills that its text names. */
export type PostedDemand = Omit<DemandFiling, "filing" | "quarter" | "employed">;

type Place = { readonly group: string; readonly skill: string; readonly province: string };

/** `known`: from live needs, whose figures everybody reads. */
export type DemandSum = Place & { readonly value: number; readonly known?: true };

/**
 * The people wanted in a year, as known on a day: once for each firm, skill, province and quarter, where the last filing wins, each as its last
 * version says. A live need counts where its firm filed nothing for the same skill, province and year. Sums by group, skill and province, what
 * everybody reads apart. [SK3]
 */
export function sumWanted(
  filings: readonly DemandFiling[],
  posted: readonly PostedDemand[],
  year: number,
  before: string,
): readonly DemandSum[] {
  const places = new Places();
  const last = new Map<number, DemandFiling>();
  const filed = new Set<number>();
  for (const one of standingOf(filings, before)) {
    if (one.year !== year) continue;
    const place = places.keyOf(one.firm, one.skill, one.province);
    filed.add(place);
    keepLast(last, place * 4 + one.quarter - 1, one);
  }
  const [sums, posts] = [new Sums(), new Sums()];
  for (const one of last.values()) sums.add(one, one.wanted);
  for (const one of posted)
    if (
      one.year === year &&
      one.statedOn < before &&
      !filed.has(places.keyOf(one.firm, one.skill, one.province))
    )
      posts.add(one, one.wanted);
  return [...sums.list(), ...posts.list().map((one) => ({ ...one, known: true as const }))];
}

/** The people whom firms have for a skill, as they last said before a day. [SK3] */
export function sumEmployed(filings: readonly DemandFiling[], before: string): readonly DemandSum[] {
  const places = new Places();
  const last = new Map<number, DemandFiling>();
  for (const one of standingOf(filings, before))
    if (one.employed !== null) keepLast(last, places.keyOf(one.firm, one.skill, one.province), one);
  const sums = new Sums();
  for (const one of last.values()) sums.add(one, one.employed ?? 0);
  return sums.list();
}

/** Each filing as it stood before a day: a province put right later is wanted once, not in both. */
function standingOf(filings: readonly DemandFiling[], before: string): Iterable<DemandFiling> {
  const last = new Map<string, DemandFiling>();
  for (const one of filings) if (one.statedOn < before) keepLast(last, one.filing, one);
  return last.values();
}

function keepLast<K>(last: Map<K, DemandFiling>, key: K, one: DemandFiling): void {
  const known = last.get(key);
  if (!known || known.statedOn <= one.statedOn) last.set(key, one);
}

/** Places as numbers: a hundred thousand texts joined as keys would take most of the time. */
class Places {
  readonly #owners = new Map<string, number>();
  readonly #skills = new Map<string, number>();
  readonly #provinces = new Map<string, number>();

  /** One number for each owner, skill and province; of skills and provinces there are fewer than 4,096. */
  keyOf(owner: string, skill: string, province: string): number {
    const at = codeOf(this.#owners, owner) * 4096 + codeOf(this.#skills, skill);
    return at * 4096 + codeOf(this.#provinces, province);
  }
}

function codeOf(codes: Map<string, number>, text: string): number {
  const known = codes.get(text);
  if (known !== undefined) return known;
  codes.set(text, codes.size);
  return codes.size - 1;
}

class Sums {
  readonly #places = new Places();
  readonly #sums = new Map<number, { group: string; skill: string; province: string; value: number }>();

  add({ group, skill, province }: Place, value: number): void {
    const key = this.#places.keyOf(group, skill, province);
    const known = this.#sums.get(key);
    if (known) known.value += value;
    else this.#sums.set(key, { group, skill, province, value });
  }

  list(): readonly DemandSum[] {
    return [...this.#sums.values()];
  }
}
