import { locales } from "@lilink/i18n";
import { noticeKinds } from "@lilink/model/notice";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LetterRequest, renderLetter } from "./render-letter.ts";

const request: LetterRequest = {
  kind: "introduction.received",
  params: { title: "Battery-grade lithium carbonate" },
  locale: "en",
  publicUrl: "https://lilink.example",
  path: "/introductions/abc",
};

describe("letters", () => {
  it("lead to the page in the reader's language", () => {
    expect(renderLetter(request).text).toContain("https://lilink.example/en/introductions/abc");
    expect(renderLetter({ ...request, locale: "zh-CN" }).text).toContain(
      "https://lilink.example/introductions/abc",
    );
  });

  it("name the next step, and the choice by which they come", () => {
    const letter = renderLetter({ ...request, kind: "match.digest", params: { title: "T", count: "2" } });
    expect(letter.text).toContain("See the counterparts\nhttps://lilink.example/en/introductions/abc");
    expect(letter.html).toContain(">See the counterparts</a>");
    expect(letter.text).toContain("New counterparts, in one e-mail a day");
    expect(letter.text).toContain("https://lilink.example/en/settings/notices");
  });

  it.each(locales)("have words for every kind in %s, with and without their parameters", (locale) => {
    for (const kind of noticeKinds) {
      for (const params of [{}, { title: "T", organization: "O", inviter: "I", name: "N", count: "3" }]) {
        const letter = renderLetter({ ...request, kind, params, locale });
        expect(letter.subject).not.toContain("notice.");
        expect(letter.text).not.toMatch(/\{|\}|notice\.|undefined/);
        expect(letter.subject.length).toBeGreaterThan(4);
      }
    }
  });

  it("cannot be given a header or a tag by what people write", () => {
    const hostile = 'x\r\nBcc: everyone@example.com\u2028<script>alert("1")</script>';
    const letter = renderLetter({ ...request, params: { title: hostile } });
    expect(letter.subject).not.toMatch(/[\r\n\u2028]/);
    expect(letter.html).not.toContain("<script>");
    const link = renderLetter({ ...request, path: '/x"><img src=y onerror=z>' });
    expect(link.html).not.toContain("<img");
  });

  it("keep subject and tags safe for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const letter = renderLetter({ ...request, params: { title } });
        expect(letter.subject).not.toMatch(/\p{Cc}/u);
        const tags = (html: string) => html.match(/<[a-z/!][^>]*>/g)?.length;
        expect(tags(letter.html)).toBe(tags(renderLetter(request).html));
      }),
    );
  });
});
