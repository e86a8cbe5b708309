import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[TR5] whoever pastes codes reads each place of them, and why one is refused", async ({
  page,
  at,
  language,
}) => {
  const t = wordsOf(language);
  await page.goto(at("/batteries/codes"));
  await page
    .getByLabel(t("battery", "lab.input"), { exact: true })
    .fill("ZZ1PE01A1B2C3DC5H0000001\nZZ1PE01A1B2C3DI5H0000001");
  const rows = page.getByRole("main").getByRole("row");
  await expect(rows.filter({ hasText: "ZZ1PE01A1B2C3DC5H0000001" })).toContainText(
    t("battery", "lab.accept"),
  );
  const refused = rows.filter({ hasText: "ZZ1PE01A1B2C3DI5H0000001" });
  await expect(refused).toContainText(t("battery", "lab.reject"));
  await expect(refused).toContainText(t("battery", "lab.fault.character", { place: 15 }));
});

test("a maker files a battery and reports its making; a stranger finds nothing at its address", async ({
  as,
  at,
  allowConsole,
  language,
}) => {
  allowConsole(/404/);
  const t = wordsOf(language);
  const code = `ZZ1PB01A1B2C3DA5H${1_000_000 + Math.floor(Math.random() * 8_000_000)}`;
  const maker = await as("editor@cell.example");
  await maker.goto(at("/batteries/file"));
  const units = maker.getByLabel(t("battery", "list.file.rows"), { exact: true });
  const faulty = "no code\nZZ1PB01A1B2C3DA5H0000001,,about 52";
  await units.fill(`${code},,52.5,375\n${faulty}`);
  await maker.getByRole("button", { name: t("battery", "list.file.send"), exact: true }).click();
  // The right row is taken, those at fault stay to be mended.
  await expect(units).toHaveValue(faulty);
  await maker.goto(at(`/batteries/${code}`));
  await maker.getByLabel(t("battery", "life.report.verb"), { exact: true }).selectOption("make");
  // The day that the code itself tells.
  await maker.getByLabel(t("battery", "life.report.at"), { exact: true }).fill("2020-05-17");
  await maker.getByRole("button", { name: t("battery", "life.report.send"), exact: true }).click();
  const life = maker.getByRole("row").filter({ hasText: t("battery", "verb.make") });
  await expect(life).toBeVisible();
  await expect(maker.getByText(t("battery", "state.made"), { exact: true }).first()).toBeVisible();

  const stranger = await as("buyer@cathode.example");
  const answer = await stranger.goto(at(`/batteries/${code}`));
  expect(answer?.status()).toBe(404);
  await stranger.goto(at("/batteries"));
  await expect(stranger.getByRole("main")).not.toContainText(code);
});
