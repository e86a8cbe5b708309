import { findOrNull } from "#lib/find-or-null.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";
import { type MatchSection, sortByWord } from "./view.ts";

export type MatchList = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["match"]["list"]>>;
export type Match = MatchList["matches"][number];
/** What the allocation of the market shows to one's own posting. */
export type Suggestions = NonNullable<MatchList["suggestions"]>;

/** Achievements that fit one's own need. */
export async function loadAchievements(publicId: string) {
  return orNotFound((await caller()).match.achievements({ publicId }));
}
export type Achievements = Awaited<ReturnType<typeof loadAchievements>>;

type Asked = Omit<Parameters<Awaited<ReturnType<typeof caller>>["match"]["list"]>[0], "publicId">;

/** The matches of one's own posting, so many as asked; for anybody else the posting is not there. */
export async function loadMatches(publicId: string, asked: Asked): Promise<MatchList> {
  const api = await caller();
  return orNotFound(api.match.list({ publicId, ...asked }));
}

export type WhyAsked = {
  readonly why?: string | undefined;
  readonly other?: string | undefined;
  readonly organization?: string | undefined;
};

/** What goes by the name that was asked about, or the answer once one of it was chosen. */
export async function loadWhyNot(publicId: string, { why = "", other, organization }: WhyAsked) {
  const api = await caller();
  if (other || organization) {
    const asked = findOrNull(api.match.explain({ publicId, other, organization }));
    return { why, found: null, answers: (await asked)?.answers ?? [] };
  }
  const named = why.trim().slice(0, 100);
  return { why, found: named === "" ? null : await api.search.jump({ q: named }), answers: [] };
}
export type WhyNot = Awaited<ReturnType<typeof loadWhyNot>>;

/** One section page by page; a cursor that no longer fits starts at its first page. */
export async function loadSection(publicId: string, section: MatchSection, asked: string | undefined) {
  const api = await caller();
  const list = asked ? await findOrNull(api.match.list({ publicId, section, cursor: asked })) : null;
  if (list) return { list, cursor: asked };
  return { list: await loadMatches(publicId, { section }), cursor: undefined };
}

/** So many stand side by side where nobody chose. */
const mostUnchosen = 3;

/** The chosen matches in the order in which they were chosen, the strongest where none is; what is no match of the posting is left out. */
export async function loadCompared(publicId: string, others: readonly string[]) {
  const list = await loadMatches(publicId, others.length > 0 ? { only: [...others] } : {});
  if (others.length === 0) {
    const all = [...(list.suggestions?.suggestions ?? []), ...list.matches];
    return { own: list.own, matches: sortByWord(all).slice(0, mostUnchosen) };
  }
  const found = [...list.matches, ...list.nearMisses, ...list.dismissed];
  const matches = others.flatMap((id) => found.find(({ other }) => other.publicId === id) ?? []);
  return { own: list.own, matches };
}
export type Compared = Awaited<ReturnType<typeof loadCompared>>;

/** Every match and near miss, page after page, for a file that is to hold them all. */
export async function loadAllMatches(publicId: string) {
  const api = await caller();
  const readAll = async (section: "matches" | "nearMisses") => {
    let list = await api.match.list({ publicId, section, limit: 100 });
    const rows = [...list[section]];
    for (let cursor = list.next[section]; cursor; cursor = list.next[section]) {
      list = await api.match.list({ publicId, cursor, limit: 100 });
      rows.push(...list[section]);
    }
    return { own: list.own, rows };
  };
  const { own, rows: matches } = await readAll("matches");
  return { own, matches, nearMisses: (await readAll("nearMisses")).rows };
}
