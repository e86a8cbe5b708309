import { expect, test } from "./fixtures.ts";

/** One member of the demo cast for each kind of caller. */
const cast = [
  "buyer@cathode.example",
  "prof@university.example",
  "delegate@salt.example",
  "regulator36@gov.example",
  "officer@group.example",
  "secretary@group.example",
  "system@ops.example",
  "security@ops.example",
  "audit@ops.example",
  "newcomer@firm.example",
] as const;

for (const email of cast)
  test(`[PL1] no link in the menu of ${email} is refused`, async ({ as, at }) => {
    const page = await as(email);
    await page.goto(at("/desk"));
    // Links of a subject that is not open are there as well.
    const links = page.getByRole("navigation").first().locator("a");
    await expect(links.first()).toBeVisible();
    const paths = await links.evaluateAll((found) =>
      found.map((link) => (link as HTMLAnchorElement).pathname),
    );
    expect(paths.length).toBeGreaterThan(4);
    for (const path of new Set(paths)) {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      expect([path, answer.status()]).toEqual([path, 200]);
      // A page that is being streamed leads elsewhere by a mark of its own.
      expect(await answer.text(), path).not.toContain("__next-page-redirect");
    }
  });
