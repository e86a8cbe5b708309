import type { Database, Principal } from "@lilink/db";
import { relayClaim, relayResult, relayStep } from "@lilink/db/schema";
import { shiftDate, startOfShanghaiDay, toShanghaiDate } from "@lilink/model/calendar";
import type { MaturityRung, RelayClaimState, RelayStep, RelayStepState } from "@lilink/model/fund/life";
import { relayClaimMachine } from "@lilink/model/fund/life";
import type { independentUses } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";
import given from "./data/relay.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type Step = {
  readonly step: RelayStep;
  /** So many days ago. */
  readonly told: number;
  readonly answered: number | null;
  readonly state: RelayStepState;
  readonly words: string;
  readonly answer: string | null;
  readonly use?: {
    readonly kind: (typeof independentUses)[number];
    readonly volume: number;
    readonly unit: string;
  };
};
type Claim = {
  readonly by: string;
  /** The title of a need or of a project. */
  readonly of: string;
  readonly named: boolean;
  readonly steps: readonly Step[];
};
type Result = {
  /** The title of an output or of an achievement. */
  readonly of: string;
  readonly node: string;
  readonly rung: MaturityRung;
  readonly use: string;
  readonly claims: readonly Claim[];
};
type Source = {
  readonly title: string;
  readonly outputId: string | null;
  readonly achievementId: string | null;
  readonly orgId: string;
  readonly madeOn: string;
};
type Taker = {
  readonly title: string;
  readonly orgId: string;
  readonly postingId: string | null;
  readonly awardId: string | null;
};

/** Invented results in every lane, in one transaction: most of it happened months ago. What is there stays. */
export async function seedRelay(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  if ((await owner.$count(relayResult)) > 0) return;
  const today = toShanghaiDate(app.clock());
  const at = (daysAgo: number) =>
    new Date(startOfShanghaiDay(shiftDate(today, -daysAgo)).getTime() + 10 * 3_600_000);
  const ids = () => ({ id: app.newId(), publicId: app.newPublicId() });
  const { rows: sources } =
    await owner.execute<Source>(sql`select o.title, o.id as "outputId", null as "achievementId", a.org_id as "orgId", o.made_on::text as "madeOn"
      from fund_output o join fund_award a on a.id = o.award_id
    union all select v.title_zh, null, h.id, h.organization_id, v.offered_on from achievement h
      join achievement_version v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone' where v.offered_on is not null`);
  const { rows: takers } =
    await owner.execute<Taker>(sql`select title, organization_id as "orgId", id as "postingId", null as "awardId" from posting where kind = 'need'
    union all select title, org_id, null, id from fund_award`);
  await owner.transaction(async (tx) => {
    for (const { of, claims, ...result } of given as readonly Result[]) {
      const source = sources.find(({ title }) => title === of);
      if (!source) throw new Error(`the demo has no result ${of}`);
      const row = ids();
      await tx.insert(relayResult).values({
        ...row,
        organizationId: source.orgId,
        outputId: source.outputId,
        achievementId: source.achievementId,
        title: of,
        ...result,
        madeOn: source.madeOn,
        state: "offered",
        offeredAt: startOfShanghaiDay(source.madeOn),
      });
      for (const { by, of: need, named, steps } of claims) {
        const { organizationId, personId } = principalOf(by);
        const taker = takers.find(({ title, orgId }) => title === need && orgId === organizationId);
        if (!taker) throw new Error(`the demo has no need ${need} of ${by}`);
        const confirmed = steps.filter(({ state }) => state === "confirmed");
        const last = confirmed.at(-1);
        const claim = ids();
        await tx.insert(relayClaim).values({
          ...claim,
          resultId: row.id,
          organizationId,
          holderId: source.orgId,
          postingId: taker.postingId,
          awardId: taker.awardId,
          title: need,
          state: last ? relayClaimMachine.steps[last.step].to : (relayClaimMachine.start as RelayClaimState),
          named,
          claimedAt: confirmed[0] ? at(confirmed[0].answered ?? 0) : null,
          movedAt: at(last?.answered ?? steps[0]?.told ?? 0),
          createdAt: at(steps[0]?.told ?? 0),
        });
        await tx.insert(relayStep).values(
          steps.map(({ step, told, answered, state, words, answer, use }) => ({
            ...ids(),
            claimId: claim.id,
            step,
            state,
            toldOrganizationId: organizationId,
            toldBy: personId,
            toldAt: at(told),
            happenedOn: shiftDate(today, -told),
            words,
            useKind: use?.kind ?? null,
            volume: use ? String(use.volume) : null,
            unit: use?.unit ?? null,
            answeredAt: answered === null ? null : at(answered),
            answer,
          })),
        );
      }
    }
  });
}
