import type { Database } from "@lilink/db";
import { meeting, organization, outbox, reserveStock } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { eq } from "drizzle-orm";
import { recordDecision } from "../../group/meeting/decide.ts";
import { addItem } from "../../group/meeting/keep-meeting.ts";
import { addStock, moveStock } from "../../group/supply/reserve.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { findPrincipal } from "./seed-meetings.ts";

const stocks = [
  {
    stock: {
      product: "carbonate",
      grade: "电池级 99.5 %",
      form: "25 kg 袋装",
      site: "一号库(虚构)",
      custodian: "储备中心(虚构)",
      targetDays: 45,
      shelfLifeDays: 540,
    },
    moves: [
      { kind: "in", tonnes: 42_000, ago: 520 },
      { kind: "in", tonnes: 18_000, ago: 300 },
      { kind: "loss", tonnes: 120, ago: 180 },
      { kind: "rotate", tonnes: 6_000, ago: 60 },
    ],
  },
  {
    stock: {
      product: "hydroxide",
      grade: "电池级 56.5 %",
      form: "500 kg 吨袋，充氮",
      site: "二号库(虚构)",
      custodian: "储备中心(虚构)",
      targetDays: 20,
      shelfLifeDays: 180,
    },
    moves: [{ kind: "in", tonnes: 9_000, ago: 210 }],
  },
] as const;

/** Invented stocks, so that the store room and the band of cover are alive; one is rotated by a decision of the demo's meeting. What is there stays. */
export async function seedReserves(owner: Database, app: Kernel): Promise<void> {
  if ((await owner.$count(reserveStock)) > 0) return;
  const officer = await findPrincipal(owner, "officer@group.example");
  const today = toShanghaiDate(app.clock());
  const decision = await decideRotation(owner, app, officer, shiftDate(today, 30));
  for (const { stock, moves } of stocks) {
    const { publicId } = await call(app, officer, addStock, stock);
    for (const { kind, tonnes, ago } of moves)
      await call(app, officer, moveStock, {
        ...{ stock: publicId, kind, tonnes, occurredOn: shiftDate(today, -ago), note: "虚构" },
        ...(kind === "rotate" && { decision }),
      });
  }
  const now = app.clock();
  await owner
    .insert(outbox)
    .values({ id: app.newId(), name: "reserve.cover", payload: {}, runAt: now, createdAt: now });
}

async function decideRotation(
  owner: Database,
  app: Kernel,
  officer: Awaited<ReturnType<typeof findPrincipal>>,
  dueOn: string,
): Promise<string> {
  const [held] = await owner
    .select({ publicId: meeting.publicId })
    .from(meeting)
    .where(eq(meeting.state, "held"))
    .limit(1);
  const [body] = await owner
    .select({ publicId: organization.publicId })
    .from(organization)
    .where(eq(organization.id, officer.organizationId));
  if (!held || !body) throw new Error("the demo holds no meeting");
  const { position } = await call(app, officer, addItem, {
    publicId: held.publicId,
    title: "一号库储备轮换(虚构) / Rotation of the stock in depot 1 (fictional)",
  });
  const taken = await call(app, officer, recordDecision, {
    ...{ publicId: held.publicId, position, owner: body.publicId, dueOn },
    text: "轮换一号库碳酸锂 6000 吨(虚构)。 / Rotate 6,000 t of lithium carbonate in depot 1 (fictional).",
  });
  return taken.publicId;
}
