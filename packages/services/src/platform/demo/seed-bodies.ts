import type { Database, Principal } from "@lilink/db";
import { bodyFact, factContest, organization } from "@lilink/db/schema";
import { pinyinOf } from "@lilink/engine/text";
import { eq } from "drizzle-orm";
import { answerContest, checkFact } from "../../bodies/fact/answer-contest.ts";
import { contestFact } from "../../bodies/fact/contest-fact.ts";
import { mergeBodies } from "../../bodies/merge/merge-bodies.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";

/** Second records of firms of the cast, as a list that somebody took over would bring them. */
const twins = [
  {
    nameZh: "云岚锂盐(虚构)",
    nameEn: "Yunlan Lithium Salts Co., Ltd. (fictional)",
    province: "36",
    of: null,
  },
  { nameZh: "崑崙鹽湖鋰業(虚构)", nameEn: null, province: "63", of: "昆仑盐湖锂业有限公司(虚构)" },
] as const;
const officer = "officer@group.example";

/** Two second records, one of which is merged, a fact that was checked, and two that firms object to: one waits, one is answered. */
export async function seedBodies(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => Principal,
): Promise<void> {
  for (const twin of twins) await addTwin(owner, app, principalOf(officer), twin);
  if ((await owner.$count(bodyFact)) === 0) {
    const salt = await findBody(owner, "云岚锂盐股份有限公司(虚构)");
    await call(app, principalOf(officer), checkFact, {
      publicId: salt?.publicId ?? "",
      fact: "nameZh",
      value: "云岚锂盐股份有限公司(虚构)",
      evidence: "企业登记信息（演示），今日查询，名称一致。",
    });
  }
  if ((await owner.$count(factContest)) > 0) return;
  await call(app, principalOf("admin@salt.example"), contestFact, {
    fact: "nameZh",
    wanted: "云岚锂盐集团股份有限公司(虚构)",
    reason: "五月已更名为集团股份有限公司，变更登记可查（演示）。",
  });
  const { publicId } = await call(app, principalOf("admin@salt.example"), contestFact, {
    fact: "elsewhere",
    place: "/deposits",
    wanted: "该矿床不由本公司经营。",
    reason: "经营权去年已转出，公告可查（演示）。",
  });
  await call(app, principalOf(officer), answerContest, {
    publicId,
    uphold: false,
    evidence: "矿业权公示（演示）显示转让尚未办结；办结后请再次提出。",
  });
}

const findBody = async (owner: Database, nameZh: string) =>
  (
    await owner
      .select({ id: organization.id, publicId: organization.publicId })
      .from(organization)
      .where(eq(organization.nameZh, nameZh))
  )[0];

async function addTwin(
  owner: Database,
  app: Kernel,
  by: Principal,
  twin: (typeof twins)[number],
): Promise<void> {
  if (await findBody(owner, twin.nameZh)) return;
  const publicId = app.newPublicId();
  const now = app.clock();
  const { nameZh, nameEn, province } = twin;
  await owner.insert(organization).values({
    id: app.newId(),
    publicId,
    kind: "enterprise",
    status: "unclaimed",
    nameZh,
    nameEn,
    namePinyin: Object.values(pinyinOf(nameZh)).join(" "),
    fictional: true,
    province,
    createdAt: now,
    updatedAt: now,
  });
  const into = twin.of ? await findBody(owner, twin.of) : null;
  if (into)
    await call(app, by, mergeBodies, {
      from: publicId,
      into: into.publicId,
      reason: "同一企业，登记名与省份一致（演示）。",
    });
}
