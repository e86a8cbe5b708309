import { beforeAll, describe, expect, it } from "vitest";
import { asRaw, codeOf, createEventStage } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { withdrawFromEvent } from "./attend-event.ts";
import { checkIn } from "./check-in.ts";
import { loadEvent } from "./load-event.ts";
import { publishPlan } from "./plan-event.ts";
import { repairPlan, tryRepair } from "./repair-event.ts";

const { kernel, app, officer, calledOn, addFirm, announce, step, attend, want, drawUp, board, dayOf } =
  await createEventStage();

describe("a firm that withdraws or stays away", async () => {
  beforeAll(() => kernel.setNow(calledOn));
  const [a, b, c, d] = [await addFirm(), await addFirm(), await addFirm(), await addFirm()] as const;

  it("[EV3] a firm that withdrew takes none of the names that another may say", async () => {
    const publicId = await announce();
    for (const firm of [a, b, c, d]) await attend(firm, publicId);
    await attend(a, publicId, { most: 1 });
    await want(publicId, a, b);
    await want(publicId, a, c);
    await call(app, b.member.principal, withdrawFromEvent, { publicId });
    const { interest } = await call(app, a.member.principal, loadEvent, { publicId });
    expect(interest).toMatchObject({ said: 1, quota: 2 });
    expect(await want(publicId, a, d)).toMatchObject({ left: 0 });
  });

  it("[EV8] a draft that names a firm that withdrew is not published, and the next one leaves it out", async () => {
    const publicId = await announce();
    const pairs = [
      [a, b],
      [a, c],
    ] as const;
    for (const firm of [a, b, c]) await attend(firm, publicId);
    for (const [one, other] of pairs) {
      await want(publicId, one, other);
      await want(publicId, other, one);
    }
    await step(publicId, "close");
    const version = await drawUp(publicId);
    await call(app, b.member.principal, withdrawFromEvent, { publicId });
    expect(await codeOf(call(app, officer.principal, publishPlan, { publicId, version }))).toBe("CONFLICT");
    const next = await drawUp(publicId);
    await call(app, officer.principal, publishPlan, { publicId, version: next });
    expect((await dayOf(a, publicId)).meetings).toHaveLength(1);
    await call(app, c.member.principal, withdrawFromEvent, { publicId });
    const [left] = (await dayOf(a, publicId)).meetings;
    expect(left).toMatchObject({ partner: { nameZh: c.body.name, state: "withdrawn" }, due: [] });
    const back = "update event_guest set state = 'registered' where state = 'withdrawn'";
    expect(await asRaw(kernel, c.member, back)).toBe("42501");
  });

  it("[EV9] a firm that a repair sent away stays away in the next one, until the door lets it in", async () => {
    const day = await announce();
    const [x, y, z] = [await addFirm(), await addFirm(), await addFirm()] as const;
    for (const firm of [x, y, z]) await attend(firm, day);
    for (const [one, other] of [
      [x, y],
      [x, z],
    ] as const) {
      await want(day, one, other);
      await want(day, other, one);
    }
    await step(day, "close");
    const publish = (version: number) =>
      call(app, officer.principal, publishPlan, { publicId: day, version });
    await publish(await drawUp(day));
    const away = (await board(day)).guests.find(({ nameZh }) => nameZh === y.body.name)?.publicId ?? "";
    const { version } = await call(app, officer.principal, repairPlan, { publicId: day, absent: [away] });
    await publish(version);
    const again = () => call(app, officer.principal, tryRepair, { publicId: day, closed: [3] });
    expect((await again()).added).toEqual([]);
    const { code } = await dayOf(y, day);
    kernel.setNow(new Date(app.clock().getTime() + 60_000));
    await call(app, officer.principal, checkIn, { publicId: day, code: code ?? "" });
    expect((await again()).added).toHaveLength(1);
  });
});
