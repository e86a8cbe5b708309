import { credential } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addAuthenticator,
  addMember,
  addOrganization,
  addPassword,
  createTestKernel,
  signIn,
  testPassword,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { createIdentity } from "../../kernel/identity.ts";
import { listFactors } from "../factor/list-factors.ts";
import { listMembers } from "../member/list-members.ts";
import { changePassword } from "../person/change-password.ts";
import { loadViewer } from "../viewer/load-viewer.ts";
import { openExternalSession } from "./open-external-session.ts";

const kernel = await createTestKernel(undefined, {
  passwordProfile: "classified",
  factorDemand: "administrators",
});
const { app, owner } = kernel;
const day = 86_400_000;

async function newcomer(role: "admin" | "viewer") {
  const member = await addMember(kernel, await addOrganization(kernel), { role });
  await addPassword(kernel, member);
  return member;
}

describe("a session that has something to mend", () => {
  it("[ID3] of an administrator without the demanded factor acts for nobody until one is added", async () => {
    const claim = await signIn(kernel, (await newcomer("admin")).email);
    expect(await call(app, claim, loadViewer, {})).toMatchObject({ limited: "factor", organization: null });
    await expect(call(app, claim, listMembers, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await addAuthenticator(kernel, claim);
    expect(await call(app, claim, loadViewer, {})).toMatchObject({
      limited: null,
      organization: { role: "admin" },
    });
    const viewer = await signIn(kernel, (await newcomer("viewer")).email);
    expect(await call(app, viewer, loadViewer, {})).toMatchObject({ limited: null });
  });

  it("[ID7] with a password older than ninety days acts for nobody until it is changed, and no earlier one comes back", async () => {
    const member = await newcomer("viewer");
    const old = new Date(app.clock().getTime() - 91 * day);
    await owner.update(credential).set({ changedAt: old }).where(eq(credential.personId, member.personId));
    const claim = await signIn(kernel, member.email);
    expect(await call(app, claim, loadViewer, {})).toMatchObject({ limited: "password", organization: null });
    const next = "Seven wild geese 7";
    const change = (current: string, to: string) => call(app, claim, changePassword, { current, next: to });
    await expect(change(testPassword, "seven wild geese over")).rejects.toMatchObject({
      faults: [{ field: "next", rule: "passwordClasses" }],
    });
    await change(testPassword, next);
    expect(await call(app, claim, loadViewer, {})).toMatchObject({
      limited: null,
      organization: { role: "viewer" },
    });
    await expect(change(next, next)).rejects.toMatchObject({
      faults: [{ field: "next", rule: "alreadyUsed" }],
    });
  });

  it("[ID2] a sign-in by a provider asks for the factor too", async () => {
    const member = await newcomer("viewer");
    const claim = await signIn(kernel, member.email);
    await addAuthenticator(kernel, claim);
    const answer = await call(app, { kind: "anonymous" }, openExternalSession, {
      issuer: "https://id.example",
      subject: "s1",
      verifiedEmail: member.email,
    });
    expect(answer.outcome).toBe("factor");
    expect((await call(app, claim, listFactors, {})).factors).toHaveLength(1);
  });

  it("[ID1] a secret sealed under another sign-in secret does not open", () => {
    const other = createIdentity({ ...app.identity, authSecret: "another secret, at least 32 characters" });
    expect(() => other.unseal(app.identity.seal("text", "p"), "p")).toThrow();
    expect(other.digest("code")).not.toBe(app.identity.digest("code"));
  });
});
