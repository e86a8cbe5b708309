import { membership, organization, person, session } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPassword,
  createTestKernel,
  signIn,
  testPassword,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listMembers } from "../member/list-members.ts";
import { loadViewer } from "../viewer/load-viewer.ts";
import { closeSession } from "./close-session.ts";
import { listSessions } from "./list-sessions.ts";
import { openExternalSession } from "./open-external-session.ts";
import { openSession } from "./open-session.ts";
import { revokeOtherSessions, revokeSession } from "./revoke-session.ts";
import { switchOrganization } from "./switch-organization.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const nobody = { kind: "anonymous" } as const;

async function newcomer(role: "admin" | "editor" | "viewer" = "admin") {
  const firm = await addOrganization(kernel);
  const member = await addMember(kernel, firm, { role });
  await addPassword(kernel, member);
  return { firm, member };
}
const attempt = (email: string, password: string, address = "10.0.0.1") =>
  call(app, nobody, openSession, { email, password, address });

describe("signing in", () => {
  it("[PE2] gives unknown, disabled and wrong the same answer", async () => {
    const { member } = await newcomer();
    const { member: gone } = await newcomer();
    await owner.update(person).set({ disabledAt: app.clock() }).where(eq(person.id, gone.personId));
    const answers = await Promise.all([
      attempt("nobody@test.example", testPassword),
      attempt(gone.email, testPassword),
      attempt(member.email, "not the password"),
    ]);
    expect(answers).toEqual(Array(3).fill({ outcome: "refused" }));
  });

  it("[PE2] slows down wrong tries, but not the true owner at the usual address", async () => {
    const { member } = await newcomer();
    expect((await attempt(member.email, testPassword, "home")).outcome).toBe("opened");
    for (let at = 0; at < 5; at += 1) await attempt(member.email, "wrong", "thief");
    expect(await attempt(member.email, testPassword, "thief")).toMatchObject({ outcome: "wait" });
    for (let at = 0; at < 20; at += 1) await attempt(member.email, "wrong", `thief ${at}`);
    expect(await attempt(member.email, testPassword, "new place")).toMatchObject({ outcome: "wait" });
    expect((await attempt(member.email, testPassword, "home")).outcome).toBe("opened");
    kernel.setNow(new Date(app.clock().getTime() + 31_000));
    expect((await attempt(member.email, testPassword, "new place")).outcome).toBe("opened");
  });

  it("[ID10] slows down no browser that opened the account before, even at the guesser's own address", async () => {
    const { member } = await newcomer();
    const from = (browser: string, password: string) =>
      call(app, nobody, openSession, { email: member.email, password, address: "shared", browser });
    expect((await from("owner's", testPassword)).outcome).toBe("opened");
    for (let at = 0; at < 8; at += 1) await from(`guesser ${at}`, "wrong");
    expect((await from("guesser", testPassword)).outcome).toBe("wait");
    expect((await from("owner's", testPassword)).outcome).toBe("opened");
    for (let at = 0; at < 5; at += 1) await from("owner's", "wrong");
    expect((await from("owner's", testPassword)).outcome).toBe("wait");
  });

  it("[PE4] links an identity only by a verified address, and then by its subject", async () => {
    const { member } = await newcomer();
    const enter = (subject: string, verifiedEmail: string | null) =>
      call(app, nobody, openExternalSession, { issuer: "https://id.example", subject, verifiedEmail });
    expect(await enter("s1", null)).toEqual({ outcome: "refused" });
    expect(await enter("s1", "stranger@test.example")).toEqual({ outcome: "refused" });
    expect(await enter("s1", member.email.toUpperCase())).toMatchObject({ personId: member.personId });
    expect(await enter("s1", null)).toMatchObject({ personId: member.personId });
  });
});

