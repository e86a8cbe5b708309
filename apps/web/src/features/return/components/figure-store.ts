import { type FigurePlace, figureKey } from "@lilink/model/return";
import { isLeaving } from "#lib/form/local-copy.ts";
import type { ReturnForm } from "../queries.ts";

/** A figure as it stands in this window. `revision` is the one that was seen; `saved` what the server is known to hold. */
export type CellState = {
  readonly place: FigurePlace;
  readonly raw: string;
  readonly unit: string;
  readonly revision: number;
  readonly saved: { readonly raw: string; readonly unit: string };
};
export type Theirs = {
  readonly raw: string;
  readonly unit: string;
  readonly revision: number;
  readonly by: string | null;
  readonly at: Date;
};
export type Conflict = { readonly key: string; readonly place: FigurePlace; readonly theirs: Theirs };
type Kept = Pick<CellState, "place" | "raw" | "unit" | "revision">;

const nothing = { raw: "", unit: "" };

/**
 * The figures of a form outside of React: typing in one of hundreds renders that one alone. What is not yet acknowledged
 * lies on this device too.
 */
export class FigureStore {
  readonly #cells = new Map<string, CellState>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #copyKey: string;
  onType: () => void = () => undefined;

  constructor(copyKey: string, figures: ReturnForm["figures"]) {
    this.#copyKey = copyKey;
    for (const { component, site, place, raw, unit, revision } of figures)
      this.#cells.set(figureKey({ component, site, place }), {
        place: { component, site, place },
        raw,
        unit,
        revision,
        saved: { raw, unit },
      });
  }

  get(place: FigurePlace): CellState | undefined {
    return this.#cells.get(figureKey(place));
  }

  subscribe(place: FigurePlace, listener: () => void): () => void {
    const key = figureKey(place);
    const known = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, known.add(listener));
    return () => void known.delete(listener);
  }

  type(place: FigurePlace, typed: { readonly raw?: string; readonly unit?: string }): void {
    const key = figureKey(place);
    const known = this.#cells.get(key) ?? { place, ...nothing, revision: 0, saved: nothing };
    this.#put(key, { ...known, ...typed });
    this.#keep();
    this.onType();
  }

  /** What the server does not have yet. A unit without a number is no figure. */
  listUnsaved(): CellState[] {
    return [...this.#cells.values()].filter(
      ({ raw, unit, saved }) => raw !== saved.raw || (raw !== "" && unit !== saved.unit),
    );
  }

  acknowledge(
    sent: readonly CellState[],
    saved: readonly (FigurePlace & { readonly revision: number })[],
  ): void {
    const sentBy = new Map(sent.map((cell) => [figureKey(cell.place), cell]));
    for (const { revision, ...place } of saved) {
      const key = figureKey(place);
      const was = sentBy.get(key);
      const now = this.#cells.get(key);
      if (was && now) this.#put(key, { ...now, revision, saved: { raw: was.raw, unit: was.unit } });
    }
    if (!isLeaving()) this.#keep();
  }

  /** Goes on from the other's revision with what is typed here. */
  keepMine({ key, theirs }: Conflict): void {
    const now = this.#cells.get(key);
    if (now)
      this.#put(key, { ...now, revision: theirs.revision, saved: { raw: theirs.raw, unit: theirs.unit } });
    this.#keep();
  }

  takeTheirs({ key, theirs: { raw, unit, revision } }: Conflict): void {
    const now = this.#cells.get(key);
    if (now) this.#put(key, { ...now, raw, unit, revision, saved: { raw, unit } });
    this.#keep();
  }

  /** Puts back what was typed on this device and never acknowledged; the revision seen then decides about conflicts. */
  restore(): number {
    let count = 0;
    for (const { place, raw, unit, revision } of readKept(this.#copyKey)) {
      const key = figureKey(place);
      const known = this.#cells.get(key) ?? { place, ...nothing, revision: 0, saved: nothing };
      if (known.raw === raw && known.unit === unit) continue;
      this.#put(key, { ...known, raw, unit, revision });
      count += 1;
    }
    if (count === 0) this.#keep();
    return count;
  }

  #put(key: string, cell: CellState): void {
    this.#cells.set(key, cell);
    for (const listener of this.#listeners.get(key) ?? []) listener();
  }

  #keep(): void {
    const kept = this.listUnsaved().map(
      ({ place, raw, unit, revision }): Kept => ({ place, raw, unit, revision }),
    );
    try {
      if (kept.length === 0) localStorage.removeItem(this.#copyKey);
      else localStorage.setItem(this.#copyKey, JSON.stringify(kept));
    } catch {
      // Storage may be full or forbidden; the server's autosave still holds.
    }
  }
}

function readKept(key: string): Kept[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]") as unknown;
    return Array.isArray(kept) ? (kept as Kept[]).filter((one) => Array.isArray(one?.place?.place)) : [];
  } catch {
    return [];
  }
}
