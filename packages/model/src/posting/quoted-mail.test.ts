import { describe, expect, it } from "vitest";
import { withoutQuoted } from "./quoted-mail.ts";
import { tellKind } from "./tell-kind.ts";

const mail =
  "We can offer 120 tonnes of artificial graphite.\n\n> On 28 Nov, Marco wrote:\n> we are looking for 500 tonnes of natural graphite";

describe("what a mail quotes", () => {
  it("[PO34] is not read, and every other letter keeps its place", () => {
    const own = withoutQuoted(mail);
    expect(own).toHaveLength(mail.length);
    expect(own.trim()).toBe("We can offer 120 tonnes of artificial graphite.");
  });

  it.each([
    "求购碳酸锂300吨，主含量不低于99.5%\n-----原始邮件-----\n我们供应氢氧化锂",
    "We need 40 t of LFP cathode.\n\nOn Mon, 30 Nov 2026 at 10:12, Li Wei wrote:\nWe can offer LMFP",
  ])("[PO34] neither is what stands below the line of a program: %s", (text) => {
    expect(tellKind(text)?.kind).toBe("need");
  });

  it("[PO34] does not make a mail mixed", () => {
    expect(tellKind(mail)?.kind).toBe("capability");
  });

  it("[PO34] a sign of more than at the start of a line is a limit, where no words are quoted", () => {
    const rows = "LFP cathode wanted, 40 t a month\n> 155 mAh/g\n>2.4 g/cm3 pressed";
    expect(withoutQuoted(rows)).toBe(rows);
  });

  it("[PO34] a text that only quotes is read whole", () => {
    expect(withoutQuoted("> we look for 40 t of LFP")).toBe("> we look for 40 t of LFP");
  });
});
