import { describe, expect, it } from "vitest";
import { toOwnWords } from "./find-signature.ts";
import { tellOwnThing } from "./own-thing.ts";
import { withoutQuoted } from "./quoted-mail.ts";
import { tellDeadline } from "./told-deadline.ts";

const today = "2026-12-03";

describe("[PO34] what signs or quotes a mail", () => {
  const mail =
    "Hi Marta,\n\nplease make it 250 t instead of the 400 t below.\n\nBest regards,\nTomasz Lewandowski\nPurchasing Manager, cathode precursors\n\n> From: Tomasz\n> Subject: RFQ 400 t lithium hydroxide monohydrate\n>\n> LiOH min 56.5 %";

  it("names no goods by a signature, and the goods of the answer by the subject", () => {
    const own = toOwnWords(mail);
    expect(own).toHaveLength(mail.length);
    expect(own).not.toMatch(/precursors|56\.5|RFQ|> *400 t/);
    expect(own).toContain("lithium hydroxide monohydrate");
  });

  it("reads 主题 as the subject", () => {
    const text = "您好，数量改为 250 吨，3月交货。\n\n> 主题：询价 单水氢氧化锂 400 吨\n> 我司求购";
    expect(withoutQuoted(text)).toContain("单水氢氧化锂");
    expect(withoutQuoted(text)).not.toMatch(/询价|400|求购/);
  });
});

describe("[PO17] a title of what is no goods", () => {
  it.each([
    "After talking to production we need to change the quantity.",
    "我们出技术和人员，企业提供场地和卤水。",
    "一般6周出报告，需客户提供卤水200 L。",
    "The customer must supply a brine sample.",
  ])("takes no noun of %s", (text) => expect(tellOwnThing(text)?.isNoun ?? false).toBe(false));
});

describe("[PO31] until when", () => {
  it.each([
    ["Offers by the end of January please.", "2027-01-31"],
    ["Offers by end of February 2027 please.", "2027-02-28"],
    ["Please get in touch before Christmas.", "2026-12-25"],
    ["电碳这周要走，氢锂12月底前都行", "2026-12-31"],
    ["请于1月底前报价", "2027-01-31"],
    ["about 300 t per month of free capacity from February to August 2027.", "2027-08-31"],
    ["Free capacity until 31 August 2027", "2027-08-31"],
    ["富余产能每月300吨，2027年2月至2027年8月", "2027-08-31"],
    ["富余产能至2027年8月", "2027-08-31"],
    ["Bids by Friday 18 December, 14:00 CET please.", "2026-12-18"],
    ["Bids by Friday, December 18 please.", "2026-12-18"],
    ["Bids by Friday please.", "2026-12-04"],
    ["请于周五（12月18日）前报价", "2026-12-18"],
    ["请于2026年12月31日前把单位简介、基础条件发至 rd@cell.example", "2026-12-31"],
    ["本周五前有效，价格随行就市", "2026-12-04"],
    ["请于12月31日前把货发至宜春", null],
    ["Delivery by the end of January", null],
  ])("%s", (text, day) => expect(tellDeadline(text, today)?.day ?? null).toBe(day));
});
