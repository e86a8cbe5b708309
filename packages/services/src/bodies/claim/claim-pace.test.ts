import { claim } from "@lilink/db/schema";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadClaimPace } from "./claim-pace.ts";

const kernel = await createTestKernel();
const hour = 3_600_000;
const start = new Date("2026-11-01T00:00:00Z");
const waiting = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));

/** A claim that was decided after so many hours, the later ones of the list later. */
async function addDecided(
  hours: number,
  at: number,
  state: "approved" | "refused" | "open" = "approved",
  reason: string | null = null,
) {
  const body = await addOrganization(kernel, { status: "pending" });
  const member = await addMember(kernel, body);
  const createdAt = new Date(start.getTime() + at * 100 * hour);
  await kernel.owner.insert(claim).values({
    id: kernel.app.newId(),
    publicId: kernel.app.newPublicId(),
    organizationId: body.id,
    personId: member.personId,
    state,
    codeScheme: "uscc",
    code: `CODE${at}`,
    codeFlags: [],
    statement: "We are this body.",
    createdAt,
    decisionReason: reason,
    decidedAt: state === "open" ? null : new Date(createdAt.getTime() + hours * hour),
  });
}
const pace = () => call(kernel.app, { kind: "person", personId: waiting.personId }, loadClaimPace, {});

describe("how long a decision took of late", () => {
  it("[OR15] is the median of the last twenty, from five on, without what nobody weighed", async () => {
    for (const [at, hours] of [10, 20, 30, 40].entries()) await addDecided(hours, at);
    expect(await pace()).toEqual({ hours: null, of: 4 });
    await addDecided(50, 4, "refused", "The licence is not attached.");
    await addDecided(1, 5, "refused", "claimedByAnother");
    await addDecided(1, 6, "open");
    expect(await pace()).toEqual({ hours: 30, of: 5 });
    for (let at = 7; at < 27; at += 1) await addDecided(2, at);
    expect(await pace()).toEqual({ hours: 2, of: 20 });
  });
});
