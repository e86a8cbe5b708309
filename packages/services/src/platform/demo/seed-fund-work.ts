import type { Database } from "@lilink/db";
import {
  fundContributor,
  fundMaturity,
  fundMilestone,
  fundMilestoneAfter,
  fundMilestoneChange,
  fundOutput,
} from "@lilink/db/schema";
import { shiftMonths } from "@lilink/model/calendar";
import {
  type CreditRole,
  type MaturityRung,
  type MilestoneState,
  type OutputKind,
  toOutputKey,
} from "@lilink/model/fund/life";
import type { Kernel } from "../../kernel/context.ts";
import given from "./data/fund.json" with { type: "json" };

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
type Award = { readonly id: string; readonly title: string; readonly startsOn: string; readonly at: Date };
type Contributor = { readonly name: string; readonly roles: readonly CreditRole[]; readonly share: number };
type Rung = readonly [rung: MaturityRung, trl: number, month: number, evidence: string, reason: string];
type Stone = {
  readonly workPackage: string;
  readonly title: string;
  readonly measure: string;
  readonly from: number;
  readonly first: number;
  readonly now: number;
  readonly state: string;
  readonly ended: number | null;
  /** Titles of what it waits for. */
  readonly after?: readonly string[];
  readonly points?: readonly [number, number, number];
};
type Side = { readonly personId: string; readonly organizationId: string };

const reason = "设备到货晚于计划。(虚构) / The equipment came later than planned. (fictional)";

/** Milestones and outputs of one project; what was reached, somebody outside confirmed. */
export async function seedWork(tx: Transaction, app: Kernel, award: Award, outsider: Side): Promise<void> {
  const work = given.work.find(({ title }) => title === award.title);
  if (!work) return;
  const day = (month: number) => shiftMonths(award.startsOn, month);
  const ids = () => ({
    id: app.newId(),
    publicId: app.newPublicId(),
    awardId: award.id,
    createdAt: award.at,
  });
  const stones = (work.stones as readonly Stone[]).map((stone) => ({ ...stone, ...ids() }));
  await tx.insert(fundMilestone).values(
    stones.map(({ from, first, now, ended, state, after: _after, points, ...texts }) => ({
      ...texts,
      baselineFrom: day(from),
      baselineOn: day(first),
      dueOn: day(now),
      moves: now === first ? 0 : 1,
      state: state as MilestoneState,
      endedOn: ended === null ? null : day(ended),
      reason: now === first && state !== "missed" ? null : reason,
      ...(points && { shortDays: points[0], likelyDays: points[1], longDays: points[2] }),
      ...(state === "reached" && {
        verifiedBy: outsider.personId,
        verifiedOrganizationId: outsider.organizationId,
      }),
    })),
  );
  const links = stones.flatMap(({ id, after }) =>
    (after ?? []).flatMap((title) => {
      const before = stones.find((stone) => stone.title === title);
      return before ? [{ milestoneId: id, afterId: before.id }] : [];
    }),
  );
  if (links.length > 0) await tx.insert(fundMilestoneAfter).values(links);
  const changes = stones
    .filter(({ now, first }) => now !== first)
    .map(({ id, now, from }) => ({
      ...{ id: app.newId(), milestoneId: id, kind: "moved", dueOn: day(now), reason },
      toldAt: new Date(`${day(from)}T02:00:00Z`),
    }));
  if (changes.length > 0) await tx.insert(fundMilestoneChange).values(changes);
  const outputs = work.outputs.map(({ kind, title, identifier, month, share, contributors }) => ({
    row: {
      ...ids(),
      kind: kind as OutputKind,
      title,
      identifier,
      key: toOutputKey(identifier),
      madeOn: day(month),
      share: String(share),
    },
    contributors: contributors as readonly Contributor[],
  }));
  if (outputs.length > 0) await tx.insert(fundOutput).values(outputs.map(({ row }) => row));
  const people = outputs.flatMap(({ row, contributors }) =>
    contributors.map(({ roles, share, name }, position) => ({
      outputId: row.id,
      position,
      name,
      roles: [...roles],
      share: String(share),
    })),
  );
  if (people.length > 0) await tx.insert(fundContributor).values(people);
  const ladder = work.ladder as unknown as readonly Rung[];
  if (ladder.length > 0)
    await tx.insert(fundMaturity).values(
      ladder.map(([rung, trl, month, evidence, reason], position) => ({
        ...ids(),
        position,
        rung,
        trl,
        reachedOn: day(month),
        evidence,
        reason,
      })),
    );
}
