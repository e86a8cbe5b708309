import { LilinkError } from "../../error/index.ts";

/** Somebody who could join: `covers` names competences, `fit` from 0 to 1 how well it matches the project. */
export type TeamCandidate = { readonly id: string; readonly covers: readonly string[]; readonly fit: number };

/** Nobody in a team can be left out; `covers` says who brings what. */
export type Team = {
  readonly members: readonly string[];
  readonly fit: number;
  readonly covers: Readonly<Record<string, readonly string[]>>;
};

export type TeamChoice = { readonly teams: readonly Team[]; readonly uncovered: readonly string[] };

type Option = { readonly id: string; readonly mask: number; readonly fit: number };
type Found = { readonly options: readonly Option[]; readonly fit: number };

const mostCompetences = 30;

/**
 * The smallest teams that cover every competence of a project, exactly: fewest members first, then the greatest sum of
 * fits, ties by ids. Teams from which somebody could be left out are none. [AL13]
 * @param competences what the project needs, e.g. concept ids across links and kinds; at most 30
 * @param most how many teams; those after the first may be larger than it
 * @returns no team, and the competences that nobody brings, where some are uncovered
 * @throws LilinkError LIMIT_REACHED for more than 30 competences
 * @example findTeams(["lfp", "black-mass-lfp"], candidates, 3).teams[0]?.members
 */
export function findTeams(
  competences: readonly string[],
  candidates: readonly TeamCandidate[],
  most = 5,
): TeamChoice {
  const needed = [...new Set(competences)];
  if (needed.length > mostCompetences) throw new LilinkError("LIMIT_REACHED", { most: mostCompetences });
  const bits = new Map(needed.map((competence, bit) => [competence, 1 << bit]));
  const options = candidates
    .map(({ id, covers, fit }) => ({
      id,
      fit,
      mask: covers.reduce((mask, name) => mask | (bits.get(name) ?? 0), 0),
    }))
    .filter(({ mask }) => mask !== 0)
    .sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1));
  const all = needed.length === 0 ? 0 : 2 ** needed.length - 1;
  const reached = options.reduce((mask, option) => mask | option.mask, 0);
  const uncovered = needed.filter((name) => ((bits.get(name) ?? 0) & reached) === 0);
  if (uncovered.length > 0 || all === 0) return { teams: [], uncovered };
  const teams: Found[] = [];
  for (let size = 1; size <= needed.length && teams.length < most; size++)
    teams.push(...searchSize(options, all, size, most - teams.length));
  return { teams: teams.map((team) => toTeam(team, needed, bits)), uncovered };
}

/** The best irredundant teams of one size: branches on the open competence that the fewest can bring. */
function searchSize(options: readonly Option[], all: number, size: number, most: number): readonly Found[] {
  const found: Found[] = [];
  const visit = (chosen: readonly Option[], open: number, left: readonly Option[], fit: number): void => {
    if (open === 0) {
      if (chosen.length === size && isIrredundant(chosen, all)) insert(found, { options: chosen, fit }, most);
      return;
    }
    const places = size - chosen.length;
    const useful = left.filter(({ mask }) => (mask & open) !== 0);
    const widest = useful.reduce((wide, { mask }) => Math.max(wide, count(mask & open)), 0);
    if (widest * places < count(open)) return;
    const worst = found.length < most ? undefined : found.at(-1);
    // Rounding of sums must not cut off an equal team, which may come first by its ids.
    const ceiling = fit + useful.slice(0, places).reduce((sum, option) => sum + option.fit, 0);
    if (worst && ceiling < worst.fit - 1e-9) return;
    const bit = rarest(open, useful);
    let rest = useful;
    for (const option of useful.filter(({ mask }) => (mask & bit) !== 0)) {
      rest = rest.filter((other) => other !== option);
      visit([...chosen, option], open & ~option.mask, rest, fit + option.fit);
    }
  };
  visit([], all, options, 0);
  return found;
}

function rarest(open: number, options: readonly Option[]): number {
  let [best, fewest] = [0, Infinity];
  for (let bit = 1; bit <= open; bit *= 2) {
    if ((open & bit) === 0) continue;
    const carriers = options.filter(({ mask }) => (mask & bit) !== 0).length;
    if (carriers >= fewest) continue;
    fewest = carriers;
    best = bit;
  }
  return best;
}

function isIrredundant(chosen: readonly Option[], all: number): boolean {
  return chosen.every(
    (left) => chosen.reduce((mask, other) => (other === left ? mask : mask | other.mask), 0) !== all,
  );
}

function insert(found: Found[], team: Found, most: number): void {
  found.push(team);
  found.sort((a, b) => compareTeams(a, b));
  if (found.length > most) found.pop();
}

function compareTeams(a: Found, b: Found): number {
  const [left, right] = [namesOf(a), namesOf(b)];
  return Math.round((b.fit - a.fit) * 1e9) || (left < right ? -1 : 1);
}

const namesOf = ({ options }: Found) =>
  options
    .map(({ id }) => id)
    .sort()
    .join("\n");

function toTeam({ options, fit }: Found, needed: readonly string[], bits: ReadonlyMap<string, number>): Team {
  const members = options.map(({ id }) => id).sort();
  const brings = ({ mask }: Option) => needed.filter((name) => (mask & (bits.get(name) ?? 0)) !== 0);
  const covers = Object.fromEntries(options.map((option) => [option.id, brings(option)]));
  return { members, fit, covers };
}

function count(mask: number): number {
  let [rest, bits] = [mask, 0];
  for (; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
