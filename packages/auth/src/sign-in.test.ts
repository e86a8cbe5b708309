import { call, listSessions, loadViewer } from "@lilink/services";
import {
  addMember,
  addOrganization,
  addPassword,
  createTestKernel,
  testPassword,
} from "@lilink/services/testing";
import { afterAll, describe, expect, it } from "vitest";
import { TestBrowser } from "../testing/browser.ts";
import { passProvider, startIdentityProvider, testClient } from "../testing/identity-provider.ts";
import { readSessionPrincipal } from "./read-session-principal.ts";
import type { AuthSettings } from "./settings.ts";

const kernel = await createTestKernel();
const publicUrl = "http://localhost:3999";
const provider = await startIdentityProvider(`${publicUrl}/api/auth/callback/oidc`);
afterAll(() => provider.close());
const settings: AuthSettings = {
  kernel: kernel.app,
  secret: "a secret of the test, at least 32 characters",
  publicUrl,
  trustedProxies: 0,
  oidc: { issuer: provider.issuer, ...testClient, name: "Test" },
};

async function addAccount() {
  const member = await addMember(kernel, await addOrganization(kernel));
  await addPassword(kernel, member);
  return member;
}
const viewerOf = async (browser: TestBrowser) =>
  call(kernel.app, await readSessionPrincipal(settings, browser.headers), loadViewer, {});
const enter = (browser: TestBrowser, email: string, password = testPassword, callbackUrl = "/desk") =>
  browser.post("callback/credentials", { email, password, callbackUrl });

describe("a password", () => {
  it("[PE3] opens a session whose cookie names the row and nothing else", async () => {
    const { email } = await addAccount();
    const browser = new TestBrowser(settings);
    expect((await enter(browser, email)).pathname).toBe("/desk");
    expect(await viewerOf(browser)).toMatchObject({ email });
    expect(browser.headers.get("cookie")).not.toContain(email);
    const principal = await readSessionPrincipal(settings, browser.headers);
    const [session] = await call(kernel.app, principal, listSessions, {});
    expect(session).toMatchObject({ userAgent: "test browser", current: true });
  });

  it("[PE3] binds its cookie to the very host, where the address is a safe one", async () => {
    const { email } = await addAccount();
    const safe = { ...settings, publicUrl: "https://lilink.example" };
    const browser = new TestBrowser(safe);
    await enter(browser, email);
    const names = (browser.headers.get("cookie") ?? "").split("; ").map((pair) => pair.split("=")[0]);
    expect(names).toContain("__Host-authjs.session-token");
    expect(await readSessionPrincipal(safe, browser.headers)).toMatchObject({ kind: "session" });
    expect(await readSessionPrincipal(settings, browser.headers)).toEqual({ kind: "anonymous" });
  });

  it("[PE2] that is wrong leads back with the same reason as an unknown address", async () => {
    const { email } = await addAccount();
    const wrong = await enter(new TestBrowser(settings), email, "wrong");
    const unknown = await enter(new TestBrowser(settings), "unknown@test.example", "wrong");
    expect(wrong.pathname).toBe("/signin");
    expect(wrong.search).toBe(unknown.search);
    expect(wrong.searchParams.get("code")).toBe("refused");
  });

  it("[PE2] says how long to wait after too many wrong ones", async () => {
    const { email } = await addAccount();
    const browser = new TestBrowser(settings);
    for (let at = 0; at < 5; at += 1) await enter(browser, email, "wrong");
    expect((await enter(browser, email)).searchParams.get("code")).toBe("wait.15");
  });

  it("never leads to another host", async () => {
    const { email } = await addAccount();
    const browser = new TestBrowser(settings);
    expect((await enter(browser, email, testPassword, "https://evil.example/")).origin).toBe(publicUrl);
  });
});

describe("signing out", () => {
  it("[PE3] revokes the row, so that a saved cookie opens nothing", async () => {
    const { email } = await addAccount();
    const browser = new TestBrowser(settings);
    await enter(browser, email);
    const kept = browser.headers;
    await browser.post("signout");
    const principal = await readSessionPrincipal(settings, kept);
    expect(principal.kind).toBe("session");
    expect(await call(kernel.app, principal, loadViewer, {})).toBeNull();
    expect(await readSessionPrincipal(settings, browser.headers)).toEqual({ kind: "anonymous" });
  });
});

describe("a cookie", () => {
  it("[PE3] that was forged, cut or made under another secret names nobody", async () => {
    const { email } = await addAccount();
    const browser = new TestBrowser(settings);
    await enter(browser, email);
    const cookie = browser.headers.get("cookie") ?? "";
    const other = { ...settings, secret: "another secret, at least 32 characters" };
    expect(await readSessionPrincipal(other, browser.headers)).toEqual({ kind: "anonymous" });
    for (const bad of [cookie.slice(0, -9), "authjs.session-token=x", "", "authjs.session-token=%00"]) {
      expect(await readSessionPrincipal(settings, new Headers({ cookie: bad }))).toEqual({
        kind: "anonymous",
      });
    }
  });
});

describe("an identity provider", () => {
  async function signIn(account: { sub: string; email: string; verified: boolean }) {
    provider.setAccount(account);
    const browser = new TestBrowser(settings);
    const door = await browser.post("signin/oidc", { callbackUrl: "/desk" });
    const back = await passProvider(door, publicUrl);
    const end = await browser.get(`${back.pathname.replace("/api/auth/", "")}${back.search}`);
    return { browser, end };
  }

  it("[PE4] signs in the person whose account has the address that it verified", async () => {
    const { email } = await addAccount();
    const { browser, end } = await signIn({ sub: "s1", email, verified: true });
    expect(end.pathname).toBe("/desk");
    expect(await viewerOf(browser)).toMatchObject({ email });
  });

  it("[PE4] refuses a stranger and an address that is not verified", async () => {
    const { email } = await addAccount();
    for (const account of [
      { sub: "s2", email: "stranger@test.example", verified: true },
      { sub: "s3", email, verified: false },
    ]) {
      const { browser, end } = await signIn(account);
      expect(`${end.pathname}${end.search}`).toBe("/signin?error=unknown");
      expect(await viewerOf(browser)).toBeNull();
    }
  });
});
