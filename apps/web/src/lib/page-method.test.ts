import { expect, it } from "vitest";
import { judgePageMethod } from "./page-method.ts";

const of = (method: string, headers: Record<string, string> = {}) => judgePageMethod(method, headers);

it("[PL4] a page is read, and only its own actions change it", () => {
  expect(["GET", "HEAD"].map((method) => of(method))).toEqual(["go", "go"]);
  expect(["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"].map((method) => of(method))).toEqual(
    Array.from({ length: 5 }, () => "refuse"),
  );
  expect(of("POST", { "next-action": "x", "content-type": "multipart/form-data; boundary=x" })).toBe("go");
  expect(of("POST", { "content-type": "multipart/form-data; boundary=x" })).toBe("look");
  expect(of("POST", { "content-type": "text/plain" })).toBe("refuse");
});
