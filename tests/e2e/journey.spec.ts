import type { Page } from "@playwright/test";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;

const secret = { amount: "7317", price: "PRICE-7f3a", customers: "CUSTOMER-91bc" };
const texts = {
  "zh-CN": {
    title: "全固态样品线求硫化物电解质",
    offer: "Argyrodite sulfide electrolyte, 8 mS/cm at 25 °C, kilogram scale",
    concept: "硫化物固态电解质",
    paragraph:
      "全固态样品线需要硫化物固态电解质，室温离子电导率不低于 5 mS/cm，中位粒径 D50 不高于 5 µm，联合开发。",
  },
  en: {
    title: "Solid-electrolyte film for pouch cells",
    offer: "Freestanding solid-electrolyte film below 30 µm",
    concept: "solid-electrolyte film forming",
    paragraph:
      "Solid-electrolyte film forming for pouch cells: we look for a film with thickness at most 35 µm and ionic conductivity at least 2 mS/cm, joint development.",
  },
} as const;

// The main job of the exchange, by five people of five organizations.
for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("a need is posted, reviewed, matched, introduced, confirmed and counted", async ({ as, at }) => {
      const t = wordsOf(language);
      const { title, offer } = texts[language];

      const secretary = await as("secretary@group.example");
      const before = await countMeetings(secretary, at("/board"), t);

      const buyer = await as("buyer@cathode.example");
      const publicId = await postNeed(buyer, at, t, language);

      const officer = await as("officer@group.example");
      await officer.goto(at(`/review/${publicId}`));
      await expect(officer.getByRole("heading", { name: title })).toBeVisible();
      await officer.getByRole("button", { name: t("review", "decide.approve") }).click();
      await officer.waitForURL((url) => url.pathname.endsWith("/review"));

      const rival = await as("rival@cathode2.example");
      await rival.goto(at(`/postings/${publicId}`));
      await expect(rival.getByRole("heading", { name: title })).toBeVisible();
      const seen = await rival.content();
      for (const token of Object.values(secret)) expect(seen).not.toContain(token);

      await buyer.goto(at(`/postings/${publicId}/matches`));
      const match = buyer.getByRole("article", { name: offer });
      await expect(match).toContainText(t("match", "verdict.pass"));
      await match.getByRole("link", { name: t("match", "page.ask") }).click();
      await buyer.waitForURL(/\/introductions\/new/);
      const asked = new URL(buyer.url()).searchParams.get("posting") ?? "";
      await buyer.getByRole("radio", { name: t("introduction", "aim.sample") }).check();
      await buyer
        .getByLabel(t("introduction", "ask.message"))
        .fill("500 g of a recent batch for our sample line.");
      await buyer.getByRole("button", { name: t("introduction", "ask.send") }).click();
      await buyer.waitForURL(/\/introductions\/[^/?]+$/);
      const introduction = new URL(buyer.url()).pathname.split("/").at(-1) ?? "";

      const professor = await as("prof@university.example");
      // Whoever is asked is led to the answer, not to ask in turn.
      await professor.goto(at(`/postings/${asked}/matches`));
      const first = professor.getByRole("region", { name: t("match", "first.label") });
      await first.getByRole("link", { name: t("match", "page.answer") }).click();
      await professor.waitForURL(new RegExp(`/introductions/${introduction}$`));
      expect(await professor.content()).not.toContain("buyer@cathode.example");
      await professor.getByRole("radio", { name: t("introduction", "answer.accept") }).check();
      await professor.getByRole("button", { name: t("introduction", "answer.send") }).click();
      await expect(professor.getByText("buyer@cathode.example").first()).toBeVisible();

      await buyer.goto(at(`/introductions/${introduction}`));
      await buyer.getByRole("button", { name: t("introduction", "ledger.propose") }).click();
      await buyer.getByRole("radio", { name: t("introduction", "ledger.steps.meeting") }).check();
      await buyer.getByRole("button", { name: t("introduction", "ledger.send"), exact: true }).click();
      await expect(buyer.getByText(t("introduction", "ledger.states.proposedOurs"))).toBeVisible();

      await professor.goto(at(`/introductions/${introduction}`));
      await professor.getByRole("button", { name: t("introduction", "ledger.confirm") }).click();
      await expect(professor.getByText(t("introduction", "ledger.states.confirmed"))).toBeVisible();

      // The board's sums stand for a minute ([BO4]).
      await expect
        .poll(() => countMeetings(secretary, at("/board"), t), { timeout: 75_000 })
        .toBeGreaterThan(before);
    });
  });
}

/** From a pasted paragraph to a submitted need; answers its public id. */
async function postNeed(
  page: Page,
  at: (path: string) => string,
  t: Words,
  language: Language,
): Promise<string> {
  const { title, paragraph, concept } = texts[language];
  await page.goto(at("/postings/new"));
  await page.getByRole("radio", { name: new RegExp(`^${t("posting", "kind.need")}`) }).check();
  await page.getByLabel(t("posting", "paste.label")).fill(paragraph);
  await page.getByRole("button", { name: t("posting", "new.start") }).click();
  await page.waitForURL(/\/postings\/[^/]+\/edit/);
  const publicId = new URL(page.url()).pathname.split("/").at(-2) ?? "";
  // What was read of the paragraph stands in the form by itself, and the paragraph stays its text.
  await expect(page.locator("#posting-concept")).toContainText(concept, { ignoreCase: true });
  await expect(page.locator("#posting-description")).toContainText(paragraph);
  await page.locator("#posting-title").fill(title);
  await page.locator("#posting-summary").fill(paragraph);
  for (const field of ["price", "customers"] as const) {
    await page
      .getByRole("button", {
        name: t("posting", `field.${field === "price" ? "priceCeiling" : field}`),
        exact: true,
      })
      .click();
    await page.locator(`#posting-${field}`).fill(secret[field]);
  }
  await page.getByRole("button", { name: t("posting", "form.addVolume") }).click();
  await page.locator("#posting-volume-amount").fill(secret.amount);
  await page.locator("#posting-volume-unit").selectOption("t/a");
  // Taken from the paragraph, like the concept: nobody ticks it a second time.
  await expect(
    page.getByRole("checkbox", { name: t("posting", "cooperation.joint_development") }),
  ).toBeChecked();
  // The summary repeats figures that stand where figures start, for members: nothing to ask about.
  await expect(page.getByRole("checkbox", { name: t("posting", "doubt.submit") })).toHaveCount(0);
  await page.getByRole("button", { name: t("posting", "edit.submit") }).click();
  await page.waitForURL((url) => url.pathname.endsWith(`/postings/${publicId}`));
  return publicId;
}

/** Meetings that both sides confirmed, as the board counts them. */
async function countMeetings(page: Page, address: string, t: Words): Promise<number> {
  await page.goto(address);
  const row = page
    .getByRole("figure")
    .filter({ hasText: t("board", "exchange.outcomesCaption") })
    .locator("tbody tr")
    .filter({ hasText: t("introduction", "ledger.steps.meeting") });
  return Number(await row.locator("td").last().textContent());
}
