import { postingRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { posting, postingHead } from "@lilink/db/schema";
import { findTeams, type TeamCandidate } from "@lilink/model/allocation";
import { descendantsOf } from "@lilink/model/chain";
import { LilinkError } from "@lilink/model/error";
import { judgePair } from "@lilink/model/matching";
import { organizationOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type ReadDocument, readDocuments, readOpenDocuments } from "../market/read-documents.ts";
import { readWeights } from "../market/read-weights.ts";
import { findPaths } from "./find-paths.ts";
import { type Competence, nameCompetences } from "./name-competences.ts";

export type TeamMember = {
  readonly publicId: string;
  readonly title: string;
  readonly language: string;
  readonly concept: string;
  /** The competences that it brings. */
  readonly covers: readonly string[];
  readonly fit: number;
  /** Whether it is the reader's own: in a project of others it is no partner, but what the reader could bring. */
  readonly own: boolean;
};

const mostCandidates = 120;
const mostTeams = 4;

/**
 * The smallest sets of live capabilities that together bring what a project names, and the paths of the chain through it
 * that one new member would close ([TM1]). All from postings as the reader may read them, confidential parts left out.
 */
export const findTeam = defineQuery({
  name: "team.find",
  input: postingRefSchema,
  rest: { tag: "matches", method: "GET", path: "/postings/{publicId}/team", output: shape.team },
  authorize: { action: "team.find" },
  run: async (ctx, { publicId }) => {
    const [head] = await ctx.db
      .select({ id: postingHead.postingId, kind: postingHead.kind })
      .from(postingHead)
      .where(and(eq(postingHead.publicId, publicId), eq(postingHead.state, "published")));
    const [read] = head?.kind === "project" ? await readDocuments(ctx, [head.id]) : [];
    if (!head || !read) throw new LilinkError("NOT_FOUND");
    const isOwn = await ownsPosting(ctx, head.id);
    const project: ReadDocument = isOwn ? read : { whole: read.open, open: read.open };
    const competences = nameCompetences(project.whole);
    const candidates = await readCandidates(ctx, project, competences);
    const own = candidates.filter((one) => one.own);
    const held = isOwn
      ? competences.filter(({ concept }) => own.some((one) => one.covers.includes(concept)))
      : [];
    const wanted = competences
      .map(({ concept }) => concept)
      .filter((concept) => !held.some((one) => one.concept === concept));
    const others = isOwn ? candidates.filter((one) => !one.own) : candidates;
    const uncovered = wanted.filter((concept) => !others.some((one) => one.covers.includes(concept)));
    const open = wanted.filter((concept) => !uncovered.includes(concept));
    const { teams } = findTeams(open, others, mostTeams);
    const memberOf = new Map(others.map((one) => [one.id, one.member]));
    return {
      own: isOwn,
      competences,
      held: held.map(({ concept }) => concept),
      uncovered,
      teams: teams.map((team) => ({
        fit: team.fit / team.members.length,
        members: team.members.flatMap((id) => {
          const member = memberOf.get(id);
          return member ? [{ ...member, covers: team.covers[id] ?? [] }] : [];
        }),
      })),
      paths: await findPaths(ctx, project.whole.concepts),
    };
  },
});

type Candidate = TeamCandidate & { readonly own: boolean; readonly member: TeamMember };

async function ownsPosting(ctx: Context, id: string): Promise<boolean> {
  const organizationId = organizationOf(ctx.actor);
  if (!organizationId) return false;
  const rows = await ctx.db
    .select({ id: posting.id })
    .from(posting)
    .where(and(eq(posting.id, id), eq(posting.organizationId, organizationId)));
  return rows.length > 0;
}

/** Live capabilities that hold a competence: they stand on it or on a kind of it. How well each fits is judged openly. */
async function readCandidates(
  ctx: Context,
  project: ReadDocument,
  competences: readonly Competence[],
): Promise<Candidate[]> {
  const kindsOf = new Map(
    competences.map(({ concept }) => [concept, new Set([concept, ...descendantsOf(concept)])]),
  );
  const held = [...new Set([...kindsOf.values()].flatMap((kinds) => [...kinds]))];
  if (held.length === 0) return [];
  const facets = sql.param(held.map((concept) => `concept:${concept}`));
  const { rows } = await ctx.db.execute<{ id: string; publicId: string; own: boolean }>(sql`
    select e.posting_id as id, e.public_id as "publicId",
      exists (select 1 from posting p where p.id = e.posting_id and p.organization_id = ${organizationOf(ctx.actor)}::uuid) as own
    from posting_part e
    where e.state = 'live' and e.level = 'everyone' and not e.walled and e.kind = 'capability'
      and (e.valid_until is null or e.valid_until > ${ctx.now.toISOString()}::timestamptz)
      and e.facets && ${facets}::text[]
    order by e.published_at desc, e.public_id limit ${mostCandidates}`);
  const documents = await readOpenDocuments(
    ctx,
    rows.map(({ id }) => id),
  );
  const weights = await readWeights(ctx);
  return rows.flatMap(({ publicId, own }, at) => {
    const document = documents[at];
    if (!document) return [];
    const covers = competences
      .map(({ concept }) => concept)
      .filter((concept) => document.concepts.some((one) => kindsOf.get(concept)?.has(one)));
    const fit = judgePair(project.whole, document, project.open, document, weights).score;
    const [concept = ""] = document.concepts;
    const member = { publicId, title: document.title, language: document.lang, concept, covers, fit, own };
    return [{ id: publicId, covers, fit, own, member }];
  });
}
