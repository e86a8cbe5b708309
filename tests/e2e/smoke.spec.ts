import { recordWords } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("@matrix a visitor finds the exchange and the way in", async ({ page, at, expectAccessible }) => {
  await page.goto(at("/"));
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", /^(zh-CN|en)$/);
  await expectAccessible(page);
  await page.goto(at("/signin"));
  await expect(page.locator("input[name=email]")).toBeVisible();
  await expectAccessible(page);
});

test("a member of the demo cast signs in and is greeted by name", async ({ as, at }) => {
  const page = await as("buyer@cathode.example");
  await page.goto(at("/"));
  await expect(page.getByRole("link", { name: /^(登录|Sign in)$/ })).toHaveCount(0);
});

test("health tells what is true", async ({ request }) => {
  expect((await request.get("/api/health/live")).status()).toBe(200);
  expect(await (await request.get("/api/health/ready")).json()).toEqual({ status: "ready" });
});

test("a browser that asks for the icon before it knows its address gets it", async ({ request }) => {
  const icon = await request.get("/favicon.ico");
  expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/x-icon"]);
});

test("[RE8] what only measurements need is not there", async ({ request }) => {
  for (const path of ["/plain", "/bare", "/en/bare", "/api/bare", "/api/plain"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("[RA9] a printed page says who printed it, and the screen does not", async ({ as, at }) => {
  const page = await as("buyer@cathode.example");
  await page.goto(at("/"));
  const mark = page.locator(".print-mark");
  await expect(mark).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(mark).toBeVisible();
  await expect(mark).toContainText("buyer@cathode.example");
});

/** Holds back the scripts of a page until `wake` is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await asleep;
    await route.continue();
  });
  return wake;
}

const isAwake = () =>
  Object.keys(document.querySelector("main form") ?? {}).some((key) => key.startsWith("__react"));

test("what is typed before a page is awake stays when it wakes", async ({ page, at }) => {
  const wake = await holdScripts(page);
  await page.goto(at("/register"), { waitUntil: "commit" });
  const address = `early-${Date.now().toString(36)}@cathode.example`;
  await page.locator("input[name=email]").fill(address);
  const awake = page.waitForLoadState("load");
  wake();
  await awake;
  await page.waitForFunction(isAwake);
  // An empty address would be refused: what is sent is what was typed while the page slept.
  await page.getByRole("main").locator("button[type=submit]").click();
  await expect(page.getByRole("main")).toContainText(address);
});

test("what is typed, chosen, ticked and emptied in a record's form before it is awake is saved", async ({
  as,
  at,
}) => {
  const words = recordWords("watchItem", "zh-CN");
  const save = { name: wordsOf("zh-CN")("register", "form.save") };
  const title = `早填的关注事项 ${Date.now().toString(36)}（虚构）`;
  const officer = await as("officer@group.example");
  const field = (name: "title" | "kind" | "issuer") => officer.getByLabel(words.field(name), { exact: true });
  const wake = await holdScripts(officer);
  await officer.goto(at("/watch-items/new"), { waitUntil: "commit" });
  await field("title").fill(title);
  await field("issuer").fill("某机构（虚构）");
  await field("kind").selectOption("trade");
  await officer.getByLabel(words.field("country")).selectOption("US");
  await officer.getByRole("checkbox", { name: words.choice("links", "materials") }).check();
  wake();
  await officer.waitForFunction(isAwake);
  await officer.getByRole("button", save).click();
  await officer.waitForURL(/\/watch-items\/[0-9A-Za-z]{12}$/);
  await expect(officer.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const issuer = officer.getByRole("main").getByText("某机构（虚构）", { exact: true });
  await expect(issuer).toBeVisible();

  const record = new URL(officer.url()).pathname;
  const wakeAgain = await holdScripts(officer);
  await officer.goto(`${record}/edit`, { waitUntil: "commit" });
  await field("issuer").fill("");
  wakeAgain();
  await officer.waitForFunction(isAwake);
  await officer.getByRole("button", save).click();
  await officer.waitForURL((url) => url.pathname === record);
  await expect(officer.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(issuer).toHaveCount(0);
});
