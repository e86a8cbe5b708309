import { mailToken, person, termsConsent } from "@lilink/db/schema";
import { termsVersion } from "@lilink/model/identity";
import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
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
import { openSession } from "../session/open-session.ts";
import { loadViewer } from "../viewer/load-viewer.ts";
import { changePassword } from "./change-password.ts";
import { editPerson, loadPerson } from "./edit-person.ts";
import { confirmPerson, loadRegistration, registerPerson } from "./register-person.ts";
import { loadReset, requestReset, resetPassword } from "./reset-password.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const nobody = { kind: "anonymous" } as const;
const register = (email: string) => call(app, nobody, registerPerson, { email });
const account = { name: "New Person", password: testPassword, terms: termsVersion };
/** Opens the newest letter to an address and makes its account. */
const confirm = async (email: string, given: Partial<typeof account> = {}) => {
  const token = (await readLetter(kernel, email))?.token ?? "";
  return call(app, nobody, confirmPerson, { ...account, ...given, token });
};
const open = async (email: string, password: string) =>
  (await call(app, nobody, openSession, { email, password })).outcome;

async function addAccount() {
  const member = await addMember(kernel, await addOrganization(kernel));
  await addPassword(kernel, member);
  return member;
}

describe("registration", () => {
  it("[PE1] makes an account when the address is proved, once", async () => {
    const email = "new.person@test.example";
    expect(await register("New.Person@Test.example")).toEqual({});
    expect(await open(email, testPassword)).toBe("refused");
    const letter = await readLetter(kernel, email);
    expect(letter?.kind).toBe("account.confirm");
    const token = letter?.token ?? "";
    expect(await call(app, nobody, loadRegistration, { token })).toEqual({ email });
    await confirm(email);
    expect(await open(email, testPassword)).toBe("opened");
    const agreed = await owner
      .select({ version: termsConsent.version, agreedAt: termsConsent.agreedAt })
      .from(termsConsent)
      .innerJoin(person, eq(person.id, termsConsent.personId))
      .where(eq(person.email, email));
    expect(agreed).toMatchObject([{ version: termsVersion, agreedAt: expect.any(Date) }]);
    await expect(confirm(email)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const [kept] = await owner.select().from(mailToken).where(eq(mailToken.email, email));
    expect(kept?.payload).toEqual({});
  });

  it("[PE1] is the account of the person who opened the letter, whoever asked for it", async () => {
    const email = "asked.for@test.example";
    // Whatever a stranger sends along is not kept, and no letter carries a word of theirs.
    const asked = {
      email,
      name: "Your account is locked",
      password: "chosen by a stranger here",
      terms: termsVersion,
    };
    await call(app, nobody, registerPerson, asked);
    await register(email);
    expect(
      JSON.stringify(await owner.select().from(mailToken).where(eq(mailToken.email, email))),
    ).not.toMatch(/locked|passwordHash/);
    await confirm(email);
    expect(await open(email, testPassword)).toBe("opened");
    expect(await open(email, asked.password)).toBe("refused");
  });

  it("[PE1] answers alike for a taken address, and tells its holder by letter", async () => {
    const { email } = await addAccount();
    expect(await register(email)).toEqual({});
    expect((await readLetter(kernel, email))?.kind).toBe("account.exists");
    expect(await open(email, testPassword)).toBe("opened");
    expect(await owner.select().from(person).where(eq(person.email, email))).toHaveLength(1);
  });

  it.each([
    ["short", "weakPassword"],
    ["password 1234", "weakPassword"],
    ["aaaaaaaaaaaaaaa", "passwordRepeat"],
    ["123456789012", "passwordRun"],
    ["weak.person@test.example", "passwordOwn"],
  ])("[PE1] refuses a password that is guessed first: %s", async (password, rule) => {
    const email = "weak.person@test.example";
    await register(email);
    await expect(confirm(email, { password })).rejects.toMatchObject({
      faults: [{ field: "password", rule }],
    });
  });

  it.each(["", "2020-01-01"])("[PE7] refuses who agreed to no terms or to others: %s", async (terms) => {
    const email = "no.terms@test.example";
    await register(email);
    await expect(confirm(email, { terms })).rejects.toMatchObject({
      faults: [{ field: "terms", rule: "termsNotAgreed" }],
    });
  });

  it.each(["see https://evil.example", "锁定 evil.com", "me@firm.example", "去www.evil处"])(
    "[PE1] takes no name that leads elsewhere: %s",
    async (name) => {
      const email = "odd.name@test.example";
      await register(email);
      await expect(confirm(email, { name })).rejects.toMatchObject({
        faults: [{ field: "name", rule: "contactInName" }],
      });
    },
  );

  it("[PE1] says which field is no address", async () => {
    await expect(register("nobody")).rejects.toMatchObject({
      faults: [{ field: "email", rule: "badEmail" }],
    });
  });
});

describe("a password", () => {
  it("[PE3] is changed by a person who knows it, and ends the other sessions", async () => {
    const { email } = await addAccount();
    const [here, there] = [await signIn(kernel, email), await signIn(kernel, email)];
    const next = "a whole new set of words";
    await expect(call(app, here, changePassword, { current: "wrong", next })).rejects.toMatchObject({
      faults: [{ field: "current", rule: "wrongPassword" }],
    });
    await call(app, here, changePassword, { current: testPassword, next });
    expect(await call(app, here, loadViewer, {})).not.toBeNull();
    expect(await call(app, there, loadViewer, {})).toBeNull();
    expect(await open(email, next)).toBe("opened");
  });

  it("[ID6] is one password in whichever Unicode form a system types it, before one form counted as well", async () => {
    const [nfc, nfd] = ["Zürich über Ängström".normalize("NFC"), "Zürich über Ängström".normalize("NFD")];
    expect(nfc).not.toBe(nfd);
    for (const [set, typed] of [
      [nfc, nfd],
      [nfd, nfc],
      ["ｗｉｄｅ geese over brine", "wide geese over brine"],
    ] as const) {
      const { email } = await addAccount();
      const self = await signIn(kernel, email);
      await call(app, self, changePassword, { current: testPassword, next: set });
      for (const way of [set, typed]) expect(await open(email, way)).toBe("opened");
      expect(await open(email, `${typed}x`)).toBe("refused");
    }
    const member = await addAccount();
    await kernel.ownerRows("update credential set password_hash = $1 where person_id = $2", [
      await hash(nfd),
      member.personId,
    ]);
    expect(await open(member.email, nfd)).toBe("opened");
    expect(await open(member.email, nfc)).toBe("refused");
  });

  it("[PE1] is reset by a letter to a known address, within half an hour, once", async () => {
    const { email } = await addAccount();
    const before = await signIn(kernel, email);
    expect(await call(app, nobody, requestReset, { email: "unknown@test.example" })).toEqual({});
    expect(await readLetter(kernel, "unknown@test.example")).toBeNull();
    expect(await call(app, nobody, requestReset, { email })).toEqual({});
    const token = (await readLetter(kernel, email))?.token ?? "";
    const reset = () => call(app, nobody, resetPassword, { token, password: "a fresh string of words" });
    // The page asks before it shows the form: nobody thinks up a password for a dead link.
    const load = () => call(app, nobody, loadReset, { token });
    const start = app.clock();
    expect(await load()).toEqual({});
    kernel.setNow(new Date(start.getTime() + 31 * 60_000));
    await expect(load()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(reset()).rejects.toMatchObject({ code: "NOT_FOUND" });
    kernel.setNow(start);
    await reset();
    await expect(load()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await call(app, before, loadViewer, {})).toBeNull();
    expect(await open(email, "a fresh string of words")).toBe("opened");
    await expect(reset()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("[PE8] a person's own settings are stored with the account and read by every page", async () => {
  const { email } = await addAccount();
  const self = await signIn(kernel, email);
  expect(await call(app, self, loadViewer, {})).toMatchObject({ singleKeys: true });
  await call(app, self, editPerson, { name: "Lin Yan", phone: "", locale: "en", singleKeys: false });
  expect(await call(app, self, loadPerson, {})).toMatchObject({
    name: "Lin Yan",
    phone: null,
    locale: "en",
    singleKeys: false,
  });
  expect(await call(app, self, loadViewer, {})).toMatchObject({ singleKeys: false });
});
