import type { Database } from "@lilink/db";
import { fundContributor, fundMaturity, fundMilestone, fundOutput } from "@lilink/db/schema";
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
type Side = { readonly personId: string; readonly organizationId: string };

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
  await tx.insert(fundMilestone).values(
    work.stones.map(({ from, first, now, ended, state, ...texts }) => ({
      ...ids(),
      ...texts,
      baselineFrom: day(from),
      baselineOn: day(first),
      dueOn: day(now),
      moves: now === first ? 0 : 1,
      state: state as MilestoneState,
      endedOn: ended === null ? null : day(ended),
      reason: now === first && state !== "missed" ? null : "设备到货晚于计划。（虚构）",
      ...(state === "reached" && {
        verifiedBy: outsider.personId,
        verifiedOrganizationId: outsider.organizationId,
      }),
    })),
  );
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