describe("a session", () => {
  it("[PE3] stops at the next request once it is revoked, closed or expired", async () => {
    const { member } = await newcomer();
    const here = await signIn(kernel, member.email);
    const there = await signIn(kernel, member.email);
    const third = await signIn(kernel, member.email);
    const list = await call(app, here, listSessions, {});
    expect(list.map((row) => [row.id === here.sessionId, row.current])[0]).toEqual([true, true]);
    await call(app, here, revokeSession, { id: there.sessionId });
    expect(await call(app, there, loadViewer, {})).toBeNull();
    expect(await call(app, here, revokeOtherSessions, {})).toEqual({ count: 1 });
    expect(await call(app, third, loadViewer, {})).toBeNull();
    await call(app, here, closeSession, {});
    expect(await call(app, here, loadViewer, {})).toBeNull();
    const late = await signIn(kernel, member.email);
    await owner.update(session).set({ expiresAt: app.clock() }).where(eq(session.id, late.sessionId));
    expect(await call(app, late, loadViewer, {})).toBeNull();
  });

  it("[PE3] ends after twelve hours in which nobody used it, and after seven days whatever was done", async () => {
    const { member } = await newcomer();
    const claim = await signIn(kernel, member.email);
    const start = app.clock().getTime();
    const hour = 3_600_000;
    const standsAfter = async (hours: number) => {
      kernel.setNow(new Date(start + hours * hour));
      return (await call(app, claim, loadViewer, {})) !== null;
    };
    for (let hours = 11; hours < 168; hours += 11) expect(await standsAfter(hours), `${hours}`).toBe(true);
    expect(await standsAfter(169)).toBe(false);
    kernel.setNow(new Date(start));
    const idle = await signIn(kernel, member.email);
    kernel.setNow(new Date(start + 12 * hour));
    expect(await call(app, idle, loadViewer, {})).toBeNull();
    kernel.setNow(new Date(start));
  });

  it("[PE3] is nobody else's to see or to end", async () => {
    const { member } = await newcomer();
    const { member: other } = await newcomer();
    const mine = await signIn(kernel, member.email);
    const theirs = await signIn(kernel, other.email);
    await expect(call(app, theirs, revokeSession, { id: mine.sessionId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await call(app, theirs, listSessions, {})).toHaveLength(1);
  });

  it("[PE3] loses a role, a membership, an organization and an account at the next request", async () => {
    const { firm, member } = await newcomer();
    const claim = await signIn(kernel, member.email);
    const acting = async () => (await call(app, claim, loadViewer, {}))?.organization;
    expect(await acting()).toMatchObject({ publicId: firm.publicId, role: "admin", verified: true });
    const mine = eq(membership.personId, member.personId);
    await owner.update(membership).set({ role: "viewer" }).where(mine);
    expect(await acting()).toMatchObject({ role: "viewer" });
    await owner.update(membership).set({ active: false }).where(mine);
    expect(await acting()).toBeNull();
    await expect(call(app, claim, listMembers, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await owner.update(membership).set({ active: true }).where(mine);
    await owner.update(organization).set({ status: "suspended" }).where(eq(organization.id, firm.id));
    expect(await acting()).toBeNull();
    await owner.update(person).set({ disabledAt: app.clock() }).where(eq(person.id, member.personId));
    expect(await call(app, claim, loadViewer, {})).toBeNull();
  });

  it("[PE3] acts for another organization of the person's, and for no other", async () => {
    const { firm, member } = await newcomer();
    const second = await addOrganization(kernel, { status: "pending" });
    const stranger = await addOrganization(kernel);
    await owner.insert(membership).values({
      organizationId: second.id,
      personId: member.personId,
      role: "editor",
      createdAt: app.clock(),
    });
    const claim = await signIn(kernel, member.email);
    await call(app, claim, switchOrganization, { publicId: second.publicId });
    const viewer = await call(app, claim, loadViewer, {});
    expect(viewer?.organization).toMatchObject({
      publicId: second.publicId,
      role: "editor",
      verified: false,
    });
    expect(viewer?.organizations.map((one) => one.publicId)).toContain(firm.publicId);
    await expect(call(app, claim, switchOrganization, { publicId: stranger.publicId })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
  });
});
