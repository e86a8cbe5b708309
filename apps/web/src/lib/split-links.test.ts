import { expect, it } from "vitest";
import { splitLinks } from "./split-links.ts";

it("sets addresses apart under their host, and leaves every other letter as it is", () => {
  const href = "https://reportify.cn/tags/industry?page=2&tagValue=%E5%8A%A8%E5%8A%9B";
  expect(splitLinks(`可能流入小作坊（${href} 引用）。另见 http://www.wnssr.com/a.html.`)).toEqual([
    { text: "可能流入小作坊（" },
    { text: "reportify.cn", href },
    { text: " 引用）。另见 " },
    { text: "wnssr.com", href: "http://www.wnssr.com/a.html" },
    { text: "." },
  ]);
  expect(splitLinks("no address")).toEqual([{ text: "no address" }]);
  expect(splitLinks("")).toEqual([]);
});
