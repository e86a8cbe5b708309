import { invitation, membership } from "@lilink/db/schema";
import { termsVersion } from "@lilink/model/identity";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPassword,
  createTestKernel,
  readLetter,
  signIn,
  testPassword,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptInvitation, joinByInvitation, loadInvitation } from "../invitation/accept-invitation.ts";
import { inviteMember, revokeInvitation } from "../invitation/invite-member.ts";
import { loadViewer } from "../viewer/load-viewer.ts";
import { changeRole, deactivateMember, reactivateMember } from "./change-member.ts";
import { listMembers } from "./list-members.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const nobody = { kind: "anonymous" } as const;

async function firmOf(...roles: ("admin" | "editor" | "viewer")[]) {
  const firm = await addOrganization(kernel);
  const people = [];
  for (const role of roles) people.push(await addMember(kernel, firm, { role }));
  const [first, second, third] = people;
  if (!first) throw new Error("at least one");
  return { firm, first, second: second ?? first, third: third ?? first };
}
async function publicIdOf(admin: Awaited<ReturnType<typeof addMember>>, email: string) {
  const { members } = await call(app, admin.principal, listMembers, {});
  return members.find((one) => one.email === email)?.publicId ?? "";
}
const roleOf = async (organizationId: string, personId: string) =>
  (
    await owner
      .select()
      .from(membership)
      .where(and(eq(membership.organizationId, organizationId), eq(membership.personId, personId)))
  )[0];

describe("members", () => {
  it("[OR5] keeps the last administrator in role and in place", async () => {
    const { first, second } = await firmOf("admin", "admin");
    const [me, other] = [await publicIdOf(first, first.email), await publicIdOf(first, second.email)];
    await call(app, first.principal, changeRole, { person: other, role: "editor" });
    for (const change of [
      () => call(app, first.principal, changeRole, { person: me, role: "viewer" }),
      () => call(app, first.principal, deactivateMember, { person: me }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: "WRONG_STATE", params: { state: "lastAdmin" } });
    }
    await call(app, first.principal, changeRole, { person: other, role: "admin" });
    await call(app, first.principal, deactivateMember, { person: me });
  });

  it("[OR5] lets one of two administrators go when both remove each other at once", async () => {
    const { firm, first, second } = await firmOf("admin", "admin");
    const [one, two] = [await publicIdOf(first, first.email), await publicIdOf(first, second.email)];
    const outcomes = await Promise.allSettled([
      call(app, first.principal, deactivateMember, { person: two }),
      call(app, second.principal, deactivateMember, { person: one }),
    ]);
    const left = [await roleOf(firm.id, first.personId), await roleOf(firm.id, second.personId)];
    expect(left.filter((row) => row?.active && row.role === "admin").length).toBeGreaterThanOrEqual(1);
    expect(outcomes.some((outcome) => outcome.status === "fulfilled")).toBe(true);
  });

  it("[PL1] only administrators manage them, and only their own", async () => {
    const { second: editor, third: viewer } = await firmOf("admin", "editor", "viewer");
    const { first: stranger } = await firmOf("admin");
    const target = await publicIdOf(editor, viewer.email);
    for (const member of [editor, viewer]) {
      await expect(
        call(app, member.principal, changeRole, { person: target, role: "admin" }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(
        call(app, member.principal, inviteMember, { email: "x@test.example", role: "viewer" }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(call(app, stranger.principal, deactivateMember, { person: target })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[PE3] come back in the role that they held", async () => {
    const { firm, first, second } = await firmOf("admin", "editor");
    const target = await publicIdOf(first, second.email);
    await call(app, first.principal, deactivateMember, { person: target });
    await expect(call(app, second.principal, listMembers, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await call(app, first.principal, reactivateMember, { person: target });
    expect(await roleOf(firm.id, second.personId)).toMatchObject({ active: false });
    const token = (await readLetter(kernel, second.email))?.token ?? "";
    const alone = { kind: "person", personId: second.personId } as const;
    await call(app, alone, acceptInvitation, { token, terms: termsVersion });
    expect(await roleOf(firm.id, second.personId)).toMatchObject({
      ...{ active: true, role: "editor", endedAt: null },
    });
    await expect(call(app, first.principal, reactivateMember, { person: target })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });
});

describe("an invitation", () => {
  async function invite(email: string, role: "editor" | "viewer" = "editor") {
    const { firm, first } = await firmOf("admin");
    await call(app, first.principal, inviteMember, { email, role });
    const letter = await readLetter(kernel, email);
    return { firm, first, token: letter?.token ?? "", kind: letter?.kind };
  }

  it("[OR6] is accepted once, by the person who is signed in under its address", async () => {
    const guest = await addMember(kernel, await addOrganization(kernel));
    const thief = await addMember(kernel, await addOrganization(kernel));
    await addPassword(kernel, guest);
    const { firm, token, kind } = await invite(guest.email.toUpperCase());
    expect(kind).toBe("member.invited");
    await expect(
      call(app, thief.principal, acceptInvitation, { token, terms: termsVersion }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const claim = await signIn(kernel, guest.email);
    await call(app, claim, acceptInvitation, { token, terms: termsVersion });
    expect((await call(app, claim, loadViewer, {}))?.organization).toMatchObject({
      publicId: firm.publicId,
      role: "editor",
    });
    await expect(call(app, claim, acceptInvitation, { token, terms: termsVersion })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[OR6] lets a stranger make an account and join in one step, once", async () => {
    const email = "guest.one@test.example";
    const { firm, token } = await invite(email, "viewer");
    expect(await call(app, nobody, loadInvitation, { token })).toMatchObject({ email, role: "viewer" });
    const join = () =>
      call(app, nobody, joinByInvitation, {
        token,
        name: "Guest One",
        password: testPassword,
        terms: termsVersion,
      });
    await join();
    await expect(join()).rejects.toMatchObject({ code: "NOT_FOUND" });
    const viewer = await call(app, await signIn(kernel, email), loadViewer, {});
    expect(viewer?.organization).toMatchObject({ publicId: firm.publicId, role: "viewer" });
  });

  it("[OR6] ends by withdrawal, by a second one, and after seven days", async () => {
    const email = "guest.two@test.example";
    const { first, token } = await invite(email);
    await call(app, first.principal, inviteMember, { email, role: "admin" });
    await expect(call(app, nobody, loadInvitation, { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const next = (await readLetter(kernel, email))?.token ?? "";
    const { invitations } = await call(app, first.principal, listMembers, {});
    expect(invitations.map((one) => one.role)).toEqual(["admin"]);
    await call(app, first.principal, revokeInvitation, { id: invitations[0]?.id ?? "" });
    await expect(call(app, nobody, loadInvitation, { token: next })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await call(app, first.principal, inviteMember, { email, role: "admin" });
    const last = (await readLetter(kernel, email))?.token ?? "";
    const start = app.clock();
    kernel.setNow(new Date(start.getTime() + 7 * 86_400_000 + 1));
    await expect(call(app, nobody, loadInvitation, { token: last })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    kernel.setNow(start);
  });

  it("[OR6] keeps no token that could be read back, and is no news to a member", async () => {
    const { first, token } = await invite("guest.three@test.example");
    const rows = await owner
      .select()
      .from(invitation)
      .where(eq(invitation.email, "guest.three@test.example"));
    expect(JSON.stringify(rows)).not.toContain(token);
    await expect(
      call(app, first.principal, inviteMember, { email: first.email, role: "viewer" }),
    ).rejects.toMatchObject({ faults: [{ field: "email", rule: "alreadyUsed" }] });
  });
});
