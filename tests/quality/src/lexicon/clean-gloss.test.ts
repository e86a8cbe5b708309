import { describe, expect, it } from "vitest";
import { cleanGloss } from "./clean-gloss.ts";

describe("definitions of the dictionary as glosses", () => {
  it.each([
    ["(chemistry) carbon dioxide CO2", ["carbon dioxide", "CO2"]],
    ["to hit; to strike", ["hit", "strike"]],
    ["Warsaw, capital of Poland", ["Warsaw"]],
    ["variant of 裡|里[li3]", []],
    ["CL:個|个[ge4]", []],
    ["to give (sth) to sb", ["give to"]],
    ["abbr. for 中國石化|中国石化[Zhong1 guo2 Shi2 hua4], Sinopec", ["Sinopec"]],
  ])("%s gives %s", (definition, glosses) => {
    expect(cleanGloss(definition)).toEqual(glosses);
  });
});
