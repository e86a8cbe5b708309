import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import { wordsOf } from "./words.ts";

test("[AP1] [AP2] [AP3] [AP4] two sides mark their hours, take a time that suits both, and move it with a reason", async ({
  as,
  at,
  language,
  allowConsole,
  expectAccessible,
}) => {
  // A call is cancelled without a reason, and strangers ask for it, on purpose.
  allowConsole(/status of 40[04]/);
  const t = wordsOf(language);
  const say = (key: string) => t("appointment", key);
  const calls = (page: Page): Locator => page.getByRole("region", { name: say("title"), exact: true });
  const press = (page: Page, key: string) =>
    calls(page)
      .getByRole("button", { name: say(key), exact: true })
      .click();
  const openHours = (page: Page) =>
    calls(page)
      .getByRole("button", { name: new RegExp(`^(${say("mark.open")}|${say("mark.change")})$`) })
      .click();

  const buyer = await as("editor@electrolyte.example");
  await buyer.goto(`${at("/introductions")}?state=accepted&side=asking`);
  await buyer
    .getByRole("link", { name: /LiFSI|双氟磺酰亚胺锂/ })
    .first()
    .click();
  await buyer.waitForURL(/\/introductions\/[0-9A-Za-z_-]{8,}$/);
  const address = new URL(buyer.url()).pathname;

  // The buyer marks the usual hours of next week and of the week after.
  await openHours(buyer);
  await calls(buyer).getByLabel(say("zone")).selectOption("Asia/Shanghai");
  for (const _ of [1, 2]) {
    await press(buyer, "mark.after");
    await press(buyer, "mark.usual");
  }
  const cell = calls(buyer).locator('button[aria-pressed="true"]').first();
  await cell.click();
  await expect(calls(buyer).locator('button[aria-pressed="false"]').first()).toBeVisible();
  await expectAccessible(buyer);
  await press(buyer, "mark.save");
  await expect(calls(buyer).getByLabel(say("zone"))).toHaveCount(0);

  // The seller types hours; a line that is not understood says why and stays.
  const seller = await as("editor@fluorine.example");
  await seller.goto(address);
  await openHours(seller);
  await calls(seller).getByLabel(say("zone")).selectOption("Asia/Shanghai");
  const monday = nextMonday();
  const typed = calls(seller).getByLabel(say("mark.text"));
  await typed.fill(`${monday} 14:00-16:00\nsoon`);
  await press(seller, "mark.textAdd");
  await expect(typed).toHaveAttribute("aria-invalid", "true");
  await expect(typed).toHaveValue("soon");
  // What the calendar holds is taken out, on the device.
  await calls(seller)
    .locator('input[type="file"]')
    .setInputFiles({ name: "own.ics", mimeType: "text/calendar", buffer: Buffer.from(busyAt(monday)) });
  await expect(
    calls(seller).getByText(t("appointment", "mark.fileRead", { read: 1, cleared: 1 })),
  ).toBeVisible();
  await expectAccessible(seller);
  await press(seller, "mark.save");

  // Both see what suits both, and not the other's hours.
  const first = calls(seller).getByRole("listitem").first();
  await expect(first).toContainText("14:00");
  await expect(calls(seller).getByRole("listitem")).toHaveCount(1);
  await first.getByRole("button", { name: say("times.propose"), exact: true }).click();
  await calls(seller).getByLabel(say("form.place")).fill("https://meet.example/lifsi");
  await press(seller, "form.send");
  await expect(calls(seller).getByText(say("call.named.own"))).toBeVisible();

  // It is on the buyer's desk, who takes it and puts it into a calendar.
  await buyer.goto(at("/desk"));
  const item = buyer.getByRole("row").filter({ hasText: t("desk", "item.callAnswer.what") });
  await item.first().getByRole("link").first().click();
  await buyer.waitForURL(new RegExp(address));
  await press(buyer, "call.take");
  await expect(calls(buyer).getByText(say("state.agreed"), { exact: true })).toBeVisible();
  await expectAccessible(buyer);
  const [file] = await Promise.all([
    buyer.waitForEvent("download"),
    calls(buyer)
      .getByRole("link", { name: say("call.calendar") })
      .click(),
  ]);
  const ics = readFileSync(await file.path(), "utf8");
  expect(ics).toContain(`DTSTART:${monday.replaceAll("-", "")}T060000Z`);
  expect(ics).not.toContain("VTIMEZONE");

  // The seller moves it with a reason; the buyer cancels it, and needs one too.
  await seller.reload();
  await press(seller, "form.another");
  await calls(seller).getByLabel(say("form.time")).fill("16:30");
  await calls(seller).getByLabel(say("form.reason")).fill("The line is down.");
  await press(seller, "form.send");
  await expect(calls(seller).getByText(say("call.named.own"))).toBeVisible();
  await buyer.reload();
  await expect(calls(buyer).getByText("The line is down.")).toBeVisible();
  await press(buyer, "call.cancel");
  const dialog = buyer.getByRole("dialog");
  const cancel = dialog.getByRole("button", { name: say("call.cancel"), exact: true });
  await cancel.click();
  await expect(dialog.getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("textbox").fill("We need it no longer.");
  await cancel.click();
  await expect(calls(buyer).getByText(say("call.past"))).toBeVisible();

  for (const email of ["rival@cathode2.example", "officer@group.example"]) {
    const answer = await (await as(email)).goto(address);
    expect(answer?.status()).toBe(404);
  }
});

/** The Monday after this week, in Shanghai. */
function nextMonday(): string {
  const today = new Date(`${shanghaiDay()}T00:00:00Z`);
  const days = 7 - ((today.getUTCDay() + 6) % 7);
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A calendar that holds 15:00 to 16:00 of a day in Shanghai. */
function busyAt(day: string): string {
  const at = (hour: string) => `TZID=Asia/Shanghai:${day.replaceAll("-", "")}T${hour}0000`;
  const event = ["BEGIN:VEVENT", "UID:1", `DTSTART;${at("15")}`, `DTEND;${at("16")}`, "END:VEVENT"];
  return ["BEGIN:VCALENDAR", ...event, "END:VCALENDAR"].join("\r\n");
}
