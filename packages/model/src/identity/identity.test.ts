import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorDemands, faultOfPassword, limitOf, passwordProfiles } from "./index.ts";

describe("a new password", () => {
  it.each([
    "short",
    "aaaaaaaaaaaaaaa",
    "abcdefghijklmnop",
    "password1234",
    "Dragon!!!!!!!",
    "qwertyqwerty",
    "dragonfootball",
  ])("[ID6] that is guessed first is weak under both profiles: %s", (password) => {
    for (const profile of passwordProfiles)
      expect(faultOfPassword(password, profile, [])).toBe("weakPassword");
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
    ])
      expect(faultOfPassword(password, "asvs", []), password).toBe("weakPassword");
  });

  it("[ID6] is not one's own name or address", () => {
    expect(faultOfPassword("weak.person@test.example", "asvs", ["weak.person@test.example"])).toBe(
      "weakPassword",
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
