import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

// One after the other: both are the same firm.
test.describe.configure({ mode: "serial" });
for (const language of ["zh-CN", "en"] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[NW3] [NW4] [NW5] [NW6] a firm reads bands and its own place, agrees to be named, and an officer invites whom nobody has met", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const firm = await as("admin@salt.example");
      // The worker reads the network soon after the first start.
      await expect(async () => {
        await firm.goto(at("/network"));
        await expect(firm.getByRole("img", { name: t("network", "pictureLabel") })).toBeVisible({
          timeout: 5_000,
        });
      }).toPass();
      await expectAccessible(firm);
      await expect(firm.getByRole("table", { name: t("network", "table") })).toContainText("11–20");
      await expect(firm.getByRole("heading", { name: t("network", "own.title") })).toBeVisible();
      await expect(firm.getByRole("heading", { name: t("network", "bodies.title") })).toHaveCount(0);
      const named = firm.getByRole("switch", { name: t("network", "named.label") });
      if (await named.isChecked()) await named.click();
      await expect(named).not.toBeChecked();
      await named.click();
      await expect(named).toBeChecked();

      const officer = await as("officer@group.example");
      await officer.goto(at("/network"));
      await expectAccessible(officer);
      const bodies = officer.getByRole("region", { name: t("network", "bodies.title") });
      await expect(bodies.getByRole("link", { name: /云岚锂盐|Yunlan/ })).toBeVisible();
      await officer.getByRole("button", { name: t("network", "invite.send") }).click();
      await expect(officer.getByText(t("network", "invite.sent")).first()).toBeVisible();

      await named.click();
      await expect(named).not.toBeChecked();
      await officer.reload();
      await expect(bodies.getByRole("link", { name: /云岚锂盐|Yunlan/ })).toHaveCount(0);
    });
  });
