import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

const months = Array.from({ length: 12 }, (_, at) => `2020${String(at + 1).padStart(2, "0")}`);
const heading = "period,reporterISO,partnerISO,flowCode,cmdCode,netWgt,primaryValue";
const rowsOf = (partner: string, kilograms: number) =>
  months.map((month) => `${month},CHN,${partner},M,283691,${kilograms},${kilograms * 9}`);

// A year of trade from a file with a fault to a scenario that the secretariat keeps.
test("an officer brings in a year of trade, cuts the first source and keeps what comes of it", async ({
  as,
  at,
  language,
  page: visitor,
}) => {
  const t = wordsOf(language);
  const officer = await as("officer@group.example");
  const send = async (rows: readonly string[]) => {
    await officer.getByLabel(t("supply", "file.choose")).setInputFiles({
      name: "trade.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([heading, ...rows].join("\n")),
    });
    await officer.getByRole("button", { name: t("supply", "file.read"), exact: true }).click();
  };
  await officer.goto(at("/supply/files"));
  await officer.getByLabel(t("supply", "file.source")).fill("Statistics of a test");
  await officer.getByLabel(t("supply", "file.licence")).fill("CC-BY-4.0");
  // Lithia that was entered as carbonate shows in its price.
  await send([...rowsOf("CHL", 900_000), "202001,CHN,ARG,M,283691,100000,40000000"]);
  await expect(officer.getByText(t("supply", "file.marked"))).toBeVisible();
  await send([...rowsOf("CHL", 900_000), ...rowsOf("ARG", 100_000)]);
  await officer.getByRole("button", { name: t("supply", "file.send"), exact: true }).click();
  // The demo brought in the first.
  await expect(
    officer.getByText(t("supply", "file.done", { rows: "24", revision: "2" }), { exact: true }),
  ).toBeVisible();

  await visitor.goto(at("/supply?product=carbonate&span=year"));
  await expect(visitor.getByRole("cell", { name: "Statistics of a test" })).toBeVisible();
  await expect(visitor.getByText("2020", { exact: true }).first()).toBeAttached();
  await expect(visitor.getByRole("heading", { name: t("supply", "scenarios") })).toHaveCount(0);

  await officer.goto(at("/supply"));
  const bench = officer.getByRole("region", { name: t("supply", "bench") });
  const ore = bench.getByRole("listitem").filter({ hasText: t("supply", "links.resource") });
  const [, unmet = ""] = t("supply", "unmet", { share: "#" }).split("#");
  await expect(ore).toContainText(unmet);
  const first = bench.getByRole("group").getByRole("listitem").first().getByRole("button");
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await first.click();
  await expect(ore).toContainText(t("supply", "lasts"));
  await first.click();
  await officer.getByLabel(t("supply", "keepName")).fill("First source cut");
  await officer.getByRole("button", { name: t("supply", "keep"), exact: true }).click();
  await expect(officer.getByRole("cell", { name: "First source cut" })).toBeVisible();
});
