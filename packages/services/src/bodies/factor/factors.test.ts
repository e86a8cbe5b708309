import { outbox, person, recoveryCode, secondFactor, session } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addAuthenticator,
  addMember,
  addOrganization,
  addPassword,
  asRaw,
  createTestKernel,
  signIn,
  testPassword,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { createKey } from "../key/manage-keys.ts";
import { changePassword } from "../person/change-password.ts";
import { confirmSession } from "../session/confirm-session.ts";
import { openSession } from "../session/open-session.ts";
import { askForFactor, passFactor } from "../session/pass-factor.ts";
import { loadViewer } from "../viewer/load-viewer.ts";
import { beginTotp, confirmTotp } from "./add-totp.ts";
import { listFactors } from "./list-factors.ts";
import { removeFactor } from "./remove-factor.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const nobody = { kind: "anonymous" } as const;
const later = (milliseconds: number) => kernel.setNow(new Date(app.clock().getTime() + milliseconds));
const minute = 60_000;

async function newcomer() {
  const member = await addMember(kernel, await addOrganization(kernel));
  await addPassword(kernel, member);
  return { member, claim: await signIn(kernel, member.email) };
}
async function withFactor() {
  const { member, claim } = await newcomer();
  return { member, claim, phone: await addAuthenticator(kernel, claim) };
}
const open = (email: string) => call(app, nobody, openSession, { email, password: testPassword });
async function half(email: string): Promise<string> {
  const answer = await open(email);
  if (answer.outcome !== "factor") throw new Error(answer.outcome);
  return answer.step;
}
const pass = (step: string, code: string, userAgent?: string) =>
  call(app, nobody, passFactor, { step, code, userAgent });
const outcomeOf = async (step: string, code: string) => (await pass(step, code)).outcome;

describe("an authenticator", () => {
  it("[ID1] is asked for from its first code on, and each code opens once", async () => {
    const { member, phone } = await withFactor();
    const step = await half(member.email);
    expect(await outcomeOf(step, phone.codeAt())).toBe("refused");
    later(30_000);
    const code = phone.codeAt();
    const [one, other] = [await half(member.email), await half(member.email)];
    expect(await pass(one, code)).toMatchObject({ outcome: "opened", way: "totp" });
    expect(await outcomeOf(other, code)).toBe("refused");
    expect(await outcomeOf(one, phone.codeAt(1))).toBe("gone");
  });

  it("[ID1] opens once for two who come with one code at the same time", async () => {
    const { member, phone } = await withFactor();
    later(30_000);
    const steps = [await half(member.email), await half(member.email)];
    const outcomes = await Promise.all(steps.map((step) => outcomeOf(step, phone.codeAt())));
    expect(outcomes.sort()).toEqual(["opened", "refused"]);
  });

  it("[ID1] is encrypted in the database for its person alone, and no role of the product reads it", async () => {
    const { member, claim } = await newcomer();
    const { id, secret } = await call(app, claim, beginTotp, { label: "Phone" });
    const [row] = await owner.select().from(secondFactor).where(eq(secondFactor.id, id));
    expect(row?.secret).not.toContain(secret);
    expect(app.identity.unseal(row?.secret ?? "", member.personId)).toBe(secret);
    expect(() => app.identity.unseal(row?.secret ?? "", app.newId())).toThrow();
    expect(await asRaw(kernel, member, "select secret from second_factor")).toBe("42501");
    expect(await asRaw(kernel, member, "select code_hash from recovery_code")).toBe("42501");
    expect(() => kernel.worker.identity.unseal(row?.secret ?? "", member.personId)).toThrow();
    await expect(call(app, claim, confirmTotp, { id, code: "000000" })).rejects.toMatchObject({
      faults: [{ field: "code", rule: "wrongCode" }],
    });
  });

  it("[ID5] that is added sends its person a notice", async () => {
    const { member } = await withFactor();
    const jobs = await owner
      .select({ payload: outbox.payload })
      .from(outbox)
      .where(eq(outbox.name, "notice.deliver"));
    expect(jobs.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({
        kind: "account.security",
        personId: member.personId,
        params: { change: "factorAdded" },
      }),
    );
  });
});

