import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

// One after the other: both are the same firm and the same adviser.
test.describe.configure({ mode: "serial" });
for (const language of ["zh-CN", "en"] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });
    test("[AV1] [AV2] [AV4] [AV5] [AV6] a firm names an adviser, who drafts, proposes and accompanies until it is revoked", async ({
      as,
      at,
      expectAccessible,
    }) => {
      test.slow();
      const t = wordsOf(language);
      const mark = `${language} ${Date.now()}`;
      const reason = `Nobody here knows the market of salts. ${mark}`;
      const client = await as("editor@electrolyte.example");
      await client.goto(at("/settings/advisers"));
      await expectAccessible(client);
      await client.getByRole("button", { name: t("engagement", "name.send") }).click();
      await expect(client.getByLabel(t("engagement", "name.reason"))).toHaveValue("");
      await client.getByLabel(t("engagement", "name.reason")).fill(reason);
      await client.getByRole("combobox", { name: t("engagement", "name.organization") }).click();
      await client.getByRole("dialog").getByRole("combobox").fill("锂电产业促进会");
      await client
        .getByRole("option", { name: /锂电产业促进会|Lithium Battery Industry Association/ })
        .click();
      await client.getByLabel(t("engagement", "name.email")).fill("adviser@association.example");
      for (const scope of ["draft", "pair", "accompany"])
        await client.getByRole("checkbox", { name: t("engagement", `scope.${scope}`) }).check();
      await client.getByRole("button", { name: t("engagement", "name.send") }).click();
      await expect(client.getByRole("row").filter({ hasText: reason })).toContainText(
        t("engagement", "standing.proposed"),
      );

      const adviser = await as("adviser@association.example");
      await adviser.goto(at("/clients"));
      await expectAccessible(adviser);
      await adviser
        .getByRole("region", { name: t("engagement", "clients.waiting") })
        .getByRole("link", { name: /浦江电解液|Pujiang/ })
        .first()
        .click();
      await expect(adviser.getByText(reason)).toBeVisible();
      await adviser.getByRole("button", { name: t("engagement", "answer.accept") }).click();
      const begin = adviser.getByRole("button", { name: t("posting", "kind.need"), exact: true });
      await expect(begin).toBeVisible();
      await expectAccessible(adviser);
      const desk = new URL(adviser.url()).pathname;

      // A draft: the adviser fills it in and hands it over, the client alone may hand it in.
      await begin.click();
      await adviser.waitForURL(/\/edit$/);
      const path = new URL(adviser.url()).pathname;
      await expect(adviser.getByRole("button", { name: t("posting", "edit.submit") })).toHaveCount(0);
      await expectAccessible(adviser);
      await adviser
        .getByRole("textbox", { name: t("posting", "field.description"), exact: true })
        .fill(
          language === "en"
            ? "We look for battery-grade lithium carbonate with a purity of at least 99.5 %, long-term supply."
            : "采购电池级碳酸锂，纯度不低于 99.5%，长期供应。",
        );
      await adviser.getByRole("button", { name: t("engagement", "draft.handOver") }).click();
      await adviser.waitForURL(/\/clients$/);
      await client.goto(path);
      await expect(client.getByText(/闻知行/).first()).toBeVisible();
      await expect(client.getByRole("button", { name: t("posting", "edit.submit") })).toBeEnabled();

      // A pair: the client sees it among its matches.
      await adviser.goto(desk);
      const own = adviser.getByLabel(t("engagement", "pair.own"));
      const chosen = await own.inputValue();
      await client.goto(at("/introductions?state=accepted"));
      await client
        .getByRole("main")
        .getByRole("link", { name: /LiFSI|双氟磺酰亚胺锂/ })
        .first()
        .click();
      await client.waitForURL(/\/introductions\/[0-9A-Za-z]{12}$/);
      const intro = new URL(client.url()).pathname;
      await adviser.goto(desk);
      await adviser.getByRole("combobox", { name: t("engagement", "pair.other") }).click();
      await adviser.getByRole("dialog").getByRole("combobox").fill("LiFSI 99.9");
      await adviser
        .getByRole("option", { name: /LiFSI, 99.9/ })
        .first()
        .click();
      await adviser.getByLabel(t("engagement", "pair.reason")).fill(`They fit by grade. ${mark}`);
      await adviser.getByRole("button", { name: t("engagement", "pair.send") }).click();
      await expect(
        adviser.getByRole("listitem").filter({ hasText: `They fit by grade. ${mark}` }),
      ).toBeVisible();
      await client.goto(at(`/postings/${chosen}/matches`));
      const pair = client.getByRole("listitem").filter({ hasText: `They fit by grade. ${mark}` });
      await pair.getByRole("button", { name: t("engagement", "pair.dismiss") }).click();
      await expect(pair).toContainText(t("engagement", "pair.state.dismissed"));

      // An introduction: the client lets the adviser in, the other side is told for whom.
      await client.goto(intro);
      await client.getByRole("button", { name: t("engagement", "let.in") }).click();
      await expect(client.getByRole("button", { name: t("engagement", "let.out") }).first()).toBeVisible();
      await expectAccessible(client);
      const thread = intro.replace("/introductions/", "/clients/introductions/");
      await adviser.goto(thread);
      await expectAccessible(adviser);
      await adviser
        .getByRole("textbox", { name: t("engagement", "accompany.write") })
        .fill(`For our client. ${mark}`);
      await adviser.getByRole("button", { name: /代|Send for/ }).click();
      await expect(
        adviser.getByRole("listitem").filter({ hasText: `For our client. ${mark}` }),
      ).toBeVisible();
      const side = await as("editor@fluorine.example");
      await side.goto(intro);
      await expect(side.getByRole("listitem").filter({ hasText: `For our client. ${mark}` })).toContainText(
        /闻知行/,
      );

      // Revoked: the next request is refused.
      await adviser.goto(at("/clients"));
      await client.goto(at("/settings/advisers"));
      const row = client.getByRole("row").filter({ hasText: reason });
      await row.getByRole("button", { name: t("engagement", "end.label") }).click();
      await client
        .getByRole("dialog")
        .getByRole("button", { name: t("engagement", "end.label") })
        .click();
      await expect(row).toContainText(t("engagement", "standing.ended"));
      await adviser.goto(desk);
      await expect(adviser.getByText(t("engagement", "client.notNow"))).toBeVisible();
    });
  });
