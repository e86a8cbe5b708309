import { apiKey, invitation, person } from "@lilink/db/schema";
import { termsVersion } from "@lilink/model/identity";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel, readLetter } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { hashToken } from "../../kernel/token.ts";
import { acceptInvitation } from "../invitation/accept-invitation.ts";
import { inviteMember } from "../invitation/invite-member.ts";
import { createKey } from "../key/manage-keys.ts";
import { loadOrganization } from "../organization/load-organization.ts";
import { requestReset, resetPassword } from "../person/reset-password.ts";
import { changeRole, deactivateMember } from "./change-member.ts";
import { listMembers } from "./list-members.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const nobody = { kind: "anonymous" } as const;
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => "none",
    (error: { code?: string }) => error.code ?? "unknown",
  );
const publicIdOf = async (email: string) =>
  (await owner.select({ publicId: person.publicId }).from(person).where(eq(person.email, email)))[0]
    ?.publicId ?? "";

async function firmOfTwo() {
  const firm = await addOrganization(kernel);
  return { firm, admin: await addMember(kernel, firm), leaver: await addMember(kernel, firm) };
}

describe("whoever leaves", () => {
  it.each(["removed", "made an editor", "disabled"] as const)(
    "[PE5] holds no key that still opens: %s",
    async (how) => {
      const { firm, admin, leaver } = await firmOfTwo();
      const { key } = await call(app, leaver.principal, createKey, {
        name: "k1",
        scopes: ["organizations:read"],
      });
      const use = () =>
        codeOf(
          call(app, { kind: "key", keyHash: hashToken(key) }, loadOrganization, { publicId: firm.publicId }),
        );
      expect(await use()).toBe("none");
      const ref = { person: await publicIdOf(leaver.email) };
      if (how === "removed") await call(app, admin.principal, deactivateMember, ref);
      if (how === "made an editor") await call(app, admin.principal, changeRole, { ...ref, role: "editor" });
      if (how === "disabled")
        await owner.update(person).set({ disabledAt: app.clock() }).where(eq(person.id, leaver.personId));
      expect(await use()).toBe("NOT_SIGNED_IN");
      const [kept] = await owner.select().from(apiKey).where(eq(apiKey.createdBy, leaver.personId));
      expect(kept?.revokedAt === null).toBe(how === "disabled");
    },
  );

  it("[OR6] leaves no invitation behind that still opens", async () => {
    const { admin, leaver } = await firmOfTwo();
    const friend = await addMember(kernel, await addOrganization(kernel));
    await call(app, leaver.principal, inviteMember, { email: friend.email, role: "admin" });
    const token = (await readLetter(kernel, friend.email))?.token ?? "";
    await call(app, admin.principal, deactivateMember, { person: await publicIdOf(leaver.email) });
    expect(await codeOf(call(app, friend.principal, acceptInvitation, { token, terms: termsVersion }))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("an invitation", () => {
  it("[OR6] is one for an address, however many are sent at the same moment", async () => {
    const { firm, admin } = await firmOfTwo();
    const email = "many@test.example";
    const sent = await Promise.all(
      Array.from({ length: 3 }, () =>
        codeOf(call(app, admin.principal, inviteMember, { email, role: "viewer" })),
      ),
    );
    expect(sent).toContain("none");
    const open = (await call(app, admin.principal, listMembers, {})).invitations;
    expect(open.filter((one) => one.email === email)).toHaveLength(1);
    expect(firm.id).toBeTruthy();
  });

  it("[OR6] is no means of writing to a stranger over and over", async () => {
    const { admin } = await firmOfTwo();
    const invite = () =>
      codeOf(call(app, admin.principal, inviteMember, { email: "often@test.example", role: "viewer" }));
    expect([await invite(), await invite(), await invite(), await invite()]).toEqual([
      ...["none", "none", "none"],
      "LIMIT_REACHED",
    ]);
  });

  it("[OR5] that lay open makes no viewer of somebody who became administrator meanwhile", async () => {
    const { firm, admin } = await firmOfTwo();
    const friend = await addMember(kernel, await addOrganization(kernel));
    await call(app, admin.principal, inviteMember, { email: friend.email, role: "viewer" });
    const token = (await readLetter(kernel, friend.email))?.token ?? "";
    await owner.execute(
      `insert into membership (organization_id, person_id, role, created_at) values ('${firm.id}', '${friend.personId}', 'admin', now())`,
    );
    await call(app, friend.principal, acceptInvitation, { token, terms: termsVersion });
    const { members } = await call(app, admin.principal, listMembers, {});
    expect(members.find(({ email }) => email === friend.email)?.role).toBe("admin");
    expect(await owner.select().from(invitation).where(eq(invitation.email, friend.email))).toHaveLength(1);
  });
});

describe("letters to an address", () => {
  it("[PE1] are five an hour, whoever asks, and the answer stays the same", async () => {
    const { email } = await addMember(kernel, await addOrganization(kernel));
    const tokens: string[] = [];
    for (let at = 0; at < 8; at += 1) {
      expect(await call(app, nobody, requestReset, { email })).toEqual({});
      tokens.push((await readLetter(kernel, email))?.token ?? "");
    }
    expect(new Set(tokens).size).toBe(5);
  });

  it("[PE1] end together: setting a password makes the other letters useless", async () => {
    const { email } = await addMember(kernel, await addOrganization(kernel));
    await call(app, nobody, requestReset, { email });
    const first = (await readLetter(kernel, email))?.token ?? "";
    await call(app, nobody, requestReset, { email });
    const second = (await readLetter(kernel, email))?.token ?? "";
    const password = "a fresh string of words";
    await call(app, nobody, resetPassword, { token: second, password });
    expect(await codeOf(call(app, nobody, resetPassword, { token: first, password }))).toBe("NOT_FOUND");
  });
});
