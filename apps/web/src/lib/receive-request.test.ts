import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { receiveRequest } from "./receive-request.ts";

function receive(url: string, headers: Record<string, string> = {}, method = "GET") {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method, headers: { ...headers } });
  const response = new ServerResponse(request);
  const receiving = { publicUrl: "https://lilink.example/", dev: false };
  const answered = receiveRequest(request, response, receiving) === "answered";
  const told = (name: string) => response.getHeader(name)?.toString();
  // What was written at once is no longer kept by name.
  const location = /^location: (.*)\r$/m.exec((response as { _header?: string })._header ?? "")?.[1];
  return {
    url: request.url,
    headers: request.headers,
    answered,
    status: response.statusCode,
    told,
    location,
  };
}

describe("a page's request", () => {
  it("is drawn in the language of its address, which the default one leaves out", () => {
    expect(receive("/postings?q=1").url).toBe("/zh-CN/postings?q=1");
    expect(receive("/").url).toBe("/zh-CN");
    expect(receive("/en/postings?q=/zh-CN").url).toBe("/en/postings?q=/zh-CN");
    expect(receive("/en").url).toBe("/en");
    expect(receive("/english").url).toBe("/zh-CN/english");
    expect(receive("/postings", { rsc: "1" }).told("x-nextjs-rewritten-path")).toBe("/zh-CN/postings");
  });

  it("under another spelling of its language leads to the one address of the page", () => {
    expect(receive("/zh-CN/postings?q=1")).toMatchObject({ status: 307, location: "/postings?q=1" });
    expect(receive("/zh-CN")).toMatchObject({ status: 307, location: "/" });
    expect(receive("/EN/postings")).toMatchObject({ status: 307, location: "/en/postings" });
  });

  it("is refused where its address is put right by a redirect and too long to be told", () => {
    const long = `q=${"x".repeat(4000)}`;
    expect(receive(`/postings/?${long}`)).toMatchObject({ answered: true, status: 414 });
    expect(receive(`/api/v1//goals/?${long}`)).toMatchObject({
      answered: false,
      url: `/api/v1/goals?${long}`,
    });
    expect(receive(`/postings?${long}`)).toMatchObject({ answered: false, status: 200 });
    expect(receive("/postings/?q=1").answered).toBe(false);
  });

  it("[PL4] gets a nonce of its own that page and policy share, whatever the request said", () => {
    const first = receive("/postings", { "content-security-policy": "script-src *", "x-nonce": "mine" });
    const policy = first.told("content-security-policy") ?? "";
    expect(first.headers["content-security-policy"]).toBe(policy);
    expect(policy).toContain(`'nonce-${first.headers["x-nonce"]}'`);
    expect(receive("/postings").told("content-security-policy")).not.toBe(policy);
    expect(first.told("strict-transport-security")).toBeUndefined();
    const safe = receive("/", { "x-forwarded-proto": "https" });
    expect(safe.told("strict-transport-security")).toContain("max-age");
    expect(safe.told("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  it("[PL4] names its twins under the address that people use, whichever host the request named", () => {
    expect(receive("/en/postings", { host: "evil.example" }).told("link")).toBe(
      [
        '<https://lilink.example/postings>; rel="alternate"; hreflang="zh-CN"',
        '<https://lilink.example/en/postings>; rel="alternate"; hreflang="en"',
        '<https://lilink.example/postings>; rel="alternate"; hreflang="x-default"',
      ].join(", "),
    );
  });

  it("is refused where its address is no text or its method no page knows", () => {
    expect(receive("/%ff").status).toBe(400);
    expect(receive("/api/v1/%00").status).toBe(400);
    expect(receive("/postings", {}, "PUT").status).toBe(405);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect(receive("/signin?next=1", form, "POST")).toMatchObject({
      status: 303,
      location: "/signin?next=1",
    });
  });

  it("[PL4] leads to no other host and is never without its policy, whatever the address", () => {
    const part = fc.constantFrom(
      "/",
      "//",
      "\\",
      "en",
      "zh-CN",
      "ZH-cn",
      "%5C",
      "evil.example",
      ".",
      "@",
      "?",
      "%2F",
      "api",
    );
    const address = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join("")}`);
    fc.assert(
      fc.property(address, fc.constantFrom("GET", "POST"), (url, method) => {
        const got = receive(url, { "content-type": "multipart/form-data" }, method);
        if (got.location !== undefined) {
          expect(new URL(got.location, "https://lilink.example").host).toBe("lilink.example");
          expect(got.answered).toBe(true);
        }
        const isPage = !got.answered && !url.startsWith("/api/");
        if (isPage) expect(got.told("content-security-policy")).toContain("'strict-dynamic'");
      }),
    );
  });
});

it("files and programs get the strict headers and nothing else", () => {
  const { url, told, headers } = receive("/_next/static/chunks/a.js");
  expect(url).toBe("/_next/static/chunks/a.js");
  expect(told("x-content-type-options")).toBe("nosniff");
  expect(told("content-security-policy")).toBeUndefined();
  expect(headers["x-nonce"]).toBeUndefined();
});
