import { toCreditCode } from "@lilink/model/codes";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { findTokenPath } from "./read-letter.ts";
import { wordsOf } from "./words.ts";

/** What the way from the letter to the first match may take: pages, and presses of Tab, arrows, Enter, blank and shortcuts. */
const mostScreens = 12;
const mostPresses = 102;

/** Keys alone, counted; characters that are typed are not. */
class Hands {
  presses = 0;
  readonly screens = new Set<string>();
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame()) this.screens.add(new URL(frame.url()).pathname);
    });
  }

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }

  /** Tab by Tab to a control, and past the navigation where the page has just come. */
  async reach(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    const has = () => control.evaluate((element) => element === document.activeElement);
    for (let count = 0; !(await has()); count += 1) {
      if (count > 80) throw new Error(`no Tab leads to ${String(control)}`);
      await this.press("Tab");
      const isSkip = await this.page.evaluate(
        () =>
          document.activeElement?.getAttribute("href")?.startsWith("#") &&
          document.activeElement.closest("main") === null,
      );
      if (isSkip) await this.press("Enter");
    }
  }

  async type(control: Locator, text: string): Promise<void> {
    await this.reach(control);
    await this.page.keyboard.insertText(text);
  }

  async enter(control: Locator): Promise<void> {
    await this.reach(control);
    await this.press("Enter");
  }
}

const paragraph =
  "求购电池级碳酸锂 200 吨，主含量不低于 99.5 %，磁性异物不高于 300 ppb，2027 年 6 月底前到厂，供货合作。";

test("[PO18] [OR15] from the letter to the first match by keys alone, within the screens and presses of the aim", async ({
  browser,
  contextOptions,
  baseURL,
  consoleWatch,
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const stamp = Date.now();
  const email = `first.${stamp}@newfirm.example`;
  const name = `岚山新材${stamp}有限公司`;
  const context = await browser.newContext({
    ...contextOptions,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  consoleWatch(page);
  const hands = new Hands(page);
  const main = page.locator("main");

  // The account.
  await page.goto(at("/register"));
  await hands.type(main.locator("input[type=email]"), email);
  await hands.press("Enter");
  await expect(page.getByText(t("auth", "register.sentTitle"))).toBeVisible();
  await expect.poll(() => findTokenPath(email, "register"), { timeout: 60_000 }).not.toBeNull();
  await page.goto(at(findTokenPath(email, "register") ?? ""));
  await hands.type(main.locator("input[autocomplete=name]"), "赵新");
  await hands.type(main.locator("input[type=password]").first(), `Quiet-harbour-${stamp}`);
  await hands.reach(main.locator("input[type=checkbox]"));
  await hands.press("Space");
  await hands.press("Enter");
  await page.waitForURL(/\/desk/);

  // The firm: one search, and what it does not find is registered.
  const steps = page.getByRole("region", { name: t("desk", "start.title") });
  await hands.enter(steps.getByRole("link", { name: t("desk", "start.bodyAct") }));
  await page.waitForURL(/\/organizations/);
  await hands.type(main.locator("input[type=search]").first(), name);
  await hands.press("Enter");
  await page.waitForURL(/q=/);
  await hands.enter(main.locator("a[href*='/organizations/new?name=']"));
  await page.waitForURL(/\/organizations\/new/);
  await expect(main.locator("input[autocomplete=organization]")).toHaveValue(name);
  await hands.reach(main.locator("input[type=checkbox]").nth(2));
  await hands.press("Space");
  await hands.type(main.locator("input.font-mono"), toCreditCode("91360500", `MA${String(stamp).slice(-6)}`));
  await hands.type(main.locator("textarea"), "我是该单位的采购经理，可按营业执照核对。");
  await hands.enter(main.getByRole("button", { name: t("organization", "new.submit") }));
  await expect(main.getByText(t("organization", "filed.title"))).toBeVisible();

  // While it is checked: a draft, matched in private.
  await hands.enter(main.getByRole("link", { name: t("organization", "filed.draft") }));
  await page.waitForURL(/\/postings\/new/);
  await hands.type(page.locator("#paste-text"), paragraph);
  // The text says that it is a need. [PO30]
  await expect(main.getByRole("radio", { name: new RegExp(`^${t("posting", "kind.need")}`) })).toBeChecked();
  await hands.press("Control+Enter");
  await page.waitForURL(/\/edit/);
  await expect(page.locator("#posting-figures-0")).toBeVisible();
  await hands.enter(main.getByRole("button", { name: t("posting", "form.try.run") }));
  await expect(main.locator("#try-matches ~ div li").first()).toBeVisible();

  // The text would tell competitors how much is wanted: it is refused, and one press takes that out.
  await hands.press("Control+Enter");
  await hands.enter(main.getByRole("alert").getByRole("link", { name: t("posting", "doubt.refused") }));
  const takeOut = main.getByRole("button", { name: t("posting", "form.takeOut", { quote: "200 吨" }) });
  await hands.press("Shift+Tab");
  // From the name of the field, by an arrow.
  await hands.press("ArrowRight");
  await expect(takeOut).toBeFocused();
  await hands.press("Enter");
  await expect(page.locator("#posting-description")).not.toContainText("200 吨");

  // It goes with the claim: one officer, who is asked once more and is no part of the count, decides both.
  await hands.press("Control+Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  const officer = await as("officer@group.example");
  await officer.goto(at("/review/claims"));
  const claim = officer.locator("article").filter({ hasText: name });
  await claim.getByRole("link", { name: t("review", "both.read") }).click();
  await officer.waitForURL(/\/review\/[^/]+$/);
  const approve = t("review", "both.act.both");
  await officer.getByRole("button", { name: approve }).click();
  await expect(officer.getByRole("dialog")).toContainText(t("organization", "review.unprovenBody"));
  await officer.getByRole("dialog").getByRole("button", { name: approve }).click();
  await officer.waitForURL((url) => url.pathname.endsWith("/review/claims"));
  await expect(claim).toHaveCount(0);

  await page.reload();
  await hands.enter(main.getByRole("link", { name: t("posting", "detail.matches") }).first());
  await page.waitForURL(/\/matches/);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByRole("article").count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
  await context.close();
  expect(hands.screens.size, [...hands.screens].join(" ")).toBeLessThanOrEqual(mostScreens);
  expect(hands.presses, "presses of Tab, arrows, Enter, blank and shortcuts").toBeLessThanOrEqual(
    mostPresses,
  );
});
