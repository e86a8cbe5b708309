import { shiftMonths } from "../../calendar/index.ts";

export const reviewConflicts = ["unit", "group", "coauthor", "coapplicant", "declared"] as const;
export type ReviewConflict = (typeof reviewConflicts)[number];

export type ReviewerFacts = {
  readonly name: string;
  /** Every organization of the person. */
  readonly organizations: readonly string[];
  /** Their groups. */
  readonly groups: readonly string[];
  readonly papers: readonly { readonly authors: readonly string[]; readonly publishedOn: string }[];
  /** Names that the reviewer declared: advisers, pupils, kin. */
  readonly declared: readonly string[];
};
export type TeamFacts = {
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
  readonly people: readonly string[];
};
/** An application of the last years: who stood in it together, and on which day. */
export type PastTeam = { readonly people: readonly string[]; readonly on: string };

const coauthorMonths = 36;
const coapplicantMonths = 60;

/** Names are compared without case, blanks and dots, so that "Li Hua" and "LI, Hua" are one. */
const keyOf = (name: string) =>
  name
    .normalize("NFKC")
    .toLocaleLowerCase("en")
    .replaceAll(/[\s.,·・'-]/gu, "");

/**
 * Why a reviewer may not read an application: the same organization or group, a paper together within three years, an application together
 * within five, or what the reviewer declared. None: there is no conflict. Whoever stands in the team is of the unit. [FU14]
 */
export function conflictsOf(
  reviewer: ReviewerFacts,
  team: TeamFacts,
  past: readonly PastTeam[],
  on: string,
): readonly ReviewConflict[] {
  const people = new Set(team.people.map(keyOf));
  const own = keyOf(reviewer.name);
  const meets = (one: readonly string[], other: readonly string[]) => one.some((id) => other.includes(id));
  const hasNamed = (names: readonly string[]) => names.some((name) => people.has(keyOf(name)));
  const [papersFrom, teamsFrom] = [shiftMonths(on, -coauthorMonths), shiftMonths(on, -coapplicantMonths)];
  const found: Readonly<Record<ReviewConflict, boolean>> = {
    unit: meets(reviewer.organizations, team.organizations) || people.has(own),
    group: meets(reviewer.groups, team.groups),
    coauthor: reviewer.papers.some(
      ({ authors, publishedOn }) => publishedOn >= papersFrom && hasNamed(authors),
    ),
    coapplicant: past.some(
      ({ people: names, on: day }) =>
        day >= teamsFrom && names.some((name) => keyOf(name) === own) && hasNamed(names),
    ),
    declared: hasNamed(reviewer.declared),
  };
  return reviewConflicts.filter((kind) => found[kind]);
}
