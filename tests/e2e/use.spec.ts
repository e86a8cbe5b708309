import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

const title = "常规电解液，长期供应";

test("[US1] [US3] [US5] terms of use are set, accepted before the parts open, changed and asked again", async ({
  as,
  at,
  language,
  allowConsole,
  expectAccessible,
}) => {
  // Terms without a purpose, and an acceptance without its agreement, are refused on purpose.
  allowConsole(/status of 400/);
  const t = wordsOf(language);
  const word = (key: string) => t("usage", key as "title");

  const author = await as("editor@electrolyte.example");
  await author.goto(at("/postings/own"));
  // On an English page the link is the made title; the author's own stands beside it.
  const row = author.getByRole("row").filter({ hasText: title }).first();
  await row.locator('a[href*="/postings/"]').first().click();
  await author.waitForURL(/\/postings\/[0-9A-Za-z_-]{8,}$/);
  const address = new URL(author.url()).pathname;
  const own = author.getByRole("region", { name: word("title"), exact: true });
  const save = own.getByRole("button", { name: word("form.save"), exact: true });
  await own.getByRole("button", { name: word("form.begin"), exact: true }).click();
  await own.getByLabel(word("purpose.evaluate"), { exact: true }).uncheck();
  await own.getByLabel(word("field.words")).fill("For the spring line.");
  await save.click();
  await expect(own.getByRole("alert")).toBeVisible();
  await expect(own.getByLabel(word("field.words"))).toHaveValue("For the spring line.");
  await own.getByLabel(word("purpose.trial"), { exact: true }).check();
  await own.getByLabel(new RegExp(`^${word("framework.signed_agreement")}`)).check();
  await expectAccessible(author);
  await save.click();
  await expect(own.getByText(word("own.nobody"), { exact: true })).toBeVisible();

  // A member who has the right reads what everyone reads until it accepts for its organization.
  const reader = await as("editor@cell.example");
  await reader.goto(address);
  const asked = reader.getByRole("region", { name: word("reader.title"), exact: true });
  await expect(asked.getByText("For the spring line.")).toBeVisible();
  const volume = reader.getByText(/8,000/).first();
  await expect(volume).toHaveCount(0);
  await expectAccessible(reader);
  const accept = asked.getByRole("button", { name: word("reader.accept"), exact: true });
  await accept.click();
  await expect(asked.getByLabel(word("field.agreement"))).toHaveAttribute("aria-invalid", "true");
  await asked.getByLabel(word("field.agreement")).fill("NDA-7 (fictional)");
  await accept.click();
  await expect(reader.getByRole("region", { name: word("title"), exact: true })).toBeVisible();
  await expect(volume).toBeVisible();
  await expectAccessible(reader);

  // The author reads who accepted which version; a change asks again.
  await author.reload();
  await expect(own.getByRole("row").filter({ hasText: "NDA-7 (fictional)" }).first()).toBeVisible();
  await expectAccessible(author);
  await own.getByRole("button", { name: word("form.change"), exact: true }).click();
  await own.getByLabel(new RegExp(`^${word("framework.free")}`)).check();
  await save.click();
  await expect(save).toHaveCount(0);
  await reader.reload();
  await expect(asked).toBeVisible();

  // Removed, nothing is asked.
  await own.getByRole("button", { name: word("form.remove"), exact: true }).click();
  await expect(own.getByRole("button", { name: word("form.begin"), exact: true })).toBeVisible();
  await reader.reload();
  await expect(asked).toHaveCount(0);
});

test("[RA13] a firm reads its quotas: used, left and when they are back", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const admin = await as("admin@salt.example");
  await admin.goto(at("/settings/quotas"));
  const rates = admin.getByRole("region", { name: t("quota", "group.rates"), exact: true });
  const places = admin.getByRole("region", { name: t("quota", "group.places"), exact: true });
  // What nobody used is folded.
  for (const group of [rates, places])
    for (const fold of await group.locator("details details > summary").all()) await fold.click();
  await expect(rates.getByRole("row").filter({ hasText: t("quota", "name.interest") })).toHaveCount(2);
  await expect(places.getByRole("row").filter({ hasText: t("quota", "name.keys") })).toHaveCount(1);
  await expectAccessible(admin);
});
