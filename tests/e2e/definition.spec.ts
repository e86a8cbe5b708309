import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[DF7] an officer proposes a definition, read as it is typed; it can be taken back, and holds once a secretary has adopted it", async ({
  as,
  at,
  page,
  language,
}) => {
  const words = wordsOf(language);
  const path = at("/indicators/SME-03");
  const version = words("definition", "version", { version: 3, period: "2027Q4" });

  const officer = await as("officer@group.example");
  const propose = async () => {
    await officer.goto(path);
    await officer.getByRole("link", { name: words("definition", "propose.link") }).click();
    const expression = officer.getByLabel(/%/).first();
    const written = await expression.inputValue();
    await expression.fill(`${written} +`);
    await expect(officer.getByText(words("definition", "fault.unfinished"))).toBeVisible();
    await expression.fill(written);
    await expect(officer.getByText(words("definition", "propose.ready"))).toBeVisible();
    await officer.getByLabel(words("definition", "propose.high")).fill("95");
    await officer.getByLabel(words("definition", "propose.fromPeriod")).fill("2027Q4");
    await officer
      .getByLabel(words("definition", "propose.reason"))
      .fill("Loops in automatic mode never reach it.");
    await officer.getByRole("button", { name: words("definition", "propose.send") }).click();
    await expect(officer.getByText(words("definition", "adopt.other"))).toBeVisible();
  };
  await propose();
  const withdraw = officer.getByRole("button", {
    name: words("definition", "withdraw.action", { version: 2 }),
  });
  await withdraw.click();
  await withdraw.last().click();
  await expect(officer.getByText(words("definition", "adopt.other"))).toHaveCount(0);
  await propose();
  await expect(officer.getByText(version)).toBeVisible();

  await page.goto(path);
  await expect(
    page.getByText(words("definition", "version", { version: 1, period: "2020" })).first(),
  ).toBeVisible();
  await expect(page.getByText(version)).toHaveCount(0);

  const secretary = await as("secretary@group.example");
  await secretary.goto(path);
  await secretary.getByRole("button", { name: words("definition", "adopt.action", { version: 3 }) }).click();
  await expect(
    secretary.getByText(words("definition", "adopt.done", { version: 3 }), { exact: true }),
  ).toBeVisible();

  await page.reload();
  await expect(page.getByText(`${version} · ${words("definition", "later")}`)).toBeVisible();
  await expect(page.getByText("Loops in automatic mode never reach it.")).toBeVisible();
});
