import type { Database, Principal } from "@lilink/db";
import {
  advisedDraft,
  engagement,
  introduction,
  introductionAdviser,
  introductionMessage,
  organization,
  posting,
  postingDraft,
  proposedPair,
} from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import type { EngagementScope } from "@lilink/model/engagement";
import type { PostingKind } from "@lilink/model/posting";
import { and, eq, isNotNull } from "drizzle-orm";
import { writeForClient } from "../../exchange/engagement/accompany.ts";
import { answerEngagement } from "../../exchange/engagement/answer-engagement.ts";
import { letIn } from "../../exchange/engagement/let-in.ts";
import { nameAdviser } from "../../exchange/engagement/name-adviser.ts";
import { handOverDraft, prepareDraft } from "../../exchange/engagement/prepare-draft.ts";
import { proposePair } from "../../exchange/engagement/propose-pair.ts";
import { saveDraft } from "../../exchange/posting/save-draft.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import given from "./data/engagements.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type Ids = { readonly id: string; readonly publicId: string };

/** Invented engagements, one at work in every scope and one that waits, by the verbs that people use. What is there stays. */
export async function seedEngagements(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
  idsOf: (title: string) => Ids,
): Promise<void> {
  for (const one of given.engagements) {
    const [client, adviser] = [principalOf(one.client), principalOf(one.adviser)];
    const row = await bringEngagement(owner, app, client, adviser, one);
    if (!one.accepted) continue;
    if (row.state === "proposed")
      await call(app, adviser, answerEngagement, { publicId: row.publicId, accept: true });
    await bringDrafts(owner, app, adviser, row, one.drafts);
    const paired = await owner.$count(proposedPair, eq(proposedPair.engagementId, row.id));
    for (const { own, other, reason } of one.pairs.slice(paired))
      await call(app, adviser, proposePair, {
        publicId: row.publicId,
        own: idsOf(own).publicId,
        other: idsOf(other).publicId,
        reason,
      });
    for (const title of one.lets)
      await bringIn(owner, app, { client, adviser, row, ...idsOf(title) }, one.message);
  }
}

type Row = { readonly id: string; readonly publicId: string; readonly state: string };

async function bringEngagement(
  owner: Database,
  app: Kernel,
  client: MemberPrincipal,
  adviser: MemberPrincipal,
  one: (typeof given.engagements)[number],
): Promise<Row> {
  const [known] = await owner
    .select({ id: engagement.id, publicId: engagement.publicId, state: engagement.state })
    .from(engagement)
    .where(
      and(eq(engagement.organizationId, client.organizationId), eq(engagement.adviserEmail, one.adviser)),
    );
  if (known) return known;
  const today = toShanghaiDate(app.clock());
  const [body] = await owner
    .select({ publicId: organization.publicId })
    .from(organization)
    .where(eq(organization.id, adviser.organizationId));
  const made = await call(app, client, nameAdviser, {
    organization: body?.publicId ?? "",
    email: one.adviser,
    scopes: one.scopes as EngagementScope[],
    fromOn: today,
    untilOn: shiftDate(today, 180),
    reason: one.reason,
  });
  return { ...made, state: "proposed" };
}

async function bringDrafts(
  owner: Database,
  app: Kernel,
  adviser: MemberPrincipal,
  { id, publicId }: Row,
  drafts: (typeof given.engagements)[number]["drafts"],
): Promise<void> {
  for (const [at, { kind, handed, ...content }] of drafts.entries()) {
    const read = () =>
      owner
        .select({
          publicId: posting.publicId,
          revision: postingDraft.revision,
          handedAt: advisedDraft.handedAt,
        })
        .from(advisedDraft)
        .innerJoin(posting, eq(posting.id, advisedDraft.postingId))
        .innerJoin(postingDraft, eq(postingDraft.postingId, posting.id))
        .where(eq(advisedDraft.engagementId, id))
        .orderBy(posting.id);
    if (!(await read())[at]) await call(app, adviser, prepareDraft, { publicId, kind: kind as PostingKind });
    const draft = (await read())[at];
    if (!draft || draft.handedAt) continue;
    if (draft.revision === 0)
      await call(app, adviser, saveDraft, {
        publicId: draft.publicId,
        revision: 0,
        content: { ...content, language: "zh" },
        levels: {},
      });
    if (handed) await call(app, adviser, handOverDraft, { publicId: draft.publicId });
  }
}

type Thread = Ids & {
  readonly client: MemberPrincipal;
  readonly adviser: MemberPrincipal;
  readonly row: Row;
};

async function bringIn(owner: Database, app: Kernel, of: Thread, body: string | null): Promise<void> {
  const [open] = await owner
    .select({ id: introduction.id, publicId: introduction.publicId })
    .from(introduction)
    .where(and(eq(introduction.askingPostingId, of.id), eq(introduction.state, "accepted")));
  if (!open) return;
  const known = await owner.$count(introductionAdviser, eq(introductionAdviser.engagementId, of.row.id));
  if (known === 0)
    await call(app, of.client, letIn, { publicId: open.publicId, engagement: of.row.publicId });
  const said = await owner.$count(
    introductionMessage,
    and(eq(introductionMessage.introductionId, open.id), isNotNull(introductionMessage.advisedBy)),
  );
  if (body && said === 0) await call(app, of.adviser, writeForClient, { publicId: open.publicId, body });
}
