import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[EV13] my day of an event is there without a network once it was opened, and gone after signing out", async ({
  as,
  at,
  language,
  allowConsole,
  sessions,
}) => {
  // Without a network every request of the page fails.
  allowConsole(/ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load resource|EventSource/);
  const t = wordsOf(language);
  const page = await as("buyer@cathode.example");
  // Signing out ends the session: no other test goes on with it.
  sessions.delete("buyer@cathode.example");
  await page.goto(at("/events"));
  await page
    .getByRole("link", { name: /秋季对接会|Autumn matching day/ })
    .first()
    .click();
  await page.getByRole("link", { name: t("event", "panel.day"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("event", "day.title"));
  const kept = () => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined);
  await expect.poll(kept).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const partner = page.locator("ol li").first();
  await expect(partner).toBeVisible();

  await page.context().setOffline(true);
  await page.reload();
  const asOf = new RegExp(t("event", "day.offline", { time: "@" }).split("@")[0] ?? "");
  await expect(page.getByText(asOf)).toBeVisible();
  await expect(page.locator("ol li").first()).toBeVisible();
  expect(await page.locator("script").count()).toBe(0);

  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByText(asOf)).toHaveCount(0);
  await page
    .getByRole("button", { name: t("nav", "account"), exact: true })
    .first()
    .click();
  await page.getByRole("menuitem", { name: t("nav", "signOut") }).click();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});
