import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { expect, findAccount, type Language, signIn, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

const step = 30_000;

async function signOut(page: Page, language: Language): Promise<void> {
  const nav = wordsOf(language);
  await page.getByRole("button", { name: nav("nav", "account") }).click();
  await page.getByRole("menuitem", { name: nav("nav", "signOut") }).click();
  await expect(page.getByRole("link", { name: nav("nav", "signIn"), exact: true }).first()).toBeVisible();
}

async function answer(page: Page, language: Language, code: string): Promise<void> {
  const words = wordsOf(language);
  await page.waitForURL(/\/signin\/factor/);
  await page.locator("input[name=code]").fill(code);
  await page.getByRole("button", { name: words("auth", "factor.submit"), exact: true }).click();
}

test("[ID1] an authenticator is added from its picture, asked for at the next sign-in, and a recovery code stands in for it", async ({
  page,
  at,
  language,
  expectAccessible,
  allowConsole,
}) => {
  allowConsole(/40[013]/);
  const words = wordsOf(language);
  const account = findAccount("editor@recycler.example");
  await signIn(page, account, language);
  await page.goto(at("/settings/security"));
  await page.getByRole("button", { name: words("settings", "factor.addTotp") }).click();
  await expect(page.getByRole("img", { name: words("settings", "factor.picture") })).toBeVisible();
  await expectAccessible(page);
  const secret = await page.locator("section[aria-labelledby=factors] code").textContent();
  const totp = new TOTP({ secret: secret ?? "" });
  await page.getByLabel(words("settings", "factor.code")).fill(totp.generate());
  await page.getByRole("button", { name: words("settings", "factor.confirm"), exact: true }).click();
  const codes = page
    .getByRole("list", { name: words("settings", "factor.codesTitle") })
    .getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery] = await codes.allInnerTexts();
  await page.reload();
  await expect(codes).toHaveCount(0);

  await signOut(page, language);
  await signIn(page, account, language);
  await expectAccessible(page);
  // Between password and factor nothing is open.
  await page.goto(at("/desk"));
  await page.waitForURL(/\/signin/);
  await page.goto(at("/signin/factor"));
  await answer(page, language, "000000");
  await expect(page.getByText(words("auth", "factor.failed")).first()).toBeVisible();
  // The next step of the clock: the one that enrolled is spent.
  await answer(page, language, totp.generate({ timestamp: Date.now() + step }));
  await page.waitForURL(/\/desk/);

  await signOut(page, language);
  await signIn(page, account, language);
  await answer(page, language, recovery ?? "");
  await page.waitForURL(/\/desk/);
  await page.goto(at("/settings/security"));
  await expect(page.getByText(words("settings", "factor.codesLeft", { count: 9 }))).toBeVisible();
  const remove = { name: words("settings", "factor.remove"), exact: true };
  await page.getByRole("button", remove).click();
  await page.getByRole("dialog").getByRole("button", remove).click();
  await expect(page.getByText(words("settings", "factor.none"))).toBeVisible();
});

test("[ID1] a passkey is made in the browser and opens the account after the password", async ({
  page,
  at,
  language,
}) => {
  const words = wordsOf(language);
  const account = findAccount("editor@electrolyte.example");
  const debug = await page.context().newCDPSession(page);
  await debug.send("WebAuthn.enable");
  await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, account, language);
  await page.goto(at("/settings/security"));
  await page.getByRole("button", { name: words("settings", "factor.addPasskey") }).click();
  await expect(page.getByText(words("settings", "factor.codesOnce"))).toBeVisible();
  await signOut(page, language);
  await signIn(page, account, language);
  await page.waitForURL(/\/signin\/factor/);
  await page.getByRole("button", { name: words("auth", "factor.withPasskey") }).click();
  await page.waitForURL(/\/desk/);
  await page.goto(at("/settings/security"));
  const remove = { name: words("settings", "factor.remove"), exact: true };
  await page.getByRole("button", remove).click();
  await page.getByRole("dialog").getByRole("button", remove).click();
  await expect(page.getByText(words("settings", "factor.none"))).toBeVisible();
});