describe("recovery codes", () => {
  it("[ID1] come with the first factor, are stored as keyed hashes, and work once each", async () => {
    const { member, phone, claim } = await withFactor();
    expect(phone.codes).toHaveLength(10);
    const [first = "", second = ""] = phone.codes;
    const kept = await owner.select().from(recoveryCode).where(eq(recoveryCode.personId, member.personId));
    expect(JSON.stringify(kept)).not.toContain(first.replaceAll("-", ""));
    expect(await pass(await half(member.email), first.toLowerCase())).toMatchObject({ way: "recovery" });
    expect(await outcomeOf(await half(member.email), first)).toBe("refused");
    expect(await outcomeOf(await half(member.email), second)).toBe("opened");
    expect((await call(app, claim, listFactors, {})).codesLeft).toBe(8);
  });

  it("[ID1] of one person open nobody else's account", async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    expect(await outcomeOf(await half(one.member.email), other.phone.codes[0] ?? "")).toBe("refused");
  });
});

describe("between password and factor", () => {
  it("[ID2] there is no session, in this browser alone, for ten minutes", async () => {
    const { member, phone } = await withFactor();
    const before = await owner.select().from(session).where(eq(session.personId, member.personId));
    const step = await half(member.email);
    expect(await owner.select().from(session).where(eq(session.personId, member.personId))).toHaveLength(
      before.length,
    );
    expect(await call(app, nobody, askForFactor, { step })).toEqual({ totp: true, passkey: null });
    expect(await call(app, nobody, askForFactor, { step, userAgent: "another" })).toBeNull();
    expect((await pass(step, phone.codes[0] ?? "", "another")).outcome).toBe("gone");
    later(10 * minute);
    expect(await outcomeOf(step, phone.codes[0] ?? "")).toBe("gone");
  });

  it("[ID2] five wrong answers end it, and slow down the next start", async () => {
    const { member, phone } = await withFactor();
    const step = await half(member.email);
    for (let at = 0; at < 5; at += 1) expect(await outcomeOf(step, "AAAA-AAAA-AAAA")).toBe("refused");
    expect(await outcomeOf(step, phone.codes[0] ?? "")).toBe("gone");
    expect(await pass(await half(member.email), phone.codes[0] ?? "")).toMatchObject({ outcome: "wait" });
    later(minute);
    expect(await outcomeOf(await half(member.email), phone.codes[0] ?? "")).toBe("opened");
  });

  it("[ID2] a person who is locked meanwhile does not get through", async () => {
    const { member, phone } = await withFactor();
    const step = await half(member.email);
    await owner.update(person).set({ disabledAt: app.clock() }).where(eq(person.id, member.personId));
    expect(await outcomeOf(step, phone.codes[0] ?? "")).toBe("gone");
  });
});

describe("a sensitive act", () => {
  const makeKey = { name: "ERP", scopes: ["postings:read" as const] };

  it("[ID4] asks for a proof of the last ten minutes, by password or by factor", async () => {
    const { claim, phone } = await withFactor();
    later(10 * minute);
    for (const act of [
      () => call(app, claim, createKey, makeKey),
      () => call(app, claim, removeFactor, { id: phone.id }),
      () => call(app, claim, beginTotp, { label: "Thief" }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "CONFIRM_FIRST" });
    await call(app, claim, confirmSession, { password: testPassword });
    expect((await call(app, claim, createKey, makeKey)).key).toMatch(/^llk_/);
    later(10 * minute);
    await call(app, claim, confirmSession, { code: phone.codeAt() });
    await call(app, claim, removeFactor, { id: phone.id });
    expect(await call(app, claim, listFactors, {})).toEqual({ factors: [], codesLeft: 0 });
  });

  it("[ID4] wrong proofs slow down the next, also the right one, and the count stays though the call fails", async () => {
    const { claim } = await newcomer();
    for (let at = 0; at < 3; at += 1)
      await expect(call(app, claim, confirmSession, { password: "wrong" })).rejects.toMatchObject({
        faults: [{ field: "password", rule: "wrongPassword" }],
      });
    for (let at = 0; at < 2; at += 1)
      await expect(
        call(app, claim, changePassword, { current: "wrong", next: "a whole new set of words" }),
      ).rejects.toMatchObject({ faults: [{ field: "current" }] });
    await expect(call(app, claim, confirmSession, { password: testPassword })).rejects.toMatchObject({
      code: "LIMIT_REACHED",
    });
    later(minute);
    await call(app, claim, confirmSession, { password: testPassword });
    expect(await call(app, claim, loadViewer, {})).not.toBeNull();
  });
});
