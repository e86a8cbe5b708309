import { policyStatusWords, recordWords } from "@lilink/i18n";
import { writeBeside } from "./fill-template.ts";
import { expect, type Language, test } from "./fixtures.ts";
import { download, xlsxType } from "./read-figures.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    const word = language === "en" ? 1 : 0;

    test("[PY1] [PY5] the lanes of policies say what holds on a chosen day", async ({
      page,
      at,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const lane = page
        .getByRole("figure")
        .getByRole("listitem")
        .filter({
          hasText: language === "en" ? "Export control of lithium batteries" : "锂电池和人造石墨负极材料",
        });
      await page.goto(at("/policies?on=2025-10-20"));
      await expect(lane).toContainText(policyStatusWords.issued_not_in_force[word]);
      await page.getByLabel(t("governance", "policy.day")).fill("2026-05-01");
      await page.getByRole("button", { name: t("governance", "policy.show") }).click();
      await page.waitForURL(/on=2026-05-01/);
      await expect(lane).toContainText(policyStatusWords.suspended[word]);
      await page.goto(at("/policies?on=2026-11-27"));
      await expect(lane).toContainText(policyStatusWords.effect_unconfirmed[word]);
      await expectAccessible(page);
      await lane.getByRole("link").click();
      await expect(page.getByRole("heading", { name: t("governance", "policy.life") })).toBeVisible();
      await expect(page.getByText(t("governance", "policy.unconfirmed"))).toBeVisible();
    });

    test("[PT2] a patent shows its printed and its computed end, or what is missing", async ({
      page,
      at,
    }) => {
      const t = wordsOf(language);
      await page.goto(at("/patents?q=US9601771"));
      await page
        .getByRole("link", { name: /3M Innovative/ })
        .first()
        .click();
      await page.getByRole("link", { name: t("register", "panel.page") }).click();
      await expect(page.getByRole("heading", { name: t("governance", "patent.term") })).toBeVisible();
      const needs = (["isPriorityProvisional", "firstNonprovisionalOn"] as const).map((field) =>
        t("governance", `patent.need.${field}`),
      );
      const fields = needs.join(language === "en" ? ", " : "、");
      await expect(page.getByText(t("governance", "patent.missing", { fields }))).toBeVisible();
    });
  });
}

test("[PY2] [PY3] an event that one officer files and another publishes settles what was unconfirmed", async ({
  as,
  at,
  page: visitor,
  language,
}) => {
  const t = wordsOf(language);
  const words = recordWords("policyEvent", language);
  const word = language === "en" ? 1 : 0;
  const title = language === "en" ? "Executive Order 14017" : "美国第 14017 号行政令";
  const officer = await as("officer@group.example");
  await officer.goto(at("/policy-events/new"));
  await officer.getByLabel(words.field("title"), { exact: true }).fill("Repealed (fictional)");
  await officer.getByRole("combobox", { name: words.field("policy") }).click();
  await officer.getByRole("dialog").getByRole("combobox").fill(title);
  await officer
    .getByRole("option", { name: new RegExp(title) })
    .first()
    .click();
  await officer.getByLabel(words.field("type")).selectOption("repealed");
  await officer.getByLabel(words.field("happenedOn")).fill("2026-11-01");
  await officer.getByRole("button", { name: t("register", "form.save") }).click();
  await officer.waitForURL(/\/policy-events\/[0-9A-Za-z]{12}$/);
  const path = new URL(officer.url()).pathname;
  await officer.getByRole("button", { name: words.step("submit") }).click();
  await expect(officer.getByText(words.state("in_review")).first()).toBeVisible();
  const lane = visitor.getByRole("figure").getByRole("listitem").filter({ hasText: title });
  await visitor.goto(at("/policies"));
  await expect(lane).toContainText(policyStatusWords.in_force[word]);
  const secretary = await as("secretary@group.example");
  await secretary.goto(path);
  await secretary.getByRole("button", { name: words.step("publish") }).click();
  await expect(secretary.getByText(words.state("published")).first()).toBeVisible();
  await visitor.goto(at("/policies"));
  await expect(lane).toContainText(policyStatusWords.repealed[word]);
});

const family = `<?xml version="1.0" encoding="UTF-8"?>
<ops:patent-family xmlns:ops="http://ops.epo.org"><ops:family-member family-id="91000009">
  <publication-reference><document-id><date>20240102</date></document-id></publication-reference>
  <application-reference><document-id><date>20200902</date></document-id></application-reference>
  <exchange-document country="US" doc-number="19000009" kind="B2"><bibliographic-data>
    <parties><applicants><applicant><applicant-name><name>Sample Cells (fictional)</name></applicant-name></applicant></applicants></parties>
    <invention-title lang="en">A cell read from a family file (fictional)</invention-title>
  </bibliographic-data></exchange-document>
</ops:family-member></ops:patent-family>`;

test("[PT8] an officer brings in a family as an open patent service exports it, and a page under another name is refused", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const words = recordWords("patent", language);
  const officer = await as("officer@group.example");
  await officer.goto(at("/patents/import"));
  const send = (name: string, body: string) =>
    officer.locator("#record-file").setInputFiles({ name, mimeType: "text/xml", buffer: Buffer.from(body) });
  const file = (name: string) => officer.getByRole("listitem").filter({ hasText: name }).first();
  const read = { timeout: 60_000 };
  await send("page.xml", "<html><body/></html>");
  await expect(file("page.xml").getByText(t("file", "refusal.noPatents"))).toBeVisible(read);
  await send("family.xml", family);
  // No service names a node of the chain: the file comes back as a workbook that holds the rest and asks for it.
  await expect(file("family.xml").getByText(t("register", "import.faulty", { count: 1 }))).toBeVisible(read);
  const marked = await download(officer, t("register", "import.marked"));
  await officer.locator("#record-file").setInputFiles({
    ...{ name: "mended.xlsx", mimeType: xlsxType },
    buffer: writeBeside(marked, "node", "US19000009B2", words.choice("node", "ncm")),
  });
  await expect(
    file("mended.xlsx").getByText(t("register", "import.done", { created: 1, updated: 0, unchanged: 0 })),
  ).toBeVisible(read);
  await officer.goto(at("/patents?own=true&q=US19000009B2"));
  await officer
    .getByRole("link", { name: /A cell read from a family file/ })
    .first()
    .click();
  await officer.getByRole("link", { name: t("register", "panel.page") }).click();
  await officer.waitForURL(/\/patents\/[0-9A-Za-z]{12}$/);
  const facts = officer.getByRole("region", { name: t("register", "facts"), exact: true });
  await expect(facts).toContainText("Sample Cells (fictional)");
  await expect(facts).toContainText(words.choice("node", "ncm"));
});
