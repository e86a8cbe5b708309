import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import long from "./data/long-passwords.json" with { type: "json" };
import { factorDemands, limitOf, passwordProfiles } from "./index.ts";
import { faultOfPassword } from "./password.ts";

describe("a new password", () => {
  it.each([
    ["short", "weakPassword"],
    ["password1234", "weakPassword"],
    ["Dragon!!!!!!!", "weakPassword"],
    ["dragonfootball", "weakPassword"],
    ["chickenwing101", "weakPassword"],
    ["P@ssw0rd2026!", "weakPassword"],
    ["drowssap123456", "weakPassword"],
    ["раssword1234", "weakPassword"],
    ["ρаsswοrd2026", "weakPassword"],
    ["dragon-dragon", "weakPassword"],
    ["woaini1314520", "weakPassword"],
    ["wodemima1234", "weakPassword"],
    ["5201314520131", "weakPassword"],
    ["我的密码20261126", "weakPassword"],
    ["aaaaaaaaaaaaaaa", "passwordRepeat"],
    ["geesegeesegeese", "passwordRepeat"],
    ["1990010119900101", "passwordRepeat"],
    ["abcdefghijklmnop", "passwordRun"],
    ["123456789012", "passwordRun"],
    ["098765432109!", "passwordRun"],
    ["qwertyuiop123", "passwordRun"],
    ["1qaz2wsx3edc4rfv", "passwordRun"],
    ["Asdfghjkl;1234", "passwordRun"],
    ["abc123456789!!", "passwordRun"],
  ] as const)("[ID6] that is guessed first is refused under both profiles: %s", (password, rule) => {
    for (const profile of passwordProfiles) expect(faultOfPassword(password, profile, [])).toBe(rule);
  });

  it("[ID6] that is among the three thousand commonest of its length, and beyond, is refused, as typed or in capitals", () => {
    const words = long.words.split(" ");
    expect(new Set(words).size).toBe(5000);
    expect(words.every((word) => word.length >= 12)).toBe(true);
    for (const word of words)
      for (const typed of [word, word.toUpperCase()])
        expect(faultOfPassword(typed, "asvs", []), typed).not.toBeNull();
  });

  it("[ID6] needs no classes under ASVS, three of four under classified protection", () => {
    expect(faultOfPassword("seven wild geese", "asvs", [])).toBeNull();
    expect(faultOfPassword("sevenwildgeese", "classified", [])).toBe("passwordClasses");
    expect(faultOfPassword("Seven wild geese 7", "classified", [])).toBeNull();
    expect(faultOfPassword("七只野雁飞过盐湖的上空啊", "asvs", [])).toBeNull();
  });

  it("[ID6] is no word of the product, however it is dressed", () => {
    for (const password of [
      "lilink2026!!",
      "LiLinkLiLink",
      "锂链通20261126!",
      "battery-2026.",
      "lithiumbattery",
      "lithium-lithium",
      "Battery.Lithium.88",
    ])
      expect(faultOfPassword(password, "asvs", []), password).toMatch(/^(weakPassword|passwordRepeat)$/);
  });

  it.each([
    "weak.person@test.example",
    "weakperson2026!",
    "李明20261126李明锂业",
    "Yanhu-Lithium-123",
    "lithium.plant.yanhu",
  ])("[ID6] is not made of one's own name, address or organization: %s", (password) => {
    const own = ["weak.person@test.example", "李明", "李明锂业", "Yanhu Lithium Plant"];
    for (const profile of passwordProfiles)
      expect(faultOfPassword(password, profile, own)).toBe("passwordOwn");
    expect(faultOfPassword(`${password} seven geese`, "asvs", own)).toBeNull();
  });

  it("[ID6] of random letters, as the demo makes them, is taken whatever its person is called", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        const password = createHash("sha256").update(seed).digest("base64url").slice(0, 16);
        expect(faultOfPassword(password, "asvs", ["desk@sales.example", "李明"])).toBeNull();
      }),
    );
  });

  it("[ID7] that the classified profile takes is taken by the other too", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (password) => {
        if (faultOfPassword(password, "classified", []) === null)
          expect(faultOfPassword(password, "asvs", [])).toBeNull();
      }),
    );
  });
});

describe("a new session", () => {
  const state = fc.record({
    factors: fc.nat(2),
    officer: fc.boolean(),
    admin: fc.boolean(),
    passwordDays: fc.option(fc.nat(200)),
  });
  it("[ID3] is limited while a factor that is demanded is missing, and by an old password behind it", () => {
    fc.assert(
      fc.property(state, fc.constantFrom(...factorDemands), fc.option(fc.nat(200)), (given, demand, most) => {
        const asked =
          demand === "nobody" ? false : demand === "officers" ? given.officer : given.officer || given.admin;
        const old = most !== null && given.passwordDays !== null && given.passwordDays > most;
        const expected = asked && given.factors === 0 ? "factor" : old ? "password" : null;
        expect(limitOf(given, demand, most)).toBe(expected);
      }),
    );
  });
});
