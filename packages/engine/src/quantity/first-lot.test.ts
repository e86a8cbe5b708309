import { describe, expect, it } from "vitest";
import { readDates } from "./index.ts";

const read = (text: string) => {
  const { window, open } = readDates(text, "2026-12-01");
  return [window?.from ?? "", window?.to ?? "", ...open.map(({ doubt }) => doubt)];
};

describe("[MT41] the day of a first lot", () => {
  it.each([
    ["Delivery to begin 1 March 2027, the first lot by 15 March, in six lots", ["2027-03-01", ""]],
    ["deliveries begin on 1 March", ["2027-03-01", ""]],
    ["自2027年3月1日起分6批交货,首批3月15日前到货", ["2027-03-01", ""]],
    ["首批2027年3月15日前到货,末批8月底前", ["", "2027-08-31"]],
    ["first lot by 15 March 2027, last lot by end of August 2027", ["", "2027-08-31"]],
    ["首批2027年3月15日前到货", ["", "", "first_lot"]],
    ["first shipment by 15 March 2027", ["", "", "first_lot"]],
    ["LMFP, 5000 t, first delivery in May 2027", ["2027-05-01", ""]],
    ["2027年3月15日前全部到货", ["", "2027-03-15"]],
  ])("is no end of the whole amount: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
