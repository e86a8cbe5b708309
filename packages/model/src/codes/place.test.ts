import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryCodes, findCountries } from "./country.ts";
import {
  countryCodeList,
  findProvince,
  isPlace,
  isWithin,
  placeCountries,
  placesWithin,
  provinces,
} from "./index.ts";

const place = fc.constantFrom(...provinces.map(({ code }) => code), ...placeCountries);

describe("places of postings", () => {
  it("[PO24] are the provinces and the countries of ISO 3166-1, each by one code", () => {
    expect(countryCodes.filter((code) => !countryCodeList.includes(code))).toEqual(["XK"]);
    expect(countryCodeList.filter((code) => !countryCodes.includes(code))).toEqual([]);
    expect(["36", "CN", "ZW", "AU"].map(isPlace)).toEqual([true, true, true, true]);
    expect(["99", "TW", "HK", "EU", "zw", "360", "", "ZWE"].filter(isPlace)).toEqual([]);
  });

  it("[PO24] lie within a limit exactly where the naive reading says so", () => {
    fc.assert(
      fc.property(place, place, (at, limit) => {
        const isHome = (code: string) => code === "CN" || findProvince(code) !== null;
        const naive =
          at === limit || (limit === "CN" && isHome(at)) ? true : at === "CN" && isHome(limit) ? null : false;
        expect(isWithin(at, limit)).toBe(naive);
        expect(placesWithin(limit).includes(at)).toBe(naive === true);
      }),
    );
  });

  it("[PO24] are found in zh and en by the longest name; shared names and two letters are none", () => {
    const found = (text: string) => findCountries(text).map(({ code }) => code);
    expect(found("矿山位于津巴布韦，产品发往中国和印度尼西亚")).toEqual(["ZW", "CN", "ID"]);
    expect(found("几内亚比绍与几内亚")).toEqual(["GW", "GN"]);
    expect(found("Plants in Australia, the United States and Niger; not Nigeria")).toEqual([
      "AU",
      "US",
      "NE",
      "NG",
    ]);
    expect(found("US dollars, Congo basin, 台湾, Hong Kong, Malian")).toEqual([]);
  });
});
