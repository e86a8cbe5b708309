import { expect, it } from "vitest";
import { type FeedData, toFeed } from "./to-feed.ts";

const item = {
  id: "https://lilink.example/policy-events/abc",
  title: "锂电池 <出口> & 管制: Suspended",
  about: "2025-11-07 · <b>公告</b> 70",
  at: new Date("2026-11-28T02:00:00Z"),
};
const data: FeedData = {
  title: "LiLink",
  about: "What happens to policies",
  language: "en",
  home: "https://lilink.example/policies",
  self: "https://lilink.example/api/feed/atom",
  items: [item],
};

it("[PY8] says the same in each format, and words of people stay words", () => {
  const atom = toFeed(data, "atom");
  expect(atom).toContain("<id>https://lilink.example/policy-events/abc</id>");
  expect(atom).toContain('rel="self" href="https://lilink.example/api/feed/atom"');
  for (const format of ["atom", "rss"] as const)
    expect(toFeed(data, format)).toContain("锂电池 &lt;出口&gt; &amp; 管制");
  const rss = toFeed({ ...data, self: "https://lilink.example/api/feed/rss" }, "rss");
  expect(rss).toContain("<link>https://lilink.example/policy-events/abc</link>");
  expect(JSON.parse(toFeed(data, "json"))).toMatchObject({
    home_page_url: data.home,
    items: [
      {
        id: item.id,
        title: item.title,
        content_html: "2025-11-07 · &lt;b&gt;公告&lt;/b&gt; 70",
        date_modified: "2026-11-28T02:00:00.000Z",
      },
    ],
  });
  expect(JSON.parse(toFeed({ ...data, items: [] }, "json")).items).toEqual([]);
});
