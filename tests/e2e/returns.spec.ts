import type { Page } from "@playwright/test";
import { handIn, openReturn, queryReturn, saved, verifyReturn } from "./file-return.ts";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;

// Each language opens a quarter of its own, before those of the demo: a period is opened once.
const quarters = { "zh-CN": "2020Q4", en: "2020Q3" } as const;
const place = ["li2co3-batt", "brine"];
const cell = (component: string) =>
  `figure-${encodeURIComponent(JSON.stringify([component, "", ...place])).replaceAll(/[%'()*!~.]/g, "_")}`;

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("a return is asked, filed, queried, corrected and verified", async ({
      as,
      at,
      allowConsole,
      expectAccessible,
    }) => {
      // What is not for somebody is not there.
      allowConsole(/404/);
      const t = wordsOf(language);
      const period = quarters[language];

      const officer = await as("officer@group.example");
      await officer.goto(at("/review/rounds"));
      await officer.getByLabel(t("return", "round.period"), { exact: true }).fill(period);
      await officer.getByRole("button", { name: t("return", "round.send") }).click();
      await expect(officer.locator(`#round-${period}`)).toBeVisible();

      const firm = await as("admin@salt.example");
      const publicId = await openReturn(firm, at("/returns"), period);
      const path = at(`/returns/${publicId}`);
      await addPlace(firm, t);
      await type(firm, "lithium_salt_output", "12,34");
      await expect(firm.locator(`#${cell("lithium_salt_output")}-error`)).toContainText("12,34");
      await type(firm, "lithium_salt_output", "0.54万");
      await type(firm, "lithium_salt_mass", "5450");
      await type(firm, "lithium_salt_capacity", "7500");
      await saved(firm, t);
      await firm.reload();
      await expect(firm.locator(`#${cell("lithium_salt_output")}`)).toHaveValue("0.54万");
      await expectAccessible(firm);
      await handIn(firm, t);

      const regulator = await as("regulator36@gov.example");
      await regulator.goto(at(`/review/returns/${publicId}`));
      await expect(regulator.getByText(t("return", "review.logged"))).toBeVisible();
      await expect(regulator.getByRole("table").first()).toContainText("5,450");
      await expectAccessible(regulator);
      await queryReturn(regulator, at(`/review/returns/${publicId}`), "Is the tolling output included?", t);

      const neighbour = await as("regulator63@gov.example");
      const hidden = await neighbour.goto(at(`/review/returns/${publicId}`));
      expect(hidden?.status()).toBe(404);
      const rival = await as("rival@cathode2.example");
      expect((await rival.goto(path))?.status()).toBe(404);

      await firm.goto(path);
      await expect(firm.getByText("Is the tolling output included?").first()).toBeVisible();
      await type(firm, "lithium_salt_output", "5500");
      await saved(firm, t);
      await handIn(firm, t);

      await verifyReturn(regulator, at(`/review/returns/${publicId}`));

      await firm.goto(path);
      await expect(firm.getByText(t("return", "state.verified")).first()).toBeVisible();
      await firm.goto(at("/settings/log"));
      await expect(firm.getByText(t("settings", "disclosures.purposes.verification")).first()).toBeVisible();
    });
  });
}

test("two people in one return meet both values", async ({ as, at, language }) => {
  const t = wordsOf(language);
  const [one, two] = [await as("editor@brine.example"), await as("editor@brine.example")];
  for (const page of [one, two]) {
    await page.goto(at("/returns"));
    await page.locator("main a[href*='/returns/']").first().click();
    await page.waitForURL(/\/returns\/[^/?]+$/);
  }
  const field = (page: Page) => page.locator("main input[inputmode=decimal]").first();
  await field(one).fill("101");
  await saved(one, t);
  await field(two).fill("202");
  const card = two.getByRole("alert").filter({ hasText: t("return", "conflict.title") });
  await expect(card).toContainText("101");
  await expect(card).toContainText("202");
  await card.getByRole("button", { name: t("return", "conflict.keepMine") }).click();
  await saved(two, t);
  await one.reload();
  await expect(field(one)).toHaveValue("202");
});

test("what is typed without a connection is kept and saved later", async ({
  as,
  at,
  language,
  allowConsole,
}) => {
  allowConsole(/ERR_FAILED|Failed to load resource|fetch/);
  const t = wordsOf(language);
  const page = await as("daughter@cathode.example");
  await page.goto(at("/returns"));
  await page.locator("main a[href*='/returns/']").first().click();
  await page.waitForURL(/\/returns\/[^/?]+$/);
  const field = page.locator("main input[inputmode=decimal]").first();
  // Only what saves is cut off, so that the page can be read again before anything is saved.
  await page.route("**/api/trpc/**", (route) => route.abort());
  await field.fill("77");
  await expect(page.getByRole("status").filter({ hasText: t("posting", "save.offline") })).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("77");
  await page.unroute("**/api/trpc/**");
  await saved(page, t);
});

/** Where a place is not shown of its own accord, it is added by its codes. */
async function addPlace(page: Page, t: Words): Promise<void> {
  const field = "#add-SME-04-lithium_salt-salt_route";
  await page.locator(`${field}-lithium_salt`).selectOption(place[0] ?? "");
  await page.locator(`${field}-salt_route`).selectOption(place[1] ?? "");
  await page
    .getByRole("group")
    .filter({ has: page.locator(`${field}-salt_route`) })
    .getByRole("button", { name: t("return", "form.addPlace") })
    .click();
  await expect(page.locator(`#${cell("lithium_salt_output")}`)).toBeVisible();
}

async function type(page: Page, component: string, text: string): Promise<void> {
  await page.locator(`#${cell(component)}`).fill(text);
}
