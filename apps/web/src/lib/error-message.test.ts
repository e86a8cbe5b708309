import { createTranslator } from "@lilink/i18n";
import { LilinkError } from "@lilink/model/error";
import { describe, expect, it } from "vitest";
import { type ErrorTranslator, labelOf, toErrorMessage } from "./error-message.ts";

const t = createTranslator("en", "error") as unknown as ErrorTranslator;
const labels = { title: "Title", "figures.*.value": "Value" };
const asSent = (error: LilinkError) =>
  Object.assign(new Error(error.code), {
    name: "TRPCClientError",
    data: { lilink: { code: error.code, params: error.params, faults: error.faults } },
  });

describe("error messages", () => {
  it("say field, rule and mend for each field at fault", () => {
    const error = new LilinkError("INVALID_INPUT", {}, [
      { field: "title", rule: "required" },
      { field: "figures.2.value", rule: "tooLarge", params: { max: 100 } },
    ]);
    expect(toErrorMessage(asSent(error), labels, t).fields.map((field) => field.text)).toEqual([
      "Title is empty: fill it in.",
      "Value may not be above 100: enter a smaller value.",
    ]);
  });

  it("say that the service is away when a call never arrived", () => {
    const lost = Object.assign(new Error("fetch failed"), { name: "TRPCClientError", data: undefined });
    expect(toErrorMessage(lost, labels, t).text).toBe(t("UNAVAILABLE"));
  });

  it("say nothing of what is unknown", () => {
    expect(toErrorMessage(new Error("select * from secrets"), labels, t)).toEqual({
      text: t("INTERNAL"),
      fields: [],
    });
  });

  it("name a field by its own label, by its pattern, or by its last word", () => {
    expect(labelOf("title", labels)).toBe("Title");
    expect(labelOf("figures.10.value", labels)).toBe("Value");
    expect(labelOf("volume.unit", labels)).toBe("unit");
  });
});
