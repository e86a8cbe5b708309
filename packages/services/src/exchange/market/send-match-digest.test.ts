import { mail, notice, person } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { callJob } from "../../kernel/call.ts";
import { sendMatchDigest } from "./send-match-digest.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const hour = 3_600_000;

const send = () => callJob(kernel.worker, { id: app.newId(), name: "match.digest" }, sendMatchDigest, {});
const lettersTo = async (personId: string) =>
  (await owner.select().from(mail).where(eq(mail.personId, personId))).map(({ kind, params }) => [
    kind,
    params.count,
  ]);

async function addReader(choice: Record<string, boolean> = {}) {
  const body = await addOrganization(kernel);
  const member = await addMember(kernel, body);
  await owner.update(person).set({ noticeChoice: choice }).where(eq(person.id, member.personId));
  const tell = (title: string, isRead = false) =>
    owner.insert(notice).values({
      id: app.newId(),
      personId: member.personId,
      organizationId: body.id,
      kind: "match.found",
      params: { title },
      path: "/desk",
      causeKey: app.newId(),
      createdAt: app.clock(),
      readAt: isRead ? app.clock() : null,
    });
  return { ...member, tell };
}

it("[NO2] new counterparts come in one letter a day, unless they are read, wanted at once or not wanted", async () => {
  const [daily, reading, atOnce, never] = [
    await addReader(),
    await addReader(),
    await addReader({ "match.found": true }),
    await addReader({ "match.digest": false }),
  ];
  for (const one of [daily, atOnce, never]) {
    await one.tell("Lithium carbonate");
    await one.tell("Lithium carbonate");
    await one.tell("Graphite");
  }
  await reading.tell("Lithium carbonate", true);
  await send();
  await send();
  expect(await lettersTo(daily.personId)).toEqual([["match.digest", "2"]]);
  for (const one of [reading, atOnce, never]) expect(await lettersTo(one.personId)).toEqual([]);

  kernel.setNow(new Date(app.clock().getTime() + 24 * hour));
  await send();
  expect(await lettersTo(daily.personId)).toHaveLength(1);
  await daily.tell("Nickel sulfate");
  kernel.setNow(new Date(app.clock().getTime() + 24 * hour));
  await send();
  expect(await lettersTo(daily.personId)).toEqual([
    ["match.digest", "2"],
    ["match.digest", "1"],
  ]);
});
