import { expect, test } from "./fixtures.ts";

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

test("what is typed before a page is awake stays when it wakes", async ({ page, at }) => {
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await asleep;
    await route.continue();
  });
  await page.goto(at("/register"), { waitUntil: "commit" });
  const address = `early-${Date.now().toString(36)}@cathode.example`;
  await page.locator("input[name=email]").fill(address);
  const awake = page.waitForLoadState("load");
  wake();
  await awake;
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main form") ?? {}).some((key) => key.startsWith("__react")),
  );
  // An empty address would be refused: what is sent is what was typed while the page slept.
  await page.getByRole("main").locator("button[type=submit]").click();
  await expect(page.getByRole("main")).toContainText(address);
});
