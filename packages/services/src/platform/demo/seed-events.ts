import type { Database, Principal } from "@lilink/db";
import { organization, organizationStance } from "@lilink/db/schema";
import { pinyinOf } from "@lilink/engine/text";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { registers, tablesOf } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { askPlan } from "../../people/event/plan-event.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import events from "./data/events.json" with { type: "json" };
import { type DemoGuest, fillEvent } from "./fill-event.ts";
import { onDay } from "./on-day.ts";

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type DemoEvent = (typeof events.events)[number];

const path = ["announce", "open", "close", "publish", "start", "finish"] as const;
/** How many days before an event each step of it is taken; what would be yet to come is taken now. */
const daysBefore = { save: 40, announce: 38, open: 35, close: 5, publish: 3, start: 0, finish: 0 } as const;

const hourOf = { save: 10, announce: 11, open: 10, close: 17, publish: 15, finish: 18 } as const;

/** The host opens the doors half an hour before the first slot. */
function hourOfStep({ hall }: DemoEvent, step: keyof typeof daysBefore): number {
  if (step !== "start") return hourOf[step];
  const [hour = 0, minute = 0] = hall.opensAt.split(":").map(Number);
  return hour + minute / 60 - 0.5;
}

const whenOf = (app: Kernel, event: DemoEvent, step: keyof typeof daysBefore): Kernel =>
  onDay(
    app,
    shiftDate(toShanghaiDate(app.clock()), event.inDays - daysBefore[step]),
    hourOfStep(event, step),
  );
const { steps } = registers.exchangeEvent.machine;

/** An event in each state, with some sixty invented bodies that come to them. What is there stays. [EV1] */
export async function seedEvents(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  const officer = principalOf("officer@group.example");
  const guests = [
    ...events.cast.map(
      ({ by, trade, people }): DemoGuest => ({ id: principalOf(by).organizationId, trade, people }),
    ),
    ...(await addBodies(owner, app)),
  ];
  for (const [at, event] of events.events.entries()) {
    const { id, publicId, state } = await findOrAnnounce(owner, app, officer, event);
    // The same firms do not come to every event.
    const coming = [...guests.slice(0, 4), ...turn(guests.slice(4), at * 7)].slice(0, event.guests);
    await fillEvent(owner, app, { id, at, event }, coming);
    await bringTo(app, officer, { publicId, state, event });
    if (event.until === "interest_closed" && state !== event.until)
      await call(app, officer, askPlan, { publicId });
  }
}

function turn<T>(all: readonly T[], by: number): readonly T[] {
  const at = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(at), ...all.slice(0, at)];
}

/** Bodies without members, so that nobody signs in for them and no return is asked of them. */
async function addBodies(owner: Database, app: Kernel): Promise<readonly DemoGuest[]> {
  const now = app.clock();
  const bodies = events.first.flatMap(([zh = "", en = ""], row) =>
    events.second.map(([lastZh = "", lastEn = ""], column) => {
      const at = row * events.second.length + column;
      const trade = at % events.trades.length;
      const { zh: tradeZh = "", en: tradeEn = "", link = "" } = events.trades[trade] ?? {};
      const nameZh = `${zh}${lastZh}${tradeZh}(虚构)`;
      return { at, trade, link, nameZh, nameEn: `${en}${lastEn} ${tradeEn} (fictional)` };
    }),
  );
  const names = bodies.map(({ nameZh }) => nameZh);
  const { rows: known } = await owner.execute<{ id: string; name: string }>(
    sql`select id, name_zh as name from organization where name_zh = any (${sql.param(names)}::text[])`,
  );
  const ids = new Map(known.map(({ id, name }) => [name, id]));
  const fresh = bodies.filter(({ nameZh }) => !ids.has(nameZh));
  for (const { nameZh } of fresh) ids.set(nameZh, app.newId());
  if (fresh.length > 0) {
    await owner.insert(organization).values(
      fresh.map(({ at, link, nameZh, nameEn }) => ({
        id: ids.get(nameZh) ?? "",
        publicId: app.newPublicId(),
        kind: "enterprise" as const,
        status: "unclaimed" as const,
        nameZh,
        nameEn,
        namePinyin: Object.values(pinyinOf(nameZh)).join(" "),
        fictional: true,
        province: events.provinces[at % events.provinces.length] ?? "36",
        links: [link],
        createdAt: now,
        updatedAt: now,
      })),
    );
    await owner.insert(organizationStance).values(
      fresh.map(({ trade, nameZh }) => ({
        organizationId: ids.get(nameZh) ?? "",
        source: "profile",
        key: `offers:${events.trades[trade]?.topics[0]}`,
      })),
    );
  }
  return bodies.map(({ at, trade, nameZh }) => ({
    id: ids.get(nameZh) ?? "",
    trade,
    people: [events.people[at % events.people.length]?.[0] ?? ""],
  }));
}

/** How many days before an event its interest ends: where it is closed already, that was yesterday. */
const closedBefore = ({ until, inDays }: DemoEvent): number =>
  until === "interest_closed" ? Math.max(daysBefore.close, inDays + 1) : daysBefore.close;

type Found = { readonly id: string; readonly publicId: string; readonly state: string };

async function findOrAnnounce(
  owner: Database,
  app: Kernel,
  officer: MemberPrincipal,
  event: DemoEvent,
): Promise<Found> {
  const { head } = tablesOf(registers.exchangeEvent);
  const find = () =>
    owner.execute<Found>(
      sql`select id, public_id as "publicId", state from ${sql.identifier(head)} where title_zh = ${event.zh}`,
    );
  const { rows } = await find();
  if (rows[0]) return rows[0];
  const day = shiftDate(toShanghaiDate(app.clock()), event.inDays);
  const values = {
    ...event.hall,
    title: { zh: event.zh, en: event.en },
    kind: event.kind,
    province: event.province,
    venue: event.venue,
    ...{ startsOn: day, endsOn: day, interestUntil: shiftDate(day, -closedBefore(event)), policy: null },
    about: {
      zh: "演示用虚构活动，参会单位均为虚构。",
      en: "An invented event for the demo; every firm that comes is invented.",
    },
  };
  const readings = Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      value === null ? [] : [[field, { reading: "seen", source: 0 }]],
    ),
  );
  const sources = [{ title: "虚构演示数据 / invented for the demo" }];
  await call(whenOf(app, event, "save"), officer, verbs().save, { values, sources, readings } as never);
  const { rows: made } = await find();
  if (!made[0]) throw new Error(`${event.zh} was not saved`);
  return made[0];
}

function verbs() {
  const found = recordVerbs.exchangeEvent;
  if (!found) throw new Error("no register of events");
  return found;
}

async function bringTo(
  app: Kernel,
  officer: MemberPrincipal,
  {
    publicId,
    state,
    event,
  }: { readonly publicId: string; readonly state: string; readonly event: DemoEvent },
): Promise<void> {
  let here = state;
  for (const step of path) {
    if (here === event.until || !(steps[step].from as readonly string[]).includes(here)) continue;
    const then = whenOf(app, event, step);
    const { revision } = await call(then, officer, verbs().load, { publicId } as never);
    const moved = await call(then, officer, verbs().step, { publicId, revision, step } as never);
    here = moved.state;
  }
}
