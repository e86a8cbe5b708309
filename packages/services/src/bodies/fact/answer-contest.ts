import { contestAnswerSchema, contestListSchema, factCheckSchema } from "@lilink/contract";
import { bodyFact, factContest, organization } from "@lilink/db/schema";
import { pinyinOf } from "@lilink/engine/text";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import {
  type BodyFact,
  bodyFacts,
  chooseStatement,
  contestMachine,
  type FactBasis,
} from "@lilink/model/organization";
import { personOf } from "@lilink/model/policy";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { impartialTo, listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { contestColumns } from "./load-facts.ts";
import { type BodyRow, readStatements } from "./statements.ts";

/** The officers' queue: open contests oldest first, answered ones newest first. */
export const listContests = defineQuery({
  name: "fact.list",
  input: contestListSchema,
  authorize: { action: "organization.decide" },
  run: async (ctx, input) => {
    const open = input.state === "open";
    const after = input.cursor ? readKeyCursor(input.cursor) : null;
    const order = open ? asc : desc;
    const rows = await ctx.db
      .select({
        ...contestColumns,
        organization: {
          publicId: organization.publicId,
          nameZh: organization.nameZh,
          nameEn: organization.nameEn,
        },
      })
      .from(factContest)
      .innerJoin(organization, eq(organization.id, factContest.organizationId))
      .where(
        and(
          input.state === "ended" ? ne(factContest.state, "open") : eq(factContest.state, input.state),
          after
            ? sql`(${factContest.filedAt}, ${factContest.publicId}) ${open ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]})`
            : undefined,
        ),
      )
      .orderBy(order(factContest.filedAt), order(factContest.publicId))
      .limit(input.limit + 1);
    return toPage(
      rows,
      input.limit,
      (row) => [row.filedAt.toISOString(), row.publicId],
      (row) => row,
    );
  },
});

/** An officer answers once, with evidence. What is upheld is from then on the body's own word; what is refused was checked. Both sides read it. [BD7] */
export const answerContest = defineMutation({
  name: "fact.answer",
  input: contestAnswerSchema,
  authorize: {
    action: "organization.decide",
    resource: async (ctx, { publicId }) => {
      const row = await loadContest(ctx, publicId);
      return { conflict: (await listBarred(ctx)).has(row.organizationId) };
    },
  },
  run: async (ctx, { publicId, uphold, evidence }) => {
    const row = await loadContest(ctx, publicId);
    const { to } = contestMachine.steps[uphold ? "uphold" : "refuse"];
    const done = await ctx.db
      .update(factContest)
      .set({ state: to, evidence, answeredBy: personOf(ctx.actor), answeredAt: ctx.now })
      .where(and(eq(factContest.id, row.id), eq(factContest.state, contestMachine.start)))
      .returning({ id: factContest.id });
    if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    const fact = bodyFacts.find((one) => one === row.fact);
    if (fact) {
      const said = uphold
        ? ({ value: row.wanted, basis: "claim" } as const)
        : ({ value: row.said, basis: "register" } as const);
      await record(ctx, row.organizationId, { fact, evidence, ...said });
    }
    await ctx.enqueue("notice.deliver", {
      kind: "fact.answered",
      causeKey: row.id,
      path: `/organizations/${row.organization}#facts`,
      params: { organization: row.name, decision: to, reason: evidence },
      organizationId: row.organizationId,
      adminsOnly: true,
    });
    return { id: row.id, state: to };
  },
  audit: ({ evidence }, { id, state }) => ({
    subjectKind: "fact_contest",
    subjectId: id,
    detail: { decision: state, reason: evidence },
  }),
});

/** An officer looked a fact up in a register. It holds unless the body itself says otherwise. [BD5] */
export const checkFact = defineMutation({
  name: "fact.check",
  input: factCheckSchema,
  authorize: { action: "organization.decide", resource: (ctx, input) => impartialTo(ctx, input.publicId) },
  run: async (ctx, { publicId, fact, value, evidence }) => {
    const [body] = await ctx.db
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.publicId, publicId));
    if (!body) throw new LilinkError("NOT_FOUND");
    const held = await record(ctx, body.id, { fact, value, basis: "register", evidence });
    return { id: body.id, holds: held === value };
  },
  audit: ({ fact, evidence }, { id }) => ({
    subjectKind: "organization",
    subjectId: id,
    detail: { fact, reason: evidence },
  }),
});

type Recorded = {
  readonly fact: BodyFact;
  readonly value: string | null;
  readonly basis: FactBasis;
  readonly evidence: string;
};

/** Adds a statement and puts into the directory what holds by then. Answers the value that holds. */
async function record(ctx: Context, organizationId: string, { fact, value, basis, evidence }: Recorded) {
  const [body] = await ctx.db.select().from(organization).where(eq(organization.id, organizationId));
  if (!body) throw new LilinkError("NOT_FOUND");
  const today = toShanghaiDate(ctx.now);
  const before = await readStatements(ctx, body);
  await ctx.db.insert(bodyFact).values({
    id: ctx.newId(),
    organizationId,
    fact,
    value,
    basis,
    evidence,
    saidOn: today,
    recordedBy: personOf(ctx.actor),
    recordedAt: ctx.now,
  });
  const held = chooseStatement([...before[fact], { value, basis, on: today }])?.value ?? null;
  if (fact !== "paper" && held !== (body satisfies BodyRow)[fact])
    await settle(ctx, organizationId, fact, held);
  return held;
}

async function settle(
  ctx: Context,
  organizationId: string,
  fact: BodyFact,
  value: string | null,
): Promise<void> {
  const pinyin = fact === "nameZh" && value !== null ? Object.values(pinyinOf(value)).join(" ") : null;
  await ctx.db.execute(
    sql`select app.settle_fact(${organizationId}::uuid, ${fact}, ${value}, ${pinyin}, ${ctx.now.toISOString()}::timestamptz)`,
  );
}

async function loadContest(ctx: Context, publicId: string) {
  const [row] = await ctx.db
    .select({
      id: factContest.id,
      state: factContest.state,
      fact: factContest.fact,
      said: factContest.said,
      wanted: factContest.wanted,
      organizationId: factContest.organizationId,
      organization: organization.publicId,
      name: organization.nameZh,
    })
    .from(factContest)
    .innerJoin(organization, eq(organization.id, factContest.organizationId))
    .where(eq(factContest.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}
